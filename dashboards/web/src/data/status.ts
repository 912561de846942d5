import { useQuery } from '@tanstack/react-query'
import { api, told } from './http.ts'
import { learnNow } from './server-time.ts'

/** How the house itself stands. */

const EVERY = 15_000 // ms

export const useStatus = () =>
  useQuery({
    queryKey: ['status'],
    queryFn: async () => {
      const status = await told(api.GET('/api/status'))
      learnNow(status.now)
      return status
    },
    refetchInterval: EVERY
  })

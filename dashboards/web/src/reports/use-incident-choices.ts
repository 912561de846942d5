import { useQuery } from '@tanstack/react-query'
import { api, told } from '../data/http.ts'

const MINUTE = 60_000

/** Incidents of which a special report can be made, the newest first. */
export const useIncidentChoices = (enabled: boolean) =>
  useQuery({
    queryKey: ['incident-choices'],
    queryFn: async () =>
      (await told(api.GET('/api/incidents', { params: { query: { atMost: 100 } } }))).rows.map(({ id, title }) => ({
        id,
        title
      })),
    staleTime: MINUTE,
    enabled
  })

import type { DispatchList, ReviewList } from '@huiyin/schemas/api-desks.ts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { perform, segment } from './acts.ts'
import { api, told } from './http.ts'
import { learn } from './live.ts'
import { useRenewal } from './renewal.ts'
import { learnNow } from './server-time.ts'
import { keepView } from './tickets.ts'

/** What is with departments, and what waits for a second person. */

const DISPATCHES = ['dispatches']
const REVIEWS = ['reviews']
const SELDOM = 60_000 // ms
const OF_DISPATCHES = [DISPATCHES]
const OF_REVIEWS = [REVIEWS]

/** Of one department, or of all. */
export function useDispatches(department: string | undefined) {
  useRenewal(OF_DISPATCHES)
  return useQuery({
    queryKey: [...DISPATCHES, department],
    queryFn: async (): Promise<DispatchList> => {
      const query = department === undefined ? {} : { department }
      const list = await told(api.GET('/api/dispatches', { params: { query } }))
      learnNow(list.now)
      return list
    },
    placeholderData: keepPreviousData,
    refetchInterval: SELDOM
  })
}

export const useRenewDispatches = () => {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: DISPATCHES })
}

/** Signs for a dispatch where it stands on the board. `seen`: number of the last turn that the person saw. */
export const useSign = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ ticket, dispatch, seen }: { ticket: string; dispatch: string; seen: number }) =>
      perform(ticket, { kind: `dispatches/${segment(dispatch)}/sign` }, seen),
    onSuccess: view => {
      keepView(client, view)
      learn(view)
    },
    onSettled: () => client.invalidateQueries({ queryKey: DISPATCHES })
  })
}

export function useReviews() {
  useRenewal(OF_REVIEWS)
  return useQuery({
    queryKey: REVIEWS,
    queryFn: async (): Promise<ReviewList> => {
      const list = await told(api.GET('/api/reviews'))
      learnNow(list.now)
      return list
    },
    refetchInterval: SELDOM
  })
}

export const useRenewReviews = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: REVIEWS })
}

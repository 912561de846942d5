import type { LetterView } from '@huiyin/schemas/api-letters.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, told } from './http.ts'

/** A letter, to whom it went and who has received it. */

const SOON = 15_000 // ms: deliveries and receipts come by themselves

export const ALL_LETTERS = ['letters', 'all']

const key = (id: string) => ['letters', 'one', id]

export const useLetter = (id: string) =>
  useQuery({
    queryKey: key(id),
    queryFn: () => told(api.GET('/api/letters/{id}', { params: { path: { id } } })) as Promise<LetterView>,
    refetchInterval: SOON
  })

/** `n` as the view says: asked twice it is sent once. */
export function useResend(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { n: number; to?: string[] }) =>
      told(api.POST('/api/letters/{id}/resend', { params: { path: { id } }, body })) as Promise<LetterView>,
    onSuccess: view => {
      client.setQueryData(key(id), view)
      client.invalidateQueries({ queryKey: ALL_LETTERS })
    },
    onError: () => client.invalidateQueries({ queryKey: key(id) })
  })
}

/** Who can be told: persons, rosters. */
export const useTellable = () =>
  useQuery({
    queryKey: ['tellable'],
    queryFn: async () => {
      const [people, rosters] = await Promise.all([told(api.GET('/api/people')), told(api.GET('/api/rosters'))])
      return {
        people: people.rows.map(({ id, name, department }) => ({ id, name, department })),
        rosters: rosters.rows.map(({ id, name }) => ({ id, name }))
      }
    },
    staleTime: 60_000
  })

import type { SavedSearchRow } from '@huiyin/schemas/api-searches.ts'
import type { SavedSearchBody } from '@huiyin/schemas/saved-search.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDecisionKey } from '../data/decision-key.ts'
import { api, told } from '../data/http.ts'

const KEY = ['saved-searches']

/** The searches that one keeps. */
export const useSaved = () =>
  useQuery({ queryKey: KEY, queryFn: async () => (await told(api.GET('/api/searches'))).rows as SavedSearchRow[] })

/** Keeps one under a new key. */
export function useKeep() {
  const client = useQueryClient()
  const { key, onSettled } = useDecisionKey()
  return useMutation({
    mutationFn: (body: SavedSearchBody) =>
      told(api.PUT('/api/searches/{search}', { params: { path: { search: key } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
    onSettled
  })
}

export function useForget() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (search: string) => told(api.DELETE('/api/searches/{search}', { params: { path: { search } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY })
  })
}

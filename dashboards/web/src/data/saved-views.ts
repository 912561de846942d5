import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { components } from '../api/types.ts'
import { useDecisionKey } from './decision-key.ts'
import { type Asked, asked, type Filter, sortOf } from './filter.ts'
import { api, told } from './http.ts'

/** Lists that people keep under a name: each their own, and those of the whole office. */

export type SavedView = components['schemas']['ViewRow']

const KEY = ['views']
const SELDOM = 60_000 // ms

export const useSavedViews = () =>
  useQuery({ queryKey: KEY, queryFn: async () => (await told(api.GET('/api/views'))).rows, staleTime: SELDOM })

/** How many tickets each holds, by its key. */
export const useViewCounts = (enabled: boolean) =>
  useQuery({
    queryKey: ['view-counts'],
    queryFn: async () => (await told(api.GET('/api/views/counts'))).counts,
    refetchInterval: SELDOM,
    enabled
  })

/** What a place among the tickets stands for; undefined while its saved view is not known. */
export function askedOf(filter: Filter, views: readonly SavedView[] | undefined): Asked | undefined {
  if (filter.saved === undefined) return asked(filter)
  const view = views?.find(({ key }) => key === filter.saved)
  return view && asked(filter, view.query)
}

type Keeping = { name: string; shared: boolean; filter: Filter; asked: Asked }

/** Keeps what one looks at under a name; resolves to the view. */
export function useKeepView() {
  const client = useQueryClient()
  const { key, onSettled } = useDecisionKey()
  return useMutation({
    mutationFn: ({ name, shared, filter, asked }: Keeping) => {
      const params = { path: { view: key } }
      const body = { name, query: asked, sort: sortOf(filter) }
      return told(
        shared ? api.PUT('/api/views/shared/{view}', { params, body }) : api.PUT('/api/views/{view}', { params, body })
      )
    },
    onSuccess: view => {
      client.setQueryData<SavedView[]>(KEY, had => [...(had ?? []), view])
      client.invalidateQueries({ queryKey: ['view-counts'] })
    },
    onSettled
  })
}

export function useRemoveView() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, shared }: SavedView) => {
      const params = { path: { view: id } }
      return told(
        shared ? api.DELETE('/api/views/shared/{view}', { params }) : api.DELETE('/api/views/{view}', { params })
      )
    },
    onSuccess: ({ key }) => client.setQueryData<SavedView[]>(KEY, had => had?.filter(one => one.key !== key))
  })
}

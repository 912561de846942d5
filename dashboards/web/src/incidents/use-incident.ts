import type { IncidentHistory, IncidentMemberList, IncidentThen, IncidentView } from '@huiyin/schemas/api-incidents.ts'
import { keepPreviousData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, told } from '../data/http.ts'
import { learnNow } from '../data/server-time.ts'
import { INCIDENTS } from './use-incidents.ts'

/** One incident wholly: as it is, who belongs to it, what happened, and how it stood. */

const OFTEN = 10_000 // ms
const PAGE = 50

const keyOf = (id: string) => [...INCIDENTS, 'one', id]
const byId = (id: string) => ({ path: { id } })

/** Never an older view over a newer one. */
export const useIncident = (id: string) =>
  useQuery({
    queryKey: keyOf(id),
    queryFn: async ({ client }) => {
      const view = (await told(api.GET('/api/incidents/{id}', { params: byId(id) }))) as IncidentView
      learnNow(view.now)
      const had = client.getQueryData<IncidentView>(keyOf(id))
      return had !== undefined && had.n > view.n ? had : view
    },
    refetchInterval: OFTEN
  })

/** Takes over what an act answered, or what it is going to answer. */
export function keepIncident(client: QueryClient, view: IncidentView): void {
  client.setQueryData<IncidentView>(keyOf(view.id), view)
}

export const knownIncident = (client: QueryClient, id: string) => client.getQueryData<IncidentView>(keyOf(id))

/** Asks for all that is told of it anew. */
export const renewIncident = (client: QueryClient, id: string) =>
  client.invalidateQueries({ queryKey: keyOf(id), exact: false })

/** `n`: the number of its last event. When it has moved on, the pages that one has gone through are asked for again in their place. */
export function useMembers(id: string, n: number) {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(id), 'members'],
    queryFn: async ({ pageParam: after }) => {
      const query = { atMost: PAGE, ...(after !== undefined && { after }) }
      const params = { ...byId(id), query }
      return (await told(api.GET('/api/incidents/{id}/members', { params }))) as IncidentMemberList
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after
  })
  const { isFetching, isError, refetch } = query
  const known = useRef(n)
  useEffect(() => {
    if (known.current === n || isFetching || isError) return // a page that is on its way comes first
    void refetch().then(({ isSuccess }) => {
      if (isSuccess) known.current = n
    })
  }, [n, isFetching, isError, refetch])
  return { ...query, rows: (query.data?.pages ?? []).flatMap(({ rows }) => rows) }
}

export type IncidentEvent = IncidentHistory['rows'][number]

const MOST_PAGES = 10

/** All that happened, the oldest first. */
export const useIncidentHistory = (id: string, n: number) =>
  useQuery({
    queryKey: [...keyOf(id), 'history', n],
    queryFn: async () => {
      const rows: IncidentEvent[] = []
      for (let afterN = 0, pages = 0; pages < MOST_PAGES; pages++) {
        const params = { ...byId(id), query: { afterN } }
        const page = (await told(api.GET('/api/incidents/{id}/history', { params }))) as IncidentHistory
        rows.push(...page.rows)
        if (page.after === undefined) break
        afterN = page.after
      }
      return rows
    },
    placeholderData: keepPreviousData
  })

/** How it stood after its event `n`; that never changes. */
export const useIncidentThen = (id: string, n: number | undefined) =>
  useQuery({
    queryKey: ['incident-then', id, n],
    queryFn: async () =>
      (await told(api.GET('/api/incidents/{id}/at', { params: { ...byId(id), query: { n: n! } } }))) as IncidentThen,
    enabled: n !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData
  })

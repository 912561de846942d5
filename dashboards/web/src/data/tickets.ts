import type { TicketList, TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import { type InfiniteData, type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Asked, Sort } from './filter.ts'
import { api, told } from './http.ts'
import { heardSoFar } from './live.ts'
import { learnNow } from './server-time.ts'

const PAGE = 50

type Page = TicketList & { heard: ReturnType<typeof heardSoFar> }

export type Listed = Asked & { sort: Sort }

async function page(listed: Listed, after: string | undefined): Promise<Page> {
  const heard = heardSoFar()
  const query = { ...listed, atMost: PAGE, ...(after !== undefined && { after }) }
  const list = await told(api.GET('/api/tickets', { params: { query } }))
  learnNow(list.now)
  return { ...list, heard }
}

/**
 * A list, page by page. It waits until the live view listens, so that nothing falls between the two. It is asked for again only when a person comes to it or wants it: rows do not move under one's eyes.
 */
export function useTickets(listed: Listed | undefined) {
  const name = JSON.stringify(listed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list by what it asks for
  const key = useMemo(() => ['tickets', listed], [name])
  const client = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => page(listed!, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    refetchOnReconnect: false,
    structuralSharing: false, // it would compare all pages with each other whenever one is added
    enabled: listed !== undefined
  })
  useEffect(() => () => keepFirstPage(client, key), [client, key])
  const pages = query.data?.pages
  const rows = useMemo(() => (pages ?? []).flatMap(({ rows }) => rows), [pages])
  const first = pages?.[0]
  return {
    ...query,
    rows,
    total: first?.total ?? 0,
    /** What had been heard when the list was asked for. */
    heardBefore: first?.heard,
    /** Asks for the first page again; what is shown stays until it is here. */
    renew: async () => {
      const first = await page(listed!, undefined)
      client.setQueryData(key, { pages: [first], pageParams: [undefined] })
    }
  }
}

/** Who comes back to a list begins at its top: of ten thousand rows not all are asked for again. */
function keepFirstPage(client: QueryClient, key: readonly unknown[]): void {
  client.setQueryData<InfiniteData<Page>>(
    key,
    had => had && { pages: had.pages.slice(0, 1), pageParams: had.pageParams.slice(0, 1) }
  )
}

/** A view is never replaced by an older one. */
export const useTicket = (id: string) =>
  useQuery({
    queryKey: ['ticket', id],
    queryFn: async ({ client, queryKey }) => {
      const got = await told(api.GET('/api/tickets/{id}', { params: { path: { id } } }))
      const had = client.getQueryData<TicketView>(queryKey) // an act may have been answered meanwhile
      return had !== undefined && had.n > got.n ? had : got
    },
    staleTime: Number.POSITIVE_INFINITY
  })

/** Takes over what an act answered. */
export function keepView(client: QueryClient, view: TicketView): void {
  client.setQueryData<TicketView>(['ticket', view.id], had => (had !== undefined && had.n > view.n ? had : view))
}

/** Asks for the ticket again. */
export const renewTicket = (client: QueryClient, id: string) => client.invalidateQueries({ queryKey: ['ticket', id] })

export const useCounts = () =>
  useQuery({ queryKey: ['counts'], queryFn: () => told(api.GET('/api/counts')), refetchInterval: 60_000 })

/** The open tickets that fall due first, for the chart. */
export const useDueFirst = (atMost: number) =>
  useQuery({
    queryKey: ['due-first', atMost],
    queryFn: async (): Promise<TicketRow[]> =>
      (
        await told(
          api.GET('/api/tickets', { params: { query: { status: ['open', 'handling'], sort: 'due', atMost } } })
        )
      ).rows,
    refetchInterval: 300_000
  })

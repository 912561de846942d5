import type { TicketList, TicketRow, TicketView } from '@huiyin/schemas/api.ts'
import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Filter, params } from './filter.ts'
import { api, told } from './http.ts'
import { heardSoFar } from './live.ts'
import { learnNow } from './server-time.ts'

const PAGE = 50

type Page = TicketList & { heard: ReturnType<typeof heardSoFar> }

async function page(filter: Filter, after: string | undefined): Promise<Page> {
  const heard = heardSoFar()
  const query = { ...params(filter), atMost: PAGE, ...(after !== undefined && { after }) }
  const list = await told(api.GET('/api/tickets', { params: { query } }))
  learnNow(list.now)
  return { ...list, heard }
}

/**
 * A list, page by page. It waits until the live view listens, so that nothing falls between the two. It is asked for again only when a person comes to it or wants it: rows do not move under one's eyes.
 */
export function useTickets(filter: Filter, enabled: boolean) {
  const key = ['tickets', params(filter)]
  const client = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => page(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    refetchOnReconnect: false,
    enabled
  })
  const pages = query.data?.pages ?? []
  return {
    ...query,
    rows: pages.flatMap(({ rows }) => rows),
    total: pages[0]?.total ?? 0,
    /** What had been heard when the list was asked for. */
    heardBefore: pages[0]?.heard,
    /** The server's time when the list was made. */
    madeAt: pages[0]?.now ?? 0,
    /** Asks for the first page again; what is shown stays until it is here. */
    renew: async () => {
      const first = await page(filter, undefined)
      client.setQueryData(key, { pages: [first], pageParams: [undefined] })
    }
  }
}

/** A view is never replaced by an older one. */
export const useTicket = (id: string) =>
  useQuery({
    queryKey: ['ticket', id],
    queryFn: async ({ client, queryKey }) => {
      const had = client.getQueryData<TicketView>(queryKey)
      const got = await told(api.GET('/api/tickets/{id}', { params: { path: { id } } }))
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

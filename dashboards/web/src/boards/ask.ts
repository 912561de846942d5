import type { BoardBy, BoardSubscriptionBody, BoardSubscriptionRow } from '@huiyin/schemas/api-boards.ts'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, told, within } from '../data/http.ts'
import { learnNow } from '../data/server-time.ts'
import type { Listed, Wanted } from './place.ts'

/** What the dashboards ask of the api. */

const MINUTE = 60_000
const PAGE = 50
const PATIENCE = 60_000 // ms: a quarter is counted from all that lies in it
const BRIEFLY = 2 * MINUTE // ms that numbers nobody looks at any more are kept

/** The query of a board. */
export const asked = ({ board, ...wanted }: Wanted): Record<string, string> => wanted

const SOON = 2_000 // ms between looks while the house still counts

type Counted = { counting?: unknown }

const kept = {
  refetchInterval: ({ state }: { state: { data?: Counted | undefined } }) => (state.data?.counting ? SOON : MINUTE),
  refetchIntervalInBackground: false,
  staleTime: MINUTE / 2,
  gcTime: BRIEFLY
}

export const askOverview = ({ board, topic, place, ...query }: Wanted) =>
  told(api.GET('/api/boards/overview', { params: { query }, fetch: within(PATIENCE) }))

export const askMood = ({ board, ...query }: Wanted) =>
  told(api.GET('/api/boards/mood', { params: { query }, fetch: within(PATIENCE) }))

export const useOverview = (wanted: Wanted, enabled = true) =>
  useQuery({
    queryKey: ['board', 'overview', asked(wanted)],
    queryFn: () => askOverview(wanted),
    placeholderData: keepPreviousData,
    enabled,
    ...kept
  })

export const useMood = (wanted: Wanted, enabled = true) =>
  useQuery({
    queryKey: ['board', 'mood', asked(wanted)],
    queryFn: () => askMood(wanted),
    placeholderData: keepPreviousData,
    enabled,
    ...kept
  })

/** The list behind a number. `asOf`: of which counting. */
export function useRows({ board, ...wanted }: Wanted, { at, by, ...listed }: Listed, asOf: number) {
  const query = { ...wanted, ...listed, asOf, ...(by && { by: by as BoardBy }), ...(at && { at: Number(at) }) }
  const rows = useInfiniteQuery({
    queryKey: ['board', 'rows', query],
    queryFn: async ({ pageParam }) => {
      const page = { ...query, atMost: PAGE, ...(pageParam !== undefined && { after: pageParam }) }
      const list = await told(api.GET('/api/boards/rows', { params: { query: page }, fetch: within(PATIENCE) }))
      learnNow(list.now)
      return list
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: BRIEFLY
  })
  const pages = rows.data?.pages ?? []
  return { ...rows, rows: pages.flatMap(({ rows }) => rows), first: pages[0] }
}

const MINE = ['board', 'subscriptions']

export const useSubscriptions = () =>
  useQuery({
    queryKey: MINE,
    queryFn: async () => (await told(api.GET('/api/boards/subscriptions'))).rows
  })

/** The same key as long as the same is asked for: an answer that was lost makes no second one. */
export function useSubscribe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: BoardSubscriptionBody }) =>
      told(api.POST('/api/boards/subscriptions', { params: { header: { 'idempotency-key': key } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: MINE })
  })
}

/** Over what one saw of it. */
export function useResubscribe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ row: { id, tag: seen }, body }: { row: BoardSubscriptionRow; body: BoardSubscriptionBody }) => {
      const params = { path: { id } }
      return told(api.PUT('/api/boards/subscriptions/{id}', { params, body: { ...body, seen } }))
    },
    onSettled: () => client.invalidateQueries({ queryKey: MINE })
  })
}

/** Gone at once; back again where the house refuses. */
export function useUnsubscribe() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => told(api.DELETE('/api/boards/subscriptions/{id}', { params: { path: { id } } })),
    onMutate: async (id: string) => {
      await client.cancelQueries({ queryKey: MINE })
      const had = client.getQueryData<BoardSubscriptionRow[]>(MINE)
      client.setQueryData<BoardSubscriptionRow[]>(MINE, rows => rows?.filter(row => row.id !== id))
      return { had }
    },
    onError: (_error, _id, before) => client.setQueryData(MINE, before?.had),
    onSettled: () => client.invalidateQueries({ queryKey: MINE })
  })
}

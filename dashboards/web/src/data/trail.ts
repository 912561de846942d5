import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { paths } from '../api/types.ts'
import { api, told } from './http.ts'
import { learnNow } from './server-time.ts'

/** Who did what, and how far it is proven. */

const PAGE = 100
const FRESH = 30_000 // ms
const SELDOM = 60_000

type Asked = NonNullable<paths['/api/trail']['get']['parameters']['query']>

export function useTrail(asked: Asked) {
  const query = useInfiniteQuery({
    queryKey: ['trail', asked],
    queryFn: async ({ pageParam: after }) => {
      const page = await told(
        api.GET('/api/trail', { params: { query: { ...asked, atMost: PAGE, ...(after !== undefined && { after }) } } })
      )
      learnNow(page.now)
      return page
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    placeholderData: keepPreviousData,
    staleTime: FRESH
  })
  return { ...query, rows: (query.data?.pages ?? []).flatMap(({ rows }) => rows) }
}

export const useTrailState = () =>
  useQuery({
    queryKey: ['trail-state'],
    queryFn: () => told(api.GET('/api/trail/state')),
    refetchInterval: SELDOM
  })

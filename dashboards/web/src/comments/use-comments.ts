import type { CommentList } from '@huiyin/schemas/api.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api, told } from '../data/http.ts'
import { learnNow } from '../data/server-time.ts'
import { commentParams, type Wanted } from './place.ts'

const PAGE = 50
const FRESH = 60_000 // ms for which coming back asks for nothing anew

type Page = CommentList & { wanted: Wanted }

async function page(wanted: Wanted, after: string | undefined): Promise<Page> {
  const query = { ...commentParams(wanted), atMost: PAGE, ...(after !== undefined && { after }) }
  const list = await told(api.GET('/api/comments', { params: { query } }))
  learnNow(list.now)
  return { ...list, wanted }
}

/** The comments wanted, page by page. What was found before stays until the new answer is here: `shown` says for what. */
export function useComments(wanted: Wanted) {
  const query = useInfiniteQuery({
    queryKey: ['comments', commentParams(wanted)],
    queryFn: ({ pageParam }) => page(wanted, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    placeholderData: keepPreviousData,
    staleTime: FRESH
  })
  const pages = query.data?.pages ?? []
  const rows = new Map(pages.flatMap(({ rows }) => rows).map(row => [row.id, row])) // a page may shift meanwhile
  return { ...query, rows: [...rows.values()], total: pages[0]?.total ?? 0, shown: pages[0]?.wanted ?? wanted }
}

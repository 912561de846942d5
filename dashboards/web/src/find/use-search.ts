import type { SearchAnswer } from '@huiyin/schemas/api-search.ts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { ApiProblem, api, told } from '../data/http.ts'
import { learnNow } from '../data/server-time.ts'
import type { FindPlace } from './place.ts'

const PAGE = 20
const FRESH = 60_000 // ms for which coming back asks for nothing anew
const TRIES = 3

async function page({ what, q, sort }: FindPlace, after: string | undefined): Promise<SearchAnswer> {
  const first = after === undefined
  const query = {
    what,
    atMost: PAGE,
    ...(q && { q }),
    ...(sort && { sort }),
    ...(first ? { facets: 'true' as const } : { after })
  }
  const answer = await told(api.GET('/api/search', { params: { query } }))
  learnNow(answer.now)
  return answer
}

const idOf = ({ ticket, comment, post }: SearchAnswer['rows'][number]) => (ticket ?? comment ?? post)?.id

/** What was found, page by page; what was found before stays until the new answer is here. */
export function useSearch(place: FindPlace) {
  const { what, q, sort } = place
  const query = useInfiniteQuery({
    queryKey: ['search', { what, q, sort }],
    queryFn: ({ pageParam }) => page(place, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    enabled: q !== undefined,
    placeholderData: keepPreviousData,
    retry: (count, error) => count < TRIES && error instanceof ApiProblem && error.undecided,
    staleTime: FRESH
  })
  const pages = q === undefined ? [] : (query.data?.pages ?? [])
  const rows = new Map(pages.flatMap(({ rows }) => rows).map(row => [idOf(row), row]))
  return { ...query, rows: [...rows.values()], first: pages[0] }
}

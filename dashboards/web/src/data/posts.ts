import type { CommentRow } from '@huiyin/schemas/api.ts'
import type { HandComment, HandPost, PostRow } from '@huiyin/schemas/api-intake.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountKey } from './accounts.ts'
import { api, told, within } from './http.ts'
import { learnNow } from './server-time.ts'

/** What the office published, and what people add by hand. */

const PAGE = 50
const MINUTE = 60_000

export type Published = PostRow

async function page(of: AccountKey | undefined, atMost: number, after?: string) {
  const query = { atMost, ...(of && { platform: of.platform, account: of.id }), ...(after !== undefined && { after }) }
  const rows = await told(api.GET('/api/posts', { params: { query } }))
  learnNow(rows.now)
  return rows
}

export function usePosts(of: AccountKey | undefined) {
  const query = useInfiniteQuery({
    queryKey: ['posts', of?.platform, of?.id],
    queryFn: ({ pageParam }) => page(of, PAGE, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.after,
    refetchInterval: MINUTE
  })
  const pages = query.data?.pages ?? []
  const rows = new Map(pages.flatMap(({ rows }) => rows).map(row => [row.id, row])) // a page may shift meanwhile
  return { ...query, rows: [...rows.values()], total: pages[0]?.total ?? 0 }
}

/** The newest of one account, to choose from. */
export const useNewestPosts = (of: AccountKey | undefined) =>
  useQuery({
    queryKey: ['newest-posts', of?.platform, of?.id],
    queryFn: async () => (await page(of, PAGE)).rows,
    enabled: of !== undefined,
    staleTime: MINUTE
  })

export const useAddPost = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: HandPost) => told(api.POST('/api/posts', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['posts'] })
  })
}

/** A picture takes its time to travel. */
const UPLOAD = 120_000

export const useAddComment = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: HandComment) => told(api.POST('/api/comments', { body, fetch: within(UPLOAD) })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['comments'] })
  })
}

const OFTEN = 1_500
const AT_MOST = 200

/** The comment that was added, once it is judged: asked for until it is there and has its ticket, or for a minute. */
export const useAddedComment = (taken: { id: string; publishedAt: number } | undefined) =>
  useQuery({
    queryKey: ['added-comment', taken?.id],
    queryFn: async (): Promise<CommentRow | null> => {
      const { id, publishedAt } = taken!
      const query = { from: publishedAt, to: publishedAt + 1, atMost: AT_MOST }
      const { rows } = await told(api.GET('/api/comments', { params: { query } }))
      return rows.find(row => row.id === id) ?? null
    },
    enabled: taken !== undefined,
    refetchInterval: ({ state }) => (state.data?.ticket !== undefined || state.dataUpdateCount > 40 ? false : OFTEN)
  })

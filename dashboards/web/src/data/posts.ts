import type { CommentList, CommentRow } from '@huiyin/schemas/api.ts'
import type { HandComment, HandPost, PostRow } from '@huiyin/schemas/api-intake.ts'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountKey } from './accounts.ts'
import { ask } from './http.ts'
import { learnNow } from './server-time.ts'

/** What the office published, and what people add by hand. */

const PAGE = 50
const MINUTE = 60_000

export type Published = PostRow
type Rows = { rows: Published[]; total: number; after?: string; now: number }

async function page(of: AccountKey | undefined, atMost: number, after?: string): Promise<Rows> {
  const query = new URLSearchParams({ atMost: String(atMost) })
  if (of) {
    query.set('platform', of.platform)
    query.set('account', of.id)
  }
  if (after !== undefined) query.set('after', after)
  const rows = await ask<Rows>(`/posts?${query}`)
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
    mutationFn: (body: HandPost) => ask<PostRow>('/posts', { method: 'POST', body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['posts'] })
  })
}

type Taken = { id: string; screenshot: boolean }

/** A picture takes its time to travel. */
const UPLOAD = 120_000

export const useAddComment = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: HandComment) =>
      ask<Taken>('/comments', { method: 'POST', body, signal: AbortSignal.timeout(UPLOAD) }),
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
      const query = new URLSearchParams({
        from: String(publishedAt),
        to: String(publishedAt + 1),
        atMost: String(AT_MOST)
      })
      const { rows } = await ask<CommentList>(`/comments?${query}`)
      return rows.find(row => row.id === id) ?? null
    },
    enabled: taken !== undefined,
    refetchInterval: ({ state }) => (state.data?.ticket !== undefined || state.dataUpdateCount > 40 ? false : OFTEN)
  })

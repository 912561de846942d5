import { findableComment } from '@huiyin/domain/search/findable.ts'
import { matcher } from '@huiyin/domain/search/matches.ts'
import type { CommentFilter, Comments } from '@huiyin/ports/comments.ts'
import { both, says } from './asking.ts'

/**
 * Each search for a phrase goes through all that was ever said: of up to so many comments it costs less to read them once,
 * and the domain's own `matches` finds the same as the engines.
 */
const READ = 2_000
const PAGE = 200

export type Holding = ReadonlyMap<string, Record<string, number>>

/** How many of the comments hold each phrase, by platform (which every comment has) or by sentiment. */
export async function holding(
  comments: Pick<Comments, 'search' | 'count'>,
  filter: CommentFilter,
  phrases: readonly string[],
  by: 'platform' | 'sentiment'
): Promise<Holding> {
  const queries = phrases.map(phrase => ({ phrase, query: says(phrase) }))
  if (queries.length === 0) return new Map()
  let page = await comments.search({ ...filter, sort: 'newest', atMost: PAGE })
  if (page.total > READ) {
    const counted = queries.map(async ({ phrase, query }) => {
      return [phrase, await comments.count(by, { ...filter, where: both(filter.where, query) })] as const
    })
    return new Map(await Promise.all(counted))
  }
  const found = new Map(phrases.map(phrase => [phrase, {} as Record<string, number>]))
  for (;;) {
    for (const comment of page.rows) {
      const key = by === 'platform' ? comment.platform : comment.classification?.sentiment.name
      if (key === undefined) continue
      const holds = matcher(findableComment(comment))
      for (const { phrase, query } of queries) {
        if (holds(query)) found.get(phrase)![key] = (found.get(phrase)![key] ?? 0) + 1
      }
    }
    if (page.after === undefined) return found
    page = await comments.search({ ...filter, sort: 'newest', atMost: PAGE, after: page.after })
  }
}

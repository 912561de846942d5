import type { PostLine } from '@huiyin/schemas/appraisal.ts'
import { type Post, PostCounts } from '@huiyin/schemas/post.ts'

export const COUNT_NAMES = Object.keys(PostCounts.properties) as (keyof PostCounts)[]

type Counts = Pick<PostLine, 'reads' | 'likes' | 'comments' | 'reposts'>

/**
 * What the platform told of a post not later than an instant, the newest look at it first; where nobody had looked by
 * then, the first look there is. What no look tells is absent.
 */
export function countsAsOf({ counts, looks }: Pick<Post, 'counts' | 'looks'>, asOf: number): Counts {
  const all = [...looks, ...(counts ? [counts] : [])].sort((a, b) => a.at - b.at)
  const known = all.filter(({ at }) => at <= asOf).reverse()
  const seen = known.length > 0 ? known : all
  const told: Counts = {}
  for (const name of COUNT_NAMES) {
    const value = seen.find(look => look[name] !== undefined)?.[name]
    if (value !== undefined) told[name] = value
  }
  return told
}

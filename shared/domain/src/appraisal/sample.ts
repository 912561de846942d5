import type { Period } from '@huiyin/schemas/appraisal.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import { accountId, textHash } from '../ids.ts'

type Drawing = { period: Period; seed: string; perAccount: number }

/**
 * The posts of a period that reviewers are asked to rate, so that not only favourites are: of each account those whose
 * number comes first, a number that follows from seed, period and post alone. The same for everybody, at any time; a
 * post that is found later takes its place among the others.
 */
export function sampleOf<P extends Pick<Post, 'id' | 'platform' | 'account' | 'publishedAt' | 'gone'>>(
  posts: readonly P[],
  { period, seed, perAccount }: Drawing
): P[] {
  const { year, quarter = 0, from, to } = period
  const within = posts.filter(({ publishedAt = -1, gone }) => publishedAt >= from && publishedAt < to && !gone)
  const numbered = within.map(post => ({ post, number: textHash(`${seed}/${year}/${quarter}/${post.id}`) }))
  const groups = Map.groupBy(numbered, ({ post }) => accountId({ platform: post.platform, id: post.account }))
  return [...groups.keys()]
    .sort()
    .flatMap(account =>
      groups
        .get(account)!
        .sort((a, b) => (a.number < b.number ? -1 : 1))
        .slice(0, perAccount)
    )
    .map(({ post }) => post)
}

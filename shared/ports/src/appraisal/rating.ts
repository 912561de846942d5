import { answersFor } from '@huiyin/domain/appraisal/subjects.ts'
import { HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import type { PublicAccount } from '@huiyin/schemas/account.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Rating, Scores } from '@huiyin/schemas/rating.ts'
import type { Clock } from '../clock.ts'
import type { Records } from '../records.ts'
import { subjectOf, type Tell } from '../tell.ts'
import { RATING } from './records.ts'

const EARLIER = 20

export const ratingId = (post: string, reviewer: string): string => `${post}/${idOf(reviewer)}`

/**
 * What a reviewer says of a post; what they said before stays in it. The same again changes nothing. Throws
 * OUTSIDER_NEEDED for who answers for the account, or may publish there.
 */
export async function ratePost(
  { records, clock, tell }: { records: Records; clock: Clock; tell: Tell },
  { post, account, by, scores, note }: { post: Post; account?: PublicAccount; by: Actor; scores: Scores; note?: string }
): Promise<Rating> {
  if (account && isItsAuthor(account, by))
    throw new HuiyinError(
      'OUTSIDER_NEEDED',
      `${by.name} publishes by ${account.name}; another reviewer rates its posts`
    )
  const id = ratingId(post.id, by.id)
  const { accounts: _, ...who } = by
  while (true) {
    const found = await records.get<Rating>(RATING, id)
    const before = found?.document.value
    if (before && isSame(before, scores, note)) return before
    const earlier = before ? [...before.earlier, earlierOf(before)].slice(-EARLIER) : []
    const said = { scores, ...(note !== undefined && { note }) }
    const value: Rating = { id, post: post.id, by: who, at: clock.now(), ...said, earlier }
    const data = { ...scores, again: before !== undefined }
    await tell(subjectOf('post', post.id), { type: 'content.rated', by, data })
    const [put] = await records.putEach<Rating>(RATING, [{ entry: { id, value }, version: found?.version }])
    if (put?.outcome === 'refused') throw storeRefused(put.reason)
    if (put?.outcome === 'put') return value
  }
}

const earlierOf = ({ at, scores, note }: Rating) => ({ at, scores, ...(note !== undefined && { note }) })

const isSame = (before: Rating, scores: Scores, note: string | undefined): boolean =>
  before.note === note && JSON.stringify(Object.values(before.scores)) === JSON.stringify(Object.values(scores))

/** As far as the house knows: who answers for the account, and who may use its password. */
export const isItsAuthor = (account: PublicAccount, { id, name }: Pick<Actor, 'id' | 'name'>): boolean =>
  answersFor(account, { id, name }) || (account.authorised ?? []).some(one => one === id || one === name)

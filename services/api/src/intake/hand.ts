import { accountNotFound } from '@huiyin/domain/errors.ts'
import { digest } from '@huiyin/domain/ids.ts'
import { toObservation } from '@huiyin/domain/to-observation.ts'
import type { Intake } from '@huiyin/ports/intake.ts'
import type { PublicAccount } from '@huiyin/schemas/account.ts'
import type { HandComment, HandPost } from '@huiyin/schemas/api-intake.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { invalidRequest } from '../errors.ts'

/** Clocks differ by so much, in ms. */
const AHEAD = 10 * 60_000

/** Throws ACCOUNT_NOT_FOUND. */
export function accountOf(intake: Intake, { platform, account: id }: Pick<HandPost, 'platform' | 'account'>) {
  const found = intake.account(platform, id)
  if (found) return found
  throw accountNotFound(platform, id)
}

/** The post's own id; one of which only the address is known is named by that. Throws INVALID_REQUEST. */
export function postOf({ platform, post, link }: Pick<HandPost, 'platform' | 'post' | 'link'>): string {
  if (post !== undefined) return platform === 'wechat' && /^\d+$/.test(post) ? `${post}_0` : post
  if (link !== undefined) return `link-${digest(link)}`
  throw invalidRequest('body/post', 'body/post or body/link must name the post')
}

/** Throws INVALID_REQUEST for a time that is still to come. */
export function checkTime(publishedAt: number | undefined, now: number): void {
  if (publishedAt !== undefined && publishedAt > now + AHEAD)
    throw invalidRequest('body/publishedAt', 'body/publishedAt must not be still to come')
}

/** The comment that a person added. What says the same of the same is the same comment. */
export function handObservation(body: HandComment, account: PublicAccount, now: number): Observation {
  const { text, author = {}, publishedAt, link, postTitle } = body
  checkTime(publishedAt, now)
  const comment = `hand-${digest(JSON.stringify([text, author.id ?? null, author.name ?? null, publishedAt]))}`
  return toObservation(
    {
      post: postOf(body),
      root: comment,
      comment,
      author,
      ours: false,
      text,
      publishedAt,
      link,
      ...(postTitle !== undefined && { postTitle })
    },
    { account, observedAt: now, term: 0, source: 'hand' }
  )
}

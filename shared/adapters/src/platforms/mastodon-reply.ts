import { PRIVATE } from '@huiyin/domain/private-post.ts'
import type { ActOutcome, LookedUp, ReadBack, ReplyOutcome, ReplyTarget } from '@huiyin/ports/platform.ts'
import { isObject, NoAnswer, postponed, unanswered } from './http.ts'
import { isGone, type MastodonAnswer, type MastodonCall, mastodonError } from './mastodon-call.ts'
import { commentOf, idOf, readStatus, type Status } from './mastodon-status.ts'
import { withoutMentions } from './mastodon-text.ts'
import type { Threads, Written } from './mastodon-threads.ts'
import { sameText } from './same-text.ts'

const GONE = 'The comment is not there any more, or is not shown to us'

const SOON = 60_000

const at = (id: string) => `/api/v1/statuses/${encodeURIComponent(id)}`

/** How a comment stands. Rejects with PlatformError or NoAnswer. */
export async function mastodonLookUp(
  { get }: MastodonCall,
  { post, root, comment }: ReplyTarget,
  us: string,
  signal?: AbortSignal
): Promise<LookedUp> {
  const answer = await get(at(comment), [], signal)
  if (!answer.ok && isGone(answer)) return { outcome: 'gone' }
  if (!answer.ok && answer.status === 404) return { outcome: 'unreadable' }
  if (!answer.ok) throw mastodonError(answer, 'a status')
  const status = readStatus(answer.json)
  if (typeof status === 'string') return { outcome: 'unreadable' }
  return { outcome: 'there', comment: commentOf(status, { post, root }, us) }
}

/** Answers a comment by calling its author, or they would not be told; as publicly as they wrote, or less. */
export async function mastodonReply(
  { call, writtenBy }: { call: MastodonCall; writtenBy: Threads['writtenBy'] },
  target: ReplyTarget,
  text: string,
  key: string
): Promise<ReplyOutcome> {
  const citizen = writtenBy(target.comment) ?? (await lookUpWriter(call, target.comment))
  if ('outcome' in citizen) return citizen
  const body = {
    status: `@${citizen.acct} ${text}`,
    in_reply_to_id: target.comment,
    visibility: visibilityOf(target, citizen)
  }
  const answer = await call.send('POST', '/api/v1/statuses', body, { 'idempotency-key': key }).catch(unanswered)
  return 'outcome' in answer ? answer : outcomeOf(answer)
}

async function lookUpWriter({ get }: MastodonCall, comment: string): Promise<Written | ReplyOutcome> {
  const found = await get(at(comment)).catch(notYet)
  if ('outcome' in found) return found
  if (!found.ok && isGone(found)) return { outcome: 'refused', code: String(found.status), message: GONE }
  if (!found.ok) return postponed(mastodonError(found, 'the comment that is answered'))
  const status = readStatus(found.json)
  return typeof status === 'string'
    ? { outcome: 'later', code: 'UNREADABLE', message: `Mastodon's status: ${status}`, retryAfterMs: SOON }
    : status
}

/** Nothing has been posted yet, whatever became of this request. */
function notYet(error: unknown): ReplyOutcome {
  if (!(error instanceof NoAnswer)) throw error
  return { outcome: 'later', code: 'NO_ANSWER', message: error.message, retryAfterMs: SOON }
}

function visibilityOf({ post }: ReplyTarget, { visibility }: Written): string {
  if (post === PRIVATE) return 'direct'
  return visibility === 'direct' || visibility === 'private' ? visibility : 'unlisted'
}

function outcomeOf(answer: MastodonAnswer): ReplyOutcome {
  if (answer.ok) return accepted(answer.json)
  const { status, said } = answer
  const error = mastodonError(answer, 'a reply')
  if (isGone(answer)) return { outcome: 'refused', code: String(status), message: GONE }
  if (status === 422 || status === 413)
    return { outcome: 'refused', code: String(status), message: `Mastodon refuses the reply${said && `: ${said}`}` }
  // What failed on their side may have been posted before it failed.
  if (status >= 500 || status === 408) return { outcome: 'unknown', message: error.message }
  return postponed(error)
}

function accepted(json: unknown): ReplyOutcome {
  const native = idOf(json)
  const acceptedAt = isObject(json) ? Date.parse(String(json.created_at)) : Number.NaN
  return { outcome: 'sent', ...(native !== undefined && { native }), ...(acceptedAt >= 0 && { acceptedAt }) }
}

/** What stands under the comment. Rejects with PlatformError or NoAnswer. */
export async function mastodonReadBack(
  { get }: MastodonCall,
  { comment }: ReplyTarget,
  { text, native }: { text: string; native?: string },
  us: string
): Promise<ReadBack> {
  if (native !== undefined) {
    const answer = await get(at(native))
    if (!answer.ok && !isGone(answer)) throw mastodonError(answer, 'our reply')
    const status = answer.ok ? readStatus(answer.json) : undefined
    if (status !== undefined && typeof status !== 'string') return judge([status], text)
  }
  const answer = await get(`${at(comment)}/context`)
  if (!answer.ok && isGone(answer)) return { outcome: 'gone', message: GONE }
  if (!answer.ok) throw mastodonError(answer, 'what stands under a comment')
  const { json } = answer
  const below: unknown[] = isObject(json) && Array.isArray(json.descendants) ? json.descendants : []
  const own = below
    .map(readStatus)
    .filter(status => typeof status !== 'string')
    .filter(({ account, parent }) => account === us && parent === comment)
  return judge(own, text)
}

function judge(own: readonly Status[], text: string): ReadBack {
  const same = own.find(status => sameText(withoutMentions(status.text), withoutMentions(text)))
  if (same) return { outcome: 'same', native: same.id, acceptedAt: same.publishedAt }
  const [other] = own
  return other
    ? { outcome: 'different', text: withoutMentions(other.text), native: other.id, acceptedAt: other.publishedAt }
    : { outcome: 'absent' }
}

/** Takes a reply of ours away; the server takes nothing of others'. Throws PlatformError for what waiting does not heal. */
export async function mastodonDelete({ send }: MastodonCall, native: string): Promise<ActOutcome> {
  const answer = await send('DELETE', at(native)).catch(unanswered)
  if ('outcome' in answer) return answer
  if (answer.ok || isGone(answer)) return { outcome: 'done' }
  const error = mastodonError(answer, 'deleting a reply')
  if (answer.status >= 500 || answer.status === 408) return { outcome: 'unknown', message: error.message }
  return postponed(error)
}

import type { ActOutcome, Platform, ReadBack, ReplyOutcome, ReplyTarget } from '@huiyin/ports/platform.ts'
import { asked, isObject, postponed, unanswered } from './http.ts'
import { sameText } from './same-text.ts'
import type { WeiboCall } from './weibo-call.ts'
import { belowAll, idOf } from './weibo-comments.ts'
import { type Capability, COMMENT_GONE, DUPLICATES, PUBLISHED_LATE, REFUSALS, SYSTEM_ERRORS } from './weibo-errors.ts'
import { parseWeiboTime } from './weibo-time.ts'

export const REPLY_LIMIT = 140
const COUNT = 200
/** A reply is looked for among so many pages of our newest. */
const OWN_PAGES = 5

/** Half-width characters are a half; what takes two UTF-16 units counts twice. */
export function replyLength(text: string): number {
  let halves = 0
  for (let i = 0; i < text.length; i++) halves += text.charCodeAt(i) < 0x80 ? 1 : 2
  return Math.ceil(halves / 2)
}

type Writing = Required<Pick<Platform, 'reply' | 'readBack' | 'deleteReply'>>

/** What the office writes; `rip` is the operator's real IP, sent along where it is given. */
export function weiboWriting(call: WeiboCall, rip: string | undefined): Writing {
  async function reply({ post, comment: cid }: ReplyTarget, text: string): Promise<ReplyOutcome> {
    const form = { id: post, cid, comment: text, without_mention: 1, ...(rip && { rip }) }
    const answer = await call.post('/2/comments/reply.json', form).catch(unanswered)
    if ('outcome' in answer) return answer
    if (answer.ok) return accepted(answer.json)
    if (answer.code === PUBLISHED_LATE) return { outcome: 'sent' }
    if (DUPLICATES.has(answer.code))
      return { outcome: 'unknown', message: `Weibo says that this text stands there already (${answer.code})` }
    return notDone(answer.code, 'reply')
  }

  async function notDone(code: number, capability: Capability) {
    const refused = REFUSALS[code]
    if (refused !== undefined) return { outcome: 'refused', code: String(code), message: refused } as const
    const error = await call.explain(code, capability)
    return SYSTEM_ERRORS.has(code) ? ({ outcome: 'unknown', message: error.message } as const) : postponed(error)
  }

  async function readBack(
    { comment }: ReplyTarget,
    { text, native }: { text: string; native?: string }
  ): Promise<ReadBack> {
    const wanted = native === undefined ? [comment] : [native, comment]
    const standing = await call.batch(wanted, 'readBack')
    const known = native === undefined ? undefined : standing.find(row => idOf(row) === native)
    const own = known ? [known] : await repliesTo(comment)
    const judged = judge(own, text)
    if (judged) return judged
    const there = standing.some(row => idOf(row) === comment)
    return there ? { outcome: 'absent' } : { outcome: 'gone', message: 'The comment is not there any more' }
  }

  /** Our own replies to a comment; they are younger than it, so their ids are larger. */
  async function repliesTo(comment: string): Promise<unknown[]> {
    const found: unknown[] = []
    let max: string | undefined
    for (let page = 0; page < OWN_PAGES; page++) {
      const params = { since_id: comment, count: COUNT, ...(max !== undefined && { max_id: max }) }
      const rows = await call.rows('/2/comments/by_me.json', params, 'readBack')
      found.push(...rows.filter(row => isObject(row) && idOf(row.reply_comment) === comment))
      const below = belowAll(rows)
      if (below === undefined || (max !== undefined && BigInt(below) >= BigInt(max))) break
      max = below
    }
    return found
  }

  /** Weibo lets an account take its own comments away, nobody else's. */
  async function deleteReply(_target: ReplyTarget, native: string): Promise<ActOutcome> {
    const answer = await call.post('/2/comments/destroy.json', { cid: native }).catch(unanswered)
    if ('outcome' in answer) return answer
    if (answer.ok || answer.code === COMMENT_GONE) return { outcome: 'done' }
    return notDone(answer.code, 'deleteReply')
  }

  return { reply, readBack: (target, sent) => asked(() => readBack(target, sent)), deleteReply }
}

function accepted(json: unknown): ReplyOutcome {
  const native = idOf(json)
  const acceptedAt = isObject(json) ? parseWeiboTime(json.created_at) : undefined
  return { outcome: 'sent', ...(native !== undefined && { native }), ...(acceptedAt !== undefined && { acceptedAt }) }
}

/** Weibo puts the citizen's name before a reply unless it is told not to, and may do so all the same. */
const withoutMention = (text: string) => text.replace(/^回复@[^:：]{1,40}[:：]/, '')

function judge(rows: readonly unknown[], text: string): ReadBack | undefined {
  const replies = rows.flatMap(row => {
    const acceptedAt = isObject(row) ? parseWeiboTime(row.created_at) : undefined
    const native = idOf(row)
    if (!isObject(row) || typeof row.text !== 'string' || acceptedAt === undefined || native === undefined) return []
    return [{ text: row.text, native, acceptedAt }]
  })
  const same = replies.find(reply => sameText(withoutMention(reply.text), withoutMention(text)))
  if (same) return { outcome: 'same', native: same.native, acceptedAt: same.acceptedAt }
  const other = replies.at(0)
  return other && { outcome: 'different', ...other }
}

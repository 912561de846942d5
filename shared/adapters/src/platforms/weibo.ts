import type { Platform, ReadBack, ReplyOutcome, ReplyTarget } from '@huiyin/ports/platform.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { asked, httpClient, isObject, postponed, unanswered } from './http.ts'
import { sameText } from './same-text.ts'
import type { PlatformDeps } from './wechat.ts'
import { weiboCall } from './weibo-call.ts'
import { idOf } from './weibo-comments.ts'
import { DUPLICATES, PUBLISHED_LATE, REPLY_REFUSALS, SYSTEM_ERRORS } from './weibo-errors.ts'
import { pollWeibo } from './weibo-poll.ts'
import { weiboRoots } from './weibo-roots.ts'
import { parseWeiboTime } from './weibo-time.ts'

const API = 'https://api.weibo.com'
/** The newest revision of the rules allows 100 calls a day; what we wrote ourselves is the lesser part. */
const OWN_EVERY = 60 * 60_000
/** Where the office sets the pace, one in so many rounds. */
const OWN_SHARE = 4
const COUNT = 200
/** A reply is looked for among so many of our newest. */
const OWN_PAGES = 5

/**
 * A Weibo account. `credentials.accessToken` is what a person authorised; it cannot be renewed without
 * a person. `credentials.rip`, the operator's real IP, is sent along where it is given.
 */
export function weiboPlatform(account: Account, { clock, http = httpClient() }: PlatformDeps): Platform {
  const { accessToken, rip } = account.credentials
  if (!accessToken)
    throw new TypeError(`Weibo account "${account.id}": credentials.accessToken must be the access token`)
  const call = weiboCall((account.api ?? API).replace(/\/+$/, ''), accessToken, http, clock)
  const polled = {
    call,
    roots: weiboRoots(call),
    clock,
    uid: account.id,
    startedAt: account.since,
    ownEvery: account.pollEvery === undefined ? OWN_EVERY : account.pollEvery * OWN_SHARE
  }

  async function reply({ post, comment: cid }: ReplyTarget, text: string): Promise<ReplyOutcome> {
    const form = { id: post, cid, comment: text, without_mention: 1, ...(rip && { rip }) }
    const answer = await call.post('/2/comments/reply.json', form).catch(unanswered)
    if ('outcome' in answer) return answer
    if (answer.ok) return accepted(answer.json)
    const { code } = answer
    if (code === PUBLISHED_LATE) return { outcome: 'sent' }
    const refused = REPLY_REFUSALS[code]
    if (refused !== undefined) return { outcome: 'refused', code: String(code), message: refused }
    if (DUPLICATES.has(code))
      return { outcome: 'unknown', message: `Weibo says that this text stands there already (${code})` }
    const error = await call.explain(code)
    return SYSTEM_ERRORS.has(code) ? { outcome: 'unknown', message: error.message } : postponed(error)
  }

  async function readBack(
    { comment }: ReplyTarget,
    { text, native }: { text: string; native?: string }
  ): Promise<ReadBack> {
    const wanted = native === undefined ? [comment] : [native, comment]
    const standing = await list('/2/comments/show_batch.json', { cids: wanted.join(',') })
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
      const rows = await list('/2/comments/by_me.json', params)
      found.push(...rows.filter(row => isObject(row) && idOf(row.reply_comment) === comment))
      const ids = rows.flatMap(row => idOf(row) ?? []).map(BigInt)
      if (ids.length === 0) break
      max = String(ids.reduce((low, id) => (id < low ? id : low)) - 1n)
    }
    return found
  }

  async function list(path: string, params: Record<string, string | number>): Promise<unknown[]> {
    const answer = await call.get(path, params)
    if (!answer.ok) throw await call.explain(answer.code)
    const rows: unknown = isObject(answer.json) ? answer.json.comments : answer.json
    return Array.isArray(rows) ? rows : []
  }

  return {
    capabilities: { reply: true, replyAgain: true, deleteReply: true, replyLimit: 140, readBack: true },
    replyLength,
    poll: (cursor, signal) => asked(() => pollWeibo(polled, cursor, signal)),
    reply,
    readBack: (target, sent) => asked(() => readBack(target, sent))
  }
}

/** Half-width characters are a half; what takes two UTF-16 units counts twice. */
function replyLength(text: string): number {
  let halves = 0
  for (let i = 0; i < text.length; i++) halves += text.charCodeAt(i) < 0x80 ? 1 : 2
  return Math.ceil(halves / 2)
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

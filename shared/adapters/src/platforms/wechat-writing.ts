import type { ActOutcome, Platform, ReadBack, ReplyOutcome, ReplyTarget } from '@huiyin/ports/platform.ts'
import { asked, postponed, type Unsent, unanswered } from './http.ts'
import { sameText } from './same-text.ts'
import { addressOf } from './wechat-articles.ts'
import { replyIn } from './wechat-comments.ts'
import { ALREADY_REPLIED, type Capability, REFUSALS, SYSTEM_ERROR, wechatError } from './wechat-errors.ts'
import { type Listed, rowOf } from './wechat-list.ts'
import { isPrivate, readPrivately, sendPrivately } from './wechat-private.ts'

export const REPLY_LIMIT = 140
export const replyLength = (text: string): number => [...text].length

const NO_REPLY = 88009
const COMMENT_GONE: ReadonlySet<number> = new Set([88004, 88008])
const NOTHING_LEFT: ReadonlySet<number> = new Set([NO_REPLY, ...COMMENT_GONE])

type Done = { outcome: 'done' }
type Writing = Required<Pick<Platform, 'reply' | 'readBack' | 'replace' | 'deleteReply' | 'deleteComment' | 'elect'>>

/**
 * What the office writes. A comment takes one reply of ours. A reply stands as soon as WeChat took it, also under a
 * comment that is not elected (精选): its author sees it, and it counts as delivered.
 */
export function wechatWriting(of: Listed): Writing {
  const { call, clock } = of

  /** One act on a comment; `done` are codes that say that it stands so already. */
  async function act(
    path: string,
    { post, comment }: ReplyTarget,
    capability: Capability,
    more: Record<string, unknown> = {},
    done: ReadonlySet<number> = new Set()
  ): Promise<Done | Unsent> {
    const address = addressOf(post)
    const user_comment_id = Number(comment)
    if (!address || !Number.isSafeInteger(user_comment_id)) return NO_ADDRESS
    const answer = await call(path, { ...address, user_comment_id, ...more }).catch(unanswered)
    if (!('errcode' in answer)) return answer
    const { errcode, errmsg } = answer
    if (errcode === 0 || done.has(errcode)) return { outcome: 'done' }
    const refused = REFUSALS[errcode]
    if (refused !== undefined) return { outcome: 'refused', code: String(errcode), message: refused }
    const error = wechatError(errcode, errmsg, clock.now(), capability)
    if (errcode === SYSTEM_ERROR) return { outcome: 'unknown', message: error.message }
    return errcode === ALREADY_REPLIED ? { outcome: 'refused', code: CODE, message: OTHER } : postponed(error)
  }

  async function readBack(target: ReplyTarget, { text, native }: { text: string; native?: string }): Promise<ReadBack> {
    if (isPrivate(target)) return readPrivately(native)
    const found = await asked(() => rowOf(of, target.post, target.comment))
    if ('gone' in found) return { outcome: 'gone', message: found.gone }
    const reply = replyIn(found.row)
    if (!reply) return { outcome: 'absent' }
    const { native: stands, at: acceptedAt } = reply
    return sameText(reply.text, text)
      ? { outcome: 'same', native: stands, acceptedAt }
      : { outcome: 'different', text: reply.text, native: stands, acceptedAt }
  }

  async function reply(target: ReplyTarget, text: string): Promise<ReplyOutcome> {
    if (isPrivate(target)) return sendPrivately(of, target, text)
    const acted = await act('/cgi-bin/comment/reply/add', target, 'reply', { content: text })
    if (acted.outcome === 'done') return { outcome: 'sent' }
    return acted.outcome === 'refused' && acted.code === CODE ? alreadyReplied(target, text) : acted
  }

  /** One reply per comment: ours came through before, or another one stands there. */
  async function alreadyReplied(target: ReplyTarget, text: string): Promise<ReplyOutcome> {
    const found = await readBack(target, { text }).catch(() => undefined)
    if (found?.outcome === 'same') return { outcome: 'sent', native: found.native!, acceptedAt: found.acceptedAt }
    if (found?.outcome === 'gone') return { outcome: 'refused', code: CODE, message: found.message }
    if (found?.outcome === 'different') return { outcome: 'refused', code: CODE, message: OTHER }
    return { outcome: 'unknown', message: 'WeChat says that the comment has a reply; which one could not be read' }
  }

  const removeReply = (target: ReplyTarget, done?: ReadonlySet<number>) =>
    act('/cgi-bin/comment/reply/delete', target, 'deleteReply', {}, done)

  /**
   * Takes the reply away and gives the new one. What WeChat would refuse for its length is refused before anything is
   * taken away. `unknown`: the old one may be gone and the new one may stand; the same call again ends well.
   */
  async function replace(target: ReplyTarget, text: string): Promise<ReplyOutcome> {
    if (isPrivate(target)) return NOT_PRIVATE
    if (text.trim() === '' || replyLength(text) > REPLY_LIMIT) {
      return { outcome: 'refused', code: '88007', message: REFUSALS[88007]! }
    }
    const removed = await removeReply(target)
    const none = removed.outcome === 'refused' && removed.code === String(NO_REPLY)
    if (removed.outcome !== 'done' && !none) return removed
    const replied = await reply(target, text)
    if (none || (replied.outcome !== 'refused' && replied.outcome !== 'later')) return replied
    return { ...replied, message: `${replied.message}. The earlier reply is taken away: the comment has none now` }
  }

  const publicly = async (target: ReplyTarget, run: () => Promise<ActOutcome>): Promise<ActOutcome> =>
    isPrivate(target) ? NOT_PRIVATE : run()

  return {
    reply,
    readBack,
    replace,
    deleteReply: target => publicly(target, () => removeReply(target, NOTHING_LEFT)),
    deleteComment: target =>
      publicly(target, () => act('/cgi-bin/comment/delete', target, 'deleteComment', {}, COMMENT_GONE)),
    elect: (target, elected) =>
      publicly(target, () => act(`/cgi-bin/comment/${elected ? 'markelect' : 'unmarkelect'}`, target, 'elect'))
  }
}

const CODE = String(ALREADY_REPLIED)
const OTHER = 'Another reply stands under the comment already; WeChat allows one'
const NO_ADDRESS: Unsent = {
  outcome: 'refused',
  code: 'ADDRESS',
  message: "WeChat can answer a citizen's comment under an article only"
}
const NOT_PRIVATE: Unsent = {
  outcome: 'refused',
  code: 'PRIVATE',
  message: 'WeChat takes no private message back: the person has it'
}

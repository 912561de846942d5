import { PRIVATE } from '@huiyin/domain/private-post.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { ReadBack, ReplyOutcome, ReplyTarget } from '@huiyin/ports/platform.ts'
import { postponed, unanswered } from './http.ts'
import type { WechatCall } from './wechat-call.ts'
import { REFUSALS, SYSTEM_ERROR, wechatError } from './wechat-errors.ts'

/** Private messages stand under `private`; the openid is the root, the message's id the comment. */
export const isPrivate = ({ post }: ReplyTarget): boolean => post === PRIVATE

/** WeChat gives no id to what it sends: its word that it took the message, and when, is all there will ever be. */
const accepted = (at: number) => `accepted-${at}`

/** Sends a message to the person. Only within 48 hours of their last one, and five at most, says WeChat. */
export async function sendPrivately(
  { call, clock }: { call: WechatCall; clock: Clock },
  { root: touser }: ReplyTarget,
  text: string
): Promise<ReplyOutcome> {
  const body = { touser, msgtype: 'text', text: { content: text } }
  const answer = await call('/cgi-bin/message/custom/send', body).catch(unanswered)
  if (!('errcode' in answer)) return answer
  const { errcode, errmsg } = answer
  const now = clock.now()
  if (errcode === 0) return { outcome: 'sent', native: accepted(now), acceptedAt: now }
  const refused = REFUSALS[errcode]
  if (refused !== undefined) return { outcome: 'refused', code: String(errcode), message: refused }
  const error = wechatError(errcode, errmsg, now, 'reply')
  return errcode === SYSTEM_ERROR ? { outcome: 'unknown', message: error.message } : postponed(error)
}

/** WeChat cannot be asked for private messages: what it took is sent; of anything else only a person can tell. */
export function readPrivately(native: string | undefined): ReadBack {
  const at = /^accepted-(\d{1,15})$/.exec(native ?? '')?.[1]
  if (at !== undefined) return { outcome: 'same', native: native!, acceptedAt: Number(at) }
  const message = 'WeChat cannot be asked whether a private message arrived: look in mp.weixin.qq.com, Messages (私信)'
  return { outcome: 'gone', message }
}

import { createHmac } from 'node:crypto'
import type { Channel } from '@huiyin/ports/channel.ts'
import { type HttpAnswer, isObject } from '../platforms/http.ts'
import { mobileIn } from './mention.ts'
import { fitted, type Message } from './message.ts'
import {
  type Asked,
  busy,
  type Form,
  type RobotOptions,
  robotChannel,
  signatureRefused,
  tooOften,
  type Verdict,
  type Wire
} from './robot.ts'
import { markdownLinks, plainText, withKeyword } from './robot-text.ts'

const MINUTE = 60_000
const PENALTY = 10 * MINUTE
const BODY_BYTES = 20_000
const BUSY_TRIES = 3
/** The gateway's own refusal: a status in place of a code. */
const GATEWAY_TOO_OFTEN = 1111

/** A custom robot of DingTalk 钉钉; signed where it has a secret. */
export const dingtalkChannel = (options: RobotOptions): Channel =>
  robotChannel(
    {
      kind: 'DingTalk',
      perMinute: 15,
      url: now => (options.secret === undefined ? options.url : signed(options.url, options.secret, now)),
      mention: mobileIn,
      compose,
      code: ({ errcode, status }) =>
        typeof errcode === 'number' ? errcode : status === GATEWAY_TOO_OFTEN ? GATEWAY_TOO_OFTEN : undefined,
      judge
    } satisfies Wire,
    options
  )

/** Base64 of HMAC-SHA256 with the secret as key over `<ms>\n<secret>`. */
export const dingtalkSignature = (secret: string, timestamp: number): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')

const signed = (url: string, secret: string, now: number) =>
  `${url}&timestamp=${now}&sign=${encodeURIComponent(dingtalkSignature(secret, now))}`

/** Who is called must stand in the text too, or nobody is. */
function compose(message: Message, { plain, share, keyword, mention }: Form): string {
  const at = mention !== undefined && { at: { atMobiles: [mention], isAtAll: false } }
  const render = (body: string) =>
    JSON.stringify(
      plain
        ? { msgtype: 'text', text: { content: calling(plainText(message, body, keyword), mention, '\n') }, ...at }
        : {
            msgtype: 'markdown',
            markdown: { title: message.title, text: calling(markdown(message, body, keyword), mention, '\n\n') },
            ...at
          }
    )
  return fitted(message, render, BODY_BYTES * share)
}

const calling = (text: string, mobile: string | undefined, separator: string) =>
  mobile === undefined ? text : `${text}${separator}@${mobile}`

function markdown(message: Message, body: string, keyword?: string): string {
  const { title, signature, reference } = message
  const lines = [`### ${title}`, ...body.split('\n'), ...markdownLinks(message), signature, `编号：${reference}`]
  return withKeyword(lines.join('\n\n'), keyword, '\n\n')
}

const GONE: Record<number, string> = {
  300001: '机器人令牌不存在',
  300005: '机器人令牌不存在',
  400101: '机器人令牌不存在',
  400013: '群已解散',
  400102: '机器人已被停用',
  400106: '机器人已不在群里'
}

function judge(code: number, answer: HttpAnswer, asked: Asked): Verdict {
  const reason = `${asked.who} answered with code ${code}`
  const gone = GONE[code]
  if (gone !== undefined)
    return {
      outcome: 'disabled',
      reason: `${gone}（${code}）；请在群里重新添加机器人并更新该通道的 url 设置`
    }
  switch (code) {
    case 310000:
      return security(answer, asked, reason)
    case 130101:
    case 410100:
      return tooOften(`${reason}: too often`, PENALTY)
    case GATEWAY_TOO_OFTEN:
      return tooOften(`${asked.who} was held back by the gateway`, waitOf(answer))
    case 460101:
      return { outcome: 'mend', how: 'shorter', reason: `${reason}: the message is too long` }
    case 40035:
    case 400105:
    case 43002:
    case 43004:
      return { outcome: 'mend', how: 'plain', reason: `${reason}: the message is malformed` }
    case -1:
      return asked.attempt > BUSY_TRIES
        ? { outcome: 'failed', reason: `${reason}: busy` }
        : busy(`${reason}: busy`, asked)
    default:
      return { outcome: 'failed', reason }
  }
}

/** One code for every security setting of the robot; the text tells which. */
function security(answer: HttpAnswer, asked: Asked, reason: string): Verdict {
  const text = isObject(answer.json) ? String(answer.json.errmsg ?? '') : ''
  if (/keyword|关键词/i.test(text))
    return { outcome: 'mend', how: 'keyword', reason: `${reason}: the keyword is missing` }
  if (/sign|timestamp|签名|时间戳/i.test(text)) return signatureRefused(asked, answer, 310000)
  const what = /whitelist|白名单|\bip\b/i.test(text)
    ? '本机出口地址不在机器人的 IP 白名单内，请由群管理员添加'
    : '机器人的安全设置拒绝了消息，请由群管理员核对关键词、加签与 IP 白名单'
  return { outcome: 'disabled', reason: `${what}（310000）` }
}

function waitOf({ json }: HttpAnswer): number {
  const seconds = isObject(json) ? Number(json.wait) : Number.NaN
  return seconds > 0 ? Math.max(MINUTE, seconds * 1000) : MINUTE
}

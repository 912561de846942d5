import { createHmac } from 'node:crypto'
import type { Channel } from '@huiyin/ports/channel.ts'
import { type HttpAnswer, isObject } from '../platforms/http.ts'
import { openIdIn } from './mention.ts'
import { fitted, HANDLE, type Message, openWords, takeWords } from './message.ts'
import {
  type Asked,
  type Form,
  type RobotOptions,
  resetAfter,
  robotChannel,
  signatureRefused,
  tooOften,
  type Verdict,
  type Wire
} from './robot.ts'
import { plainText, withKeyword } from './robot-text.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const BODY_BYTES = 20_000
const FREQUENT = [5 * SECOND, 10 * SECOND, 20 * SECOND, 40 * SECOND]

/** A custom robot of Feishu 飞书 or Lark; signed where it has a secret. */
export const feishuChannel = (options: RobotOptions): Channel =>
  robotChannel(
    {
      kind: 'Feishu',
      perMinute: 60,
      perSecond: 3,
      url: () => options.url,
      mention: openIdIn,
      compose: (message, form, now) => compose(message, form, now, options.secret),
      code: ({ code, StatusCode }) =>
        typeof code === 'number' ? code : typeof StatusCode === 'number' ? StatusCode : undefined,
      judge
    } satisfies Wire,
    options
  )

/** Base64 of HMAC-SHA256 with `<seconds>\n<secret>` as key over nothing. */
export const feishuSignature = (secret: string, timestamp: number): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64')

function compose(message: Message, form: Form, now: number, secret: string | undefined): string {
  const { plain, share, keyword, mention } = form
  const timestamp = Math.floor(now / SECOND)
  const proof = secret !== undefined && { timestamp: String(timestamp), sign: feishuSignature(secret, timestamp) }
  const called = mention === undefined ? '' : `\n<at user_id="${mention}"></at>`
  const render = (body: string) =>
    JSON.stringify({
      ...proof,
      ...(plain
        ? { msg_type: 'text', content: { text: `${plainText(message, body, keyword)}${called}` } }
        : { msg_type: 'interactive', card: card(message, body, form) })
    })
  return fitted(message, render, BODY_BYTES * share)
}

function card(message: Message, body: string, { keyword, mention }: Form) {
  const { title, link, acknowledge, handle, signature, reference, level } = message
  const content = withKeyword(body, title.includes(keyword ?? '') ? undefined : keyword, '\n')
  const buttons = [
    ...(link === undefined ? [] : [button(openWords(message), link, 'primary')]),
    ...(handle === undefined ? [] : [button(HANDLE, handle, 'primary')]),
    ...(acknowledge === undefined ? [] : [button(takeWords(message), acknowledge, 'default')])
  ]
  return {
    config: { wide_screen_mode: true },
    header: { title: { tag: 'plain_text', content: title }, template: level },
    elements: [
      { tag: 'div', text: { tag: 'plain_text', content } },
      ...(mention === undefined ? [] : [{ tag: 'div', text: { tag: 'lark_md', content: `<at id=${mention}></at>` } }]),
      ...(buttons.length === 0 ? [] : [{ tag: 'action', actions: buttons }]),
      { tag: 'note', elements: [{ tag: 'plain_text', content: `${signature}\n编号：${reference}` }] }
    ]
  }
}

const button = (content: string, url: string, type: 'primary' | 'default') => ({
  tag: 'button',
  text: { tag: 'plain_text', content },
  url,
  type
})

function judge(code: number, answer: HttpAnswer, asked: Asked): Verdict {
  const { who, attempt } = asked
  const reason = `${who} answered with code ${code}`
  switch (code) {
    case 19021:
      return signatureRefused(asked, answer, code)
    case 19022:
      return {
        outcome: 'disabled',
        reason: `本机出口地址不在机器人的 IP 白名单内（${code}），请由群管理员添加`
      }
    case 19001:
      return {
        outcome: 'disabled',
        reason: `机器人地址无效或机器人已被移除（${code}）；请在群里重新添加机器人并更新该通道的 url 设置`
      }
    case 19024:
      return { outcome: 'mend', how: 'keyword', reason: `${reason}: the keyword is missing` }
    case 9499:
      return /frequency limited/i.test(textOf(answer))
        ? tooOften(`${reason}: too often`, FREQUENT[attempt - 1] ?? MINUTE)
        : { outcome: 'mend', how: 'plain', reason: `${reason}: the message is malformed` }
    case 11232:
      return tooOften(`${reason}: too often`, FREQUENT[attempt - 1] ?? MINUTE)
    case 99991400:
      return tooOften(`${reason}: too often`, resetAfter(answer) ?? MINUTE)
    case 11246:
    case 200621:
      return { outcome: 'mend', how: 'plain', reason: `${reason}: the card cannot be read` }
    default:
      return { outcome: 'failed', reason }
  }
}

const textOf = ({ json }: HttpAnswer) => (isObject(json) ? String(json.msg ?? '') : '')

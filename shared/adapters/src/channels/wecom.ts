import type { Channel } from '@huiyin/ports/channel.ts'
import { mobileIn } from './mention.ts'
import { fitted, type Message } from './message.ts'
import {
  type Asked,
  busy,
  type Form,
  type RobotOptions,
  robotChannel,
  tooOften,
  type Verdict,
  type Wire
} from './robot.ts'
import { markdownLinks, plainText, withKeyword } from './robot-text.ts'

const MINUTE = 60_000
const MARKDOWN_BYTES = 4096
const TEXT_BYTES = 2048

/** A group robot of WeCom 企业微信: its key is its only secret. */
export const wecomChannel = (options: RobotOptions): Channel =>
  robotChannel(
    {
      kind: 'WeCom',
      perMinute: 15,
      url: () => options.url,
      mention: mobileIn,
      compose,
      code: ({ errcode }) => (typeof errcode === 'number' ? errcode : undefined),
      judge: (code, _answer, asked) => judge(code, asked)
    } satisfies Wire,
    options
  )

/** A person is called by their mobile number, which markdown cannot; such a message is text. */
function compose(message: Message, { plain, share, keyword, mention }: Form): string {
  if (plain || mention !== undefined) {
    const content = fitted(message, body => plainText(message, body, keyword), TEXT_BYTES * share)
    const called = mention !== undefined && { mentioned_mobile_list: [mention] }
    return JSON.stringify({ msgtype: 'text', text: { content, ...called } })
  }
  const content = fitted(message, body => markdown(message, body, keyword), MARKDOWN_BYTES * share)
  return JSON.stringify({ msgtype: 'markdown', markdown: { content } })
}

function markdown(message: Message, body: string, keyword?: string): string {
  const { title, signature, reference } = message
  const text = [
    `**${title}**`,
    ...body.split('\n').map(line => `> ${line}`),
    ...markdownLinks(message),
    signature,
    `<font color="comment">编号：${reference}</font>`
  ].join('\n')
  return withKeyword(text, keyword, '\n')
}

function judge(code: number, asked: Asked): Verdict {
  const reason = `${asked.who} answered with code ${code}`
  if (code === 45009) return tooOften(`${reason}: too often`, MINUTE)
  if (code === 93000)
    return {
      outcome: 'disabled',
      reason: `机器人地址无效或机器人已被移出群（93000）；请在群里重新添加机器人并更新该通道的 url 设置`
    }
  if (code === 40058) return { outcome: 'mend', how: 'shorter', reason: `${reason}: the message is too long` }
  if (code === -1) return busy(`${reason}: busy`, asked)
  return { outcome: 'failed', reason }
}

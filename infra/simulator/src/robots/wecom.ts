import { type Answer, ok, type Question } from '../answer.ts'
import { type Group, isObject, linksIn, parseBody, stringsIn, textIn } from './setup.ts'
import { slidingLimit } from './sliding-limit.ts'

const MINUTE = 60_000
const BYTES = { text: 2048, markdown: 4096, markdown_v2: 4096 } as const

const TEXTS: Record<number, string> = {
  0: 'ok',
  [-1]: 'system busy',
  40008: 'invalid message type',
  40058: 'content exceed max length',
  44004: 'empty content',
  45009: 'api freq out of limit',
  93000: 'invalid webhook url'
}

let hints = 1_767_592_800_000_000

/** The texts bear a hint that changes each time: nobody may compare them. */
export function wecomAnswer(code: number, message = TEXTS[code] ?? 'error'): Answer {
  if (code === 0) return ok({ errcode: 0, errmsg: 'ok' })
  hints += 1
  const errmsg = `${message}, hint: [${hints}], from ip: 203.0.113.5, more info at https://open.work.weixin.qq.com/devtool/query?e=${code}`
  return ok({ errcode: code, errmsg })
}

/** A group robot of WeCom: its key, its bytes, 20 messages a minute. */
export function wecomRobot({ clock, setup, arrive }: Group) {
  const limit = slidingLimit(20, MINUTE)
  return ({ method, query, raw }: Question): Answer => {
    if (method !== 'POST' || query.key !== setup.token) return wecomAnswer(93000)
    const body = parseBody(raw)
    const kind = body?.msgtype
    if (!body || !isKind(kind)) return wecomAnswer(40008)
    const content = textIn(body, kind, 'content')
    if (!content) return wecomAnswer(44004)
    if (Buffer.byteLength(content) > BYTES[kind])
      return wecomAnswer(40058, `${kind}.content exceed max length ${BYTES[kind]}`)
    if (setup.limited && !limit.admit(clock.now())) return wecomAnswer(45009)
    arrive({
      title: content.split('\n')[0]!,
      text: content,
      links: linksIn(content),
      mentioned: mentionedIn(body, kind, content),
      body
    })
    return wecomAnswer(0)
  }
}

/** The lists are fields of text only; a mobile number is called by its list only. */
function mentionedIn(body: Record<string, unknown>, kind: keyof typeof BYTES, content: string): string[] {
  const { text } = body
  const lists = kind === 'text' && isObject(text) ? [text.mentioned_list, text.mentioned_mobile_list] : []
  const inline = kind === 'markdown_v2' ? [] : content.matchAll(/<@([^>]+)>/g)
  return [...lists.flatMap(stringsIn), ...Array.from(inline, match => match[1]!)]
}

const isKind = (kind: unknown): kind is keyof typeof BYTES => typeof kind === 'string' && kind in BYTES

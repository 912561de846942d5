import { createHmac } from 'node:crypto'
import { type Answer, ok, type Question } from '../answer.ts'
import { type Group, isObject, lacksKeyword, linksIn, parseBody, type RobotSetup, stringsIn, textIn } from './setup.ts'
import { slidingLimit } from './sliding-limit.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const BODY_BYTES = 20_000
const FIELDS = { text: ['content'], markdown: ['title', 'text'] } as const

const TEXTS: Record<number, string> = {
  0: 'ok',
  [-1]: '系统繁忙',
  40035: '缺少参数 json',
  43002: '不合法的请求方法',
  43004: '无效的HTTP HEADER Content-Type',
  130101: 'send too fast, exceed 20 times per minute',
  300001: 'token is not exist',
  300005: 'token is not exist',
  310000: 'keywords not in content',
  400013: '群已解散',
  400101: 'access_token不存在',
  400102: '机器人已停用',
  400105: '不支持的消息类型',
  400106: '机器人不存在',
  410100: '发送速度太快而限流',
  460101: 'message too long, exceed 20000 bytes'
}
const GATEWAY = 1111

export const dingtalkAnswer = (code: number, message = TEXTS[code] ?? 'error'): Answer =>
  code === GATEWAY
    ? ok({ status: GATEWAY, wait: 5, source: 'x5', punish: 'deny', uuid: '0b1c2d3e' })
    : ok({ errcode: code, errmsg: message })

/** A custom robot of DingTalk: keyword, signature and address list, 20 messages a minute or silence for ten. */
export function dingtalkRobot({ clock, setup, arrive }: Group) {
  const limit = slidingLimit(20, MINUTE, 10 * MINUTE)
  return ({ method, query, headers, raw }: Question): Answer => {
    if (method !== 'POST') return dingtalkAnswer(43002)
    if (!headers['content-type']?.startsWith('application/json')) return dingtalkAnswer(43004)
    if (!query.access_token) return dingtalkAnswer(40035, '缺少参数 access_token')
    if (query.access_token !== setup.token) return dingtalkAnswer(300005)
    const unsigned = signatureTrouble(setup, query, clock.now())
    if (unsigned) return dingtalkAnswer(310000, unsigned)
    if (!setup.addressAllowed) return dingtalkAnswer(310000, 'ip 203.0.113.5 not in whitelist')
    if (Buffer.byteLength(raw) > BODY_BYTES) return dingtalkAnswer(460101)
    const body = parseBody(raw)
    if (!body) return dingtalkAnswer(40035)
    const kind = body.msgtype
    if (kind !== 'text' && kind !== 'markdown') return dingtalkAnswer(400105)
    const texts = FIELDS[kind].map(field => textIn(body, kind, field))
    if (texts.some(text => !text)) return dingtalkAnswer(40035, `缺少参数 ${kind}`)
    if (lacksKeyword(setup, texts.join('\n'))) return dingtalkAnswer(310000)
    if (setup.limited && !limit.admit(clock.now())) return dingtalkAnswer(130101)
    const text = texts.at(-1)!
    arrive({ title: texts[0]!.split('\n')[0]!, text, links: linksIn(text), mentioned: mentionedIn(body, text), body })
    return dingtalkAnswer(0)
  }
}

function signatureTrouble({ secret }: RobotSetup, query: Question['query'], now: number): string | undefined {
  if (secret === undefined) return undefined
  const { timestamp = '', sign } = query
  if (!(Math.abs(now - Number(timestamp)) < HOUR) || timestamp === '') return 'invalid timestamp'
  const expected = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')
  return sign === expected ? undefined : 'sign not match'
}

/** Who is listed and not written in the text as well is not called. */
function mentionedIn({ at }: Record<string, unknown>, text: string): string[] {
  if (!isObject(at)) return []
  const listed = [...stringsIn(at.atMobiles), ...stringsIn(at.atUserIds)]
  return [...listed.filter(one => text.includes(`@${one}`)), ...(at.isAtAll === true ? ['@all'] : [])]
}

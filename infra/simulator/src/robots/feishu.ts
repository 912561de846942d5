import { createHmac } from 'node:crypto'
import { type Answer, ok, type Question } from '../answer.ts'
import { type Group, isObject, lacksKeyword, linksIn, parseBody, type RobotSetup, textIn } from './setup.ts'
import { slidingLimit } from './sliding-limit.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR_IN_SECONDS = 3600
const BODY_BYTES = 20 * 1024
const RESET_SECONDS = 30

const TEXTS: Record<number, string> = {
  9499: 'Bad Request',
  11232: 'frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]',
  11246: 'card content parse failed',
  19001: 'param invalid: incoming webhook access token invalid',
  19021: 'sign match fail or timestamp is not within one hour from current time',
  19022: 'Ip Not Allowed',
  19024: 'Key Words Not Found',
  200621: 'parse card json err',
  99991400: 'request trigger frequency limit'
}

export function feishuAnswer(code: number, msg = TEXTS[code] ?? 'error'): Answer {
  if (code === 0) return ok({ code: 0, msg: 'success', data: {}, StatusCode: 0, StatusMessage: 'success', Extra: null })
  if (code !== 99991400) return ok({ code, msg, data: {} })
  const headers = { 'x-ogw-ratelimit-limit': '100', 'x-ogw-ratelimit-reset': String(RESET_SECONDS) }
  return { status: 400, body: { code, msg }, headers }
}

/** A custom robot of Feishu: signature in the body, keyword, address list, 100 messages a minute and 5 a second. */
export function feishuRobot({ clock, setup, arrive }: Group) {
  const limits = [slidingLimit(5, SECOND), slidingLimit(100, MINUTE)]
  return ({ method, path, raw }: Question): Answer => {
    if (method !== 'POST' || path.split('/').at(-1) !== setup.token) return feishuAnswer(19001)
    const body = parseBody(raw)
    if (!body || Buffer.byteLength(raw) > BODY_BYTES) return feishuAnswer(9499)
    if (!isSigned(setup, body, clock.now())) return feishuAnswer(19021)
    if (!setup.addressAllowed) return feishuAnswer(19022)
    const seen = body.msg_type === 'interactive' ? cardOf(body.card) : textOf(body)
    if (typeof seen === 'number') return feishuAnswer(seen)
    if (lacksKeyword(setup, `${seen.title}\n${seen.text}`)) return feishuAnswer(19024)
    if (setup.limited && !limits.every(limit => limit.admit(clock.now()))) return feishuAnswer(11232)
    arrive({ ...seen, body })
    return feishuAnswer(0)
  }
}

type Seen = { title: string; text: string; links: string[]; mentioned: string[] }

function textOf(body: Record<string, unknown>): Seen | number {
  const text = body.msg_type === 'text' ? textIn(body, 'content', 'text') : undefined
  if (!text) return 9499
  const mentioned = known(text.matchAll(/<at user_id="([^"]+)">/g))
  return { title: text.split('\n')[0]!, text, links: linksIn(text), mentioned }
}

function cardOf(card: unknown): Seen | number {
  if (!isObject(card)) return 11246
  const header = card.header
  const title = isObject(header) ? textIn(header, 'title', 'content') : undefined
  if (!title || !Array.isArray(card.elements)) return 200621
  const text = card.elements.flatMap(contents).join('\n')
  const links = linksIn(JSON.stringify(card.elements))
  const markdown = card.elements.flatMap(markdownIn).join('\n')
  return { title, text, links, mentioned: known(markdown.matchAll(/<at id=([^>]+)>/g)) }
}

/** Only ids of its own call somebody, a mobile number does not. */
const known = (found: Iterable<RegExpMatchArray>): string[] =>
  Array.from(found, match => match[1]!).filter(id => /^(ou_\w+|all)$/.test(id))

/** Plain text in a card calls nobody. */
function markdownIn(element: unknown): string[] {
  if (!isObject(element)) return []
  const { tag, content, text, elements } = element
  const own = (tag === 'lark_md' || tag === 'markdown') && typeof content === 'string' ? [content] : []
  return [...own, ...markdownIn(text), ...(Array.isArray(elements) ? elements.flatMap(markdownIn) : [])]
}

function contents(element: unknown): string[] {
  if (!isObject(element)) return []
  const { content, text, elements, actions } = element
  const own = typeof content === 'string' ? [content] : []
  const inner = [...(Array.isArray(elements) ? elements : []), ...(Array.isArray(actions) ? actions : [])]
  return [...own, ...contents(text), ...inner.flatMap(contents)]
}

function isSigned({ secret }: RobotSetup, { timestamp, sign }: Record<string, unknown>, now: number): boolean {
  if (secret === undefined) return true
  const inTime = Math.abs(now / SECOND - Number(timestamp)) < HOUR_IN_SECONDS
  return inTime && sign === createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64')
}

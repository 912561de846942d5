import { setTimeout as wait } from 'node:timers/promises'
import type { Office } from '../things.ts'
import type { World } from '../world.ts'
import type { Body } from './platform.ts'
import { encrypted, signed } from './sealing.ts'

const HOUR = 3_600_000
const ANSWERED_WITHIN = 48 * HOUR
const ANSWERS = 5
const TRIES = 3
const TEXT_LIMIT = 2048

/** What the office configured for its callback address. */
export interface Callback {
  token: string
  /** EncodingAESKey, 43 characters. */
  key: string
}

/** Unless an order names others. */
export const CALLBACK: Callback = {
  token: 'simulatedCallbackToken',
  key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8'
}

/** A citizen writes to the office. */
export interface PrivateMessage {
  account: string
  /** Openid of the citizen. */
  from: string
  text: string
  /** Where WeChat delivers it. */
  url: string
  mode?: 'plain' | 'aes'
  /** So many deliveries even when the first is taken. */
  times?: number
  /** Signed with another token. */
  forged?: boolean
  /** The article that it comes from. */
  post?: string
  callback?: Callback
  /** How long WeChat waits for the answer (ms); 5 s unless given. */
  timeout?: number
}

export interface Delivered {
  /** MsgId, the same for every delivery. */
  id: string
  /** What was answered; 0: nothing in time. */
  statuses: number[]
  answers: string[]
}

export interface Messages {
  /** Delivers it, up to three times until it is taken. */
  send: (message: PrivateMessage) => Promise<Delivered>
  /** WeChat's check of the address: true when it answers with what it was given. */
  verify: (of: { url: string; callback?: Callback; forged?: boolean }) => Promise<boolean>
  /** POST /cgi-bin/message/custom/send; answers the code with which it is refused. */
  answerWith: (office: Office, body: Body) => number | undefined
  /** What the office wrote to citizens. */
  answered: { account: string; to: string; text: string; at: number }[]
}

export function wechatMessages({ clock }: Pick<World, 'clock'>): Messages {
  const heard = new Map<string, { at: number; left: number }>()
  const answered: Messages['answered'] = []
  let made = 0

  async function send(message: PrivateMessage): Promise<Delivered> {
    const { account, from, url, times = 1, timeout = 5000 } = message
    heard.set(`${account}/${from}`, { at: clock.now(), left: ANSWERS })
    const id = String(BigInt(Math.floor(clock.now() / 1000)) * 10_000_000_000n + BigInt(made++))
    const delivered: Delivered = { id, statuses: [], answers: [] }
    for (let i = 0; i < Math.max(TRIES, times); i++) {
      const { status, text } = await deliver(url, letter(message, id, clock.now()), timeout)
      delivered.statuses.push(status)
      delivered.answers.push(text)
      const taken = status === 200 && (text === '' || text === 'success' || text.startsWith('<xml>'))
      if (taken && i + 1 >= times) break
      await wait(1)
    }
    return delivered
  }

  return {
    answered,
    send,
    verify: async ({ url, callback = CALLBACK, forged = false }) => {
      const echo = String(1_000_000_000 + made++)
      const query = signed(forged ? 'another' : callback.token, clock.now())
      const { status, text } = await ask(withQuery(url, { ...query, echostr: echo }), { method: 'GET' }, 5000)
      return status === 200 && text === echo
    },
    answerWith: (office, { touser, msgtype, text }) => {
      const content = msgtype === 'text' ? (text as { content?: unknown } | undefined)?.content : undefined
      if (typeof touser !== 'string' || !touser.startsWith('o')) return 40003
      if (typeof content !== 'string' || content === '') return 44004
      if (Buffer.byteLength(content) > TEXT_LIMIT) return 45002
      const last = heard.get(`${office.id}/${touser}`)
      if (!last || clock.now() - last.at >= ANSWERED_WITHIN) return 45015
      if (last.left === 0) return 45047
      last.left -= 1
      answered.push({ account: office.id, to: touser, text: content, at: clock.now() })
      return undefined
    }
  }
}

type Letter = { query: Record<string, string>; body: string }

function letter(
  { account, from, text, mode, forged, post, callback = CALLBACK }: PrivateMessage,
  id: string,
  now: number
) {
  const token = forged ? 'another' : callback.token
  const [message, index] = post?.split('_') ?? []
  const about = message === undefined ? '' : `<MsgDataId>${message}</MsgDataId><Idx>${Number(index) + 1}</Idx>`
  const xml =
    `<xml><ToUserName><![CDATA[${account}]]></ToUserName><FromUserName><![CDATA[${from}]]></FromUserName>` +
    `<CreateTime>${Math.floor(now / 1000)}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
    `<Content><![CDATA[${text}]]></Content><MsgId>${id}</MsgId>${about}</xml>`
  const query = { ...signed(token, now), openid: from }
  if (mode !== 'aes') return { query, body: xml }
  const sealed = encrypted(xml, callback.key, account)
  const { timestamp, nonce } = query
  return {
    query: { ...query, encrypt_type: 'aes', msg_signature: signed(token, now, { timestamp, nonce, sealed }).signature },
    body: `<xml><ToUserName><![CDATA[${account}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`
  }
}

const deliver = (url: string, { query, body }: Letter, timeout: number) =>
  ask(withQuery(url, query), { method: 'POST', headers: { 'content-type': 'text/xml' }, body }, timeout)

function withQuery(url: string, query: Record<string, string>): string {
  const whole = new URL(url)
  for (const [name, value] of Object.entries(query)) whole.searchParams.set(name, value)
  return whole.href
}

async function ask(url: string, init: RequestInit, timeout: number): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) })
    return { status: response.status, text: await response.text() }
  } catch {
    return { status: 0, text: '' } // nobody there, or too late: both are no answer
  }
}

import { createHmac } from 'node:crypto'
import { idOf, textHash } from '@huiyin/domain/ids.ts'
import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import type { Channel, DeliveryOutcome, Gathering, LetterNotice, Notice, Trouble } from '@huiyin/ports/channel.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { AlertKind } from '@huiyin/schemas/alert.ts'
import type { AxiosInstance } from 'axios'
import { exchange, type HttpAnswer, httpClient, NoAnswer } from '../platforms/http.ts'

const VERSION = 1
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR]
const LAST_PAUSE = 6 * HOUR
const GONE = 410

export interface WebhookOptions {
  name: string
  url: string
  /** As agreed with the receiver; `whsec_` and base64 stands for bytes. */
  secret: string
  clock: Clock
  http?: AxiosInstance
}

/**
 * Posts alerts, signed as Standard Webhooks are. `webhook-id` is the same for every try,
 * so that the receiver can drop repeats. The body names no citizen and carries no text of theirs.
 */
export function webhookChannel({ name, url, secret, clock, http = httpClient() }: WebhookOptions): Channel {
  const who = `The webhook "${name}"`
  const post = async (id: string, content: object, attempt = 1): Promise<DeliveryOutcome> => {
    const body = JSON.stringify({ id, version: VERSION, ...content })
    const timestamp = Math.floor(clock.now() / 1000)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature(secret, id, timestamp, body)
    }
    try {
      return judge(who, await exchange(http, who, { method: 'POST', url, headers, data: body }), attempt, clock.now())
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      if (error.left) return { outcome: 'unknown', reason: error.message }
      return { outcome: 'later', reason: error.message, retryAfterMs: pause(attempt), everything: true }
    }
  }
  return {
    name,
    dropsRepeats: true,
    deliver: notice => post(idFor(name, [notice]), clockEvent(notice), notice.attempt),
    digest: (notices, of) => post(idFor(name, notices), digestEvent(notices, of, clock.now()), notices[0]?.attempt),
    letter: notice => post(textHash(idOf(notice.reference, name)), letterEvent(notice), notice.attempt),
    report: trouble =>
      post(
        idOf(trouble.kind ?? 'channel', trouble.channel, String(trouble.at), name, ...(trouble.numbers ?? [])),
        troubleEvent(trouble)
      )
  }
}

/** The same for every try; two people who are told the same have two. */
const idFor = (name: string, notices: readonly Notice[]) =>
  textHash(
    idOf(...notices.map(({ alert }) => alert.id), name, ...(notices[0]?.to === undefined ? [] : [notices[0].to]))
  )

/** `v1,` and the base64 of HMAC-SHA256 over id, seconds and raw body. */
export function signature(secret: string, id: string, timestamp: number, body: string): string {
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

const clockEvent = (notice: Notice) => ({
  type: typeOf(notice.alert.kind),
  occurredAt: new Date(notice.alert.madeAt).toISOString(),
  data: dataOf(notice)
})

const typeOf = (kind: AlertKind) => (kind === 'warn' || kind === 'breach' ? `clock.${kind}` : `ticket.${kind}`)

/** `sequence` grows with what happens to the ticket: of two about one ticket the later has the greater (R42). */
function dataOf({ alert, link, acknowledge, handle, to, perhapsRepeated }: Notice) {
  const { number, account, level, urgent, dueAt, point, rung, repeat, department, dueSetBy } = alert
  return {
    number,
    account,
    level,
    urgent,
    dueAt: new Date(dueAt).toISOString(),
    point,
    rung,
    repeat,
    sequence: dueSetBy,
    ...(department !== undefined && { department }),
    ...(link !== undefined && { link }),
    ...(acknowledge !== undefined && { acknowledge }),
    ...(handle !== undefined && { handle }),
    ...(to !== undefined && { to }),
    perhapsRepeated
  }
}

const digestEvent = (notices: readonly Notice[], { why, more, gaps }: Gathering, now: number) => ({
  type: 'digest',
  occurredAt: new Date(now).toISOString(),
  data: {
    why,
    more,
    gaps: gaps.map(({ from, to, why }) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      why
    })),
    alerts: notices.map(notice => ({ type: typeOf(notice.alert.kind), ...dataOf(notice) }))
  }
})

/** Files are named; who may fetch them does so under the link. */
const letterEvent = ({ letter, link, receive, to, perhapsRepeated }: LetterNotice) => ({
  type: `letter.${letter.about}`,
  occurredAt: new Date(letter.madeAt).toISOString(),
  data: {
    of: letter.of,
    title: maskPersonal(letter.title),
    lines: letter.lines.map(maskPersonal),
    urgent: letter.urgent,
    ...(letter.level !== undefined && { level: letter.level }),
    files: letter.files ?? [],
    ...(link !== undefined && { link }),
    ...(receive !== undefined && { receive }),
    ...(to !== undefined && { to }),
    perhapsRepeated
  }
})

const TROUBLES = { channel: 'channel.disabled', alerter: 'alerts.late', exhausted: 'tickets.exhausted' } as const

const troubleEvent = ({ kind, channel, numbers, reason, at, perhapsRepeated }: Trouble) => ({
  type: TROUBLES[kind ?? 'channel'],
  occurredAt: new Date(at).toISOString(),
  data: { ...(!kind && { channel }), ...(numbers && { numbers }), reason, ...(perhapsRepeated && { perhapsRepeated }) }
})

const pause = (attempt: number) => PAUSES[attempt - 1] ?? LAST_PAUSE

function judge(who: string, { status, header }: HttpAnswer, attempt: number, now: number): DeliveryOutcome {
  const reason = `${who} answered with status ${status}`
  if (status >= 200 && status < 300) return { outcome: 'sent' }
  if (status === 429 || status >= 500) {
    const asked = retryAfter(header('retry-after'), now)
    return {
      outcome: 'later',
      reason,
      retryAfterMs: asked ?? pause(attempt),
      everything: status === 429 || asked !== undefined
    }
  }
  if (status === GONE) return { outcome: 'disabled', reason: '对方系统不再接收（410），请核对该通道的 url 设置' }
  if (status < 400) return { outcome: 'failed', reason: `${reason}; redirects are not followed` }
  if (attempt > 1) return { outcome: 'failed', reason }
  return { outcome: 'later', reason, retryAfterMs: pause(attempt) }
}

/** Seconds, or a date. */
function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return ms >= 0 ? ms : undefined
}

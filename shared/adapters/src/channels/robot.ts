import type { Channel, DeliveryOutcome } from '@huiyin/ports/channel.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Letter } from '@huiyin/schemas/letter.ts'
import type { AxiosInstance } from 'axios'
import { exchange, type HttpAnswer, httpClient, isObject, NoAnswer } from '../platforms/http.ts'
import { digestMessage } from './digest-message.ts'
import { letterMessage } from './letter-message.ts'
import { type AccountName, alertMessage, type Message, troubleMessage } from './message.ts'

/**
 * What the three group robots have in common. They answer 200 for errors too, so the code in the body decides.
 * A message that was refused for its form is mended and sent once more; without an id on the wire it carries
 * its reference in the text.
 */
export interface RobotOptions {
  name: string
  /** The robot's whole address, its key or token in it: a secret. */
  url: string
  /** Where the robot asks for a signature. */
  secret?: string
  /** Where the robot takes only messages that contain it. */
  keyword?: string
  /** Messages; absent: the wire's own. */
  perMinute?: number
  perSecond?: number
  clock: Clock
  account?: AccountName
  http?: AxiosInstance
}

/** How a message is written: `plain` without markup, `atMost` bytes instead of the wire's own. */
export interface Form {
  plain: boolean
  /** Part of the wire's bytes that is used. */
  share: number
  keyword?: string
  /** Who is called, as the wire names them; stands in the text only where the wire demands it. */
  mention?: string
}

export type Mend = 'shorter' | 'plain' | 'keyword'
export type Verdict = DeliveryOutcome | { outcome: 'mend'; how: Mend; reason: string }

export interface Asked {
  who: string
  /** From 1. */
  attempt: number
  now: number
}

/** One robot's wire. */
export interface Wire {
  kind: string
  /** What leaves at most: below the platform's own limits. */
  perMinute: number
  perSecond?: number
  /** The JSON body. */
  compose: (message: Message, form: Form, now: number) => string
  url: (now: number) => string
  /** How the wire names a person by their address; undefined when it cannot. */
  mention: (address: string) => string | undefined
  /** The code in the answer; undefined when there is none. */
  code: (body: Record<string, unknown>) => number | undefined
  judge: (code: number, answer: HttpAnswer, asked: Asked) => Verdict
}

const HEADERS = { 'content-type': 'application/json; charset=utf-8' }

export function robotChannel(wire: Wire, options: RobotOptions): Channel {
  const { name, keyword, clock, account = id => id, http = httpClient() } = options
  const { perMinute = wire.perMinute, perSecond = wire.perSecond } = options
  const who = `The ${wire.kind} robot "${name}"`

  const post = async (message: Message, form: Form, attempt: number): Promise<Verdict> => {
    const now = clock.now()
    const request = { method: 'POST', url: wire.url(now), headers: HEADERS, data: wire.compose(message, form, now) }
    const asked = { who, attempt, now }
    try {
      return judge(wire, await exchange(http, who, request), asked)
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      return error.left ? { outcome: 'unknown', reason: error.message } : busy(error.message, asked)
    }
  }
  const tell = async (message: Message, attempt = 1, mention?: string): Promise<DeliveryOutcome> => {
    const form: Form = {
      plain: false,
      share: 1,
      ...(keyword !== undefined && { keyword }),
      ...(mention !== undefined && { mention })
    }
    const first = await post(message, form, attempt)
    if (first.outcome !== 'mend') return first
    if (first.how === 'keyword' && keyword === undefined) return keywordMissing
    const second = await post(message, mended(form, first.how), attempt)
    if (second.outcome !== 'mend') return second
    return second.how === 'keyword' ? keywordMissing : { outcome: 'failed', reason: second.reason }
  }
  const tellPerson = async (message: Message, attempt?: number, to?: string): Promise<DeliveryOutcome> => {
    const mention = to === undefined ? undefined : wire.mention(to)
    const outcome = await tell(message, attempt, mention)
    if (outcome.outcome !== 'sent' || to === undefined || mention !== undefined) return outcome
    return { outcome: 'sent', warning: `${who} told the group and called nobody: the address is none of its own kind` }
  }
  return {
    name,
    limits: [
      { atMost: perMinute, per: MINUTE },
      ...(perSecond === undefined ? [] : [{ atMost: perSecond, per: SECOND }])
    ],
    deliver: notice => tellPerson(alertMessage(notice, account, clock.now()), notice.attempt, notice.to),
    digest: (notices, of) =>
      tellPerson(
        digestMessage(notices, of, account, clock.now()),
        Math.max(...notices.map(({ attempt = 1 }) => attempt)),
        notices[0]?.to
      ),
    letter: notice => tellPerson(letterMessage(notice, named(notice.letter)), notice.attempt, notice.to),
    report: trouble => tell(troubleMessage(trouble))
  }
}

/** Robots carry no files: they are named. */
const named = ({ files = [] }: Letter) => files

function judge(wire: Wire, answer: HttpAnswer, asked: Asked): Verdict {
  const code = isObject(answer.json) ? wire.code(answer.json) : undefined
  if (code === 0) return { outcome: 'sent' }
  if (code !== undefined) return wire.judge(code, answer, asked)
  const reason = `${asked.who} answered with status ${answer.status}`
  if (answer.status === 429) return tooOften(reason, resetAfter(answer) ?? MINUTE)
  if (answer.status >= 500) return busy(reason, asked)
  if (answer.status >= 200 && answer.status < 300) return { outcome: 'unknown', reason: `${reason} without a code` }
  return { outcome: 'failed', reason }
}

const mended = (form: Form, how: Mend): Form => ({
  ...form,
  plain: form.plain || how !== 'shorter',
  share: how === 'shorter' ? form.share / 2 : form.share
})

const SECOND = 1000
const MINUTE = 60 * SECOND
/** After three quick tries once a minute, as long as the alerter goes on. */
const BUSY = [1000, 4000, 16_000]

/** The other side is out of breath or not to be reached. */
export const busy = (reason: string, { attempt }: Asked): DeliveryOutcome => ({
  outcome: 'later',
  reason,
  retryAfterMs: BUSY[attempt - 1] ?? MINUTE,
  everything: true
})

export const tooOften = (reason: string, retryAfterMs: number): DeliveryOutcome => ({
  outcome: 'later',
  reason,
  retryAfterMs,
  everything: true
})

/** ms until the limit is reset, as the answer's headers say. */
export function resetAfter({ header }: HttpAnswer): number | undefined {
  const seconds = Number(header('x-ogw-ratelimit-reset') ?? header('retry-after') ?? Number.NaN)
  return seconds >= 0 ? Math.max(1000, seconds * 1000) : undefined
}

const keywordMissing: DeliveryOutcome = {
  outcome: 'disabled',
  reason: `机器人设置了关键词，消息中没有；请把同一关键词写入该通道的 keyword 设置`
}

const TOLERATED_SKEW = 5 * MINUTE

/** What to do about a refused signature: the clock first, then the secret. */
export function signatureRefused({ now }: Asked, { header }: HttpAnswer, code: number): DeliveryOutcome {
  const off = Date.parse(header('date') ?? '') - now
  const what =
    Math.abs(off) > TOLERATED_SKEW
      ? `本机时间与对方相差约${Math.round(Math.abs(off) / MINUTE)}分钟，请校准本机时间（NTP）`
      : '请先核对本机时间（NTP），再核对该通道的 secret 设置是否与机器人的加签密钥一致'
  return { outcome: 'disabled', reason: `签名或时间戳未通过（${code}）；${what}` }
}

import type { Clock } from '@huiyin/ports/clock.ts'
import type { AxiosInstance } from 'axios'
import { exchange, isObject, NoAnswer, notJson } from './http.ts'
import { type Meter, NO_METER } from './platform-deps.ts'
import { DAY_QUOTA, MINUTE_QUOTA, TOKEN_ERRORS, untilMidnight, wechatError } from './wechat-errors.ts'

const WHO = 'WeChat'
const EARLY = 300_000
const SHORTEST = 30_000
const MINUTE = 60_000

/** WeChat's answer: `errcode` 0 or absent is success. */
export type WechatAnswer = Record<string, unknown> & { errcode: number; errmsg?: unknown }

/**
 * Posts to a path with a good access token; a token error is answered by one fresh token and one
 * more try. Rejects with NoAnswer, or with PlatformError when no token is to be had.
 */
export interface WechatCall {
  (path: string, body: Record<string, unknown>, signal?: AbortSignal): Promise<WechatAnswer>
  /** Sees to it that there is a token. */
  signIn: () => Promise<unknown>
}

interface Access {
  api: string
  appid: string
  secret: string
}

interface Line {
  http: AxiosInstance
  clock: Clock
  meter: Meter
}

export function wechatCall({ api, appid, secret }: Access, { http, clock, meter }: Line): WechatCall {
  let held: { token: string; renewAt: number } | undefined
  let fetching: Promise<string> | undefined

  async function post(
    path: string,
    body: unknown,
    counted: Meter,
    token?: string,
    signal?: AbortSignal
  ): Promise<WechatAnswer> {
    const request = {
      method: 'POST',
      url: `${api}${path}`,
      ...(token !== undefined && { params: { access_token: token } }),
      headers: { 'content-type': 'application/json' },
      data: JSON.stringify(body),
      ...(signal && { signal })
    }
    const { status, json } = await exchange(http, WHO, request, counted)
    if (!isObject(json)) throw notJson(WHO, status)
    return { ...json, errcode: Number(json.errcode ?? 0) }
  }

  async function fetchToken(force: boolean): Promise<string> {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: force }
    // Tokens have a quota of their own, which is never used up: 500,000 a day.
    const answer = await post('/cgi-bin/stable_token', body, NO_METER).catch(notSent)
    const { errcode, errmsg, access_token, expires_in } = answer
    if (errcode !== 0 || typeof access_token !== 'string') throw wechatError(errcode, errmsg, clock.now(), 'comments')
    const life = Number(expires_in) * 1000
    held = { token: access_token, renewAt: clock.now() + Math.max(SHORTEST, life - EARLY) }
    return access_token
  }

  // One fetch in flight: every new token shortens the life of the one before.
  function fresh(force = false): Promise<string> {
    fetching ??= fetchToken(force).finally(() => {
      fetching = undefined
    })
    return fetching
  }

  const token = async () => (held && clock.now() < held.renewAt ? held.token : fresh())

  async function replaced(bad: string): Promise<string> {
    if (held && held.token !== bad) return held.token // somebody renewed it meanwhile
    held = undefined
    const next = await fresh()
    return next === bad ? fresh(true) : next
  }

  function noteQuota({ errcode }: WechatAnswer): void {
    const now = clock.now()
    if (errcode === DAY_QUOTA) meter.told({ scope: 'account', per: 'day' }, 0, now + untilMidnight(now))
    if (errcode === MINUTE_QUOTA) meter.told({ scope: 'account', per: 'minute' }, 0, now + MINUTE)
  }

  async function call(path: string, body: unknown, signal?: AbortSignal): Promise<WechatAnswer> {
    const used = await token()
    const first = await post(path, body, meter, used, signal)
    const good = !TOKEN_ERRORS.has(first.errcode)
    const answer = good ? first : await post(path, body, meter, await replaced(used), signal)
    noteQuota(answer)
    return answer
  }

  return Object.assign(call, { signIn: token })
}

/** Whatever became of the token, the call that it was for has not left. */
function notSent(error: unknown): never {
  if (error instanceof NoAnswer) throw new NoAnswer(WHO, 'while asking for a token', false)
  throw error
}

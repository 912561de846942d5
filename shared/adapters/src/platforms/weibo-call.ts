import type { Clock } from '@huiyin/ports/clock.ts'
import type { PlatformError } from '@huiyin/ports/platform.ts'
import type { Quota } from '@huiyin/schemas/quota.ts'
import type { AxiosInstance } from 'axios'
import { exchange, isObject, notJson } from './http.ts'
import { type Meter, NO_METER } from './platform-deps.ts'
import { type Capability, COMMENT_GONE, USER_LIMIT, USER_LIMITS, weiboError } from './weibo-errors.ts'

const WHO = 'Weibo'
const UNTIL_KNOWN = 15 * 60_000

export type Fields = Record<string, string | number>

/** What came: the JSON, or an error code. */
export type WeiboAnswer = { ok: true; json: unknown } | { ok: false; code: number }

/** How many calls are left, and until when (ms). */
export interface LeftCalls {
  remaining?: number
  resetIn: number
}

export interface WeiboCall {
  get: (path: string, params: Fields, signal?: AbortSignal) => Promise<WeiboAnswer>
  post: (path: string, form: Fields) => Promise<WeiboAnswer>
  /** The rows of a list, bare or under `comments`. Rejects with the error of the port. */
  rows: (path: string, params: Fields, capability: Capability, signal?: AbortSignal) => Promise<unknown[]>
  /** Comments by their ids, 50 at most; what is gone is missing. */
  batch: (cids: readonly string[], capability: Capability, signal?: AbortSignal) => Promise<unknown[]>
  /** The error of the port; asks Weibo how long, where only Weibo knows. */
  explain: (code: number, capability: Capability) => Promise<PlatformError>
  /** What `rate_limit_status` tells, which costs no call; the meter hears it. Undefined when it does not answer. */
  left: () => Promise<LeftCalls | undefined>
  /** What Weibo tells of the token, which costs no call. */
  tokenInfo: () => Promise<WeiboAnswer>
}

interface Line {
  api: string
  token: string
  http: AxiosInstance
  clock: Clock
  meter: Meter
  /** The window that the account's calls are counted in. */
  per: Quota['per']
}

/** Calls with the token in a header, where no log of URLs sees it. `get` and `post` reject with NoAnswer only. */
export function weiboCall({ api, token, http, clock, meter, per }: Line): WeiboCall {
  const headers = { authorization: `OAuth2 ${token}` }
  const formHeaders = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }

  async function ask(request: Parameters<typeof exchange>[2], counted = meter): Promise<WeiboAnswer> {
    const { status, json } = await exchange(http, WHO, request, counted)
    if (isObject(json) && json.error_code !== undefined) return { ok: false, code: Number(json.error_code) }
    if (status >= 400 || json === undefined) throw notJson(WHO, status)
    return { ok: true, json }
  }

  const reading = (path: string, params: Fields, signal?: AbortSignal) => ({
    method: 'GET',
    url: `${api}${path}`,
    params,
    headers,
    ...(signal && { signal })
  })
  const get: WeiboCall['get'] = (path, params, signal) => ask(reading(path, params, signal))

  async function left(): Promise<LeftCalls | undefined> {
    const status = await ask(reading('/2/account/rate_limit_status.json', {}), NO_METER).catch(() => undefined)
    if (!status?.ok || !isObject(status.json)) return undefined
    const { remaining_user_hits, reset_time_in_seconds } = status.json
    const remaining = Number(remaining_user_hits ?? Number.NaN)
    const resetIn = Number(reset_time_in_seconds ?? Number.NaN) * 1000
    if (!(resetIn >= 0)) return undefined
    if (!(remaining >= 0)) return { resetIn }
    meter.told({ scope: 'account', per }, remaining, clock.now() + resetIn)
    return { remaining, resetIn }
  }

  async function explain(code: number, capability: Capability): Promise<PlatformError> {
    if (!USER_LIMITS.has(code)) return weiboError(code, clock.now(), capability)
    const wait = Math.max(1000, (await left())?.resetIn ?? UNTIL_KNOWN)
    if (code === USER_LIMIT) meter.told({ scope: 'account', per }, 0, clock.now() + wait)
    return weiboError(code, clock.now(), capability, wait)
  }

  function listIn(json: unknown): unknown[] {
    const found: unknown = isObject(json) ? json.comments : json
    if (!Array.isArray(found)) throw notJson(WHO, 200)
    return found
  }

  async function rows(path: string, params: Fields, capability: Capability, signal?: AbortSignal): Promise<unknown[]> {
    const answer = await get(path, params, signal)
    if (!answer.ok) throw await explain(answer.code, capability)
    return listIn(answer.json)
  }

  async function batch(cids: readonly string[], capability: Capability, signal?: AbortSignal): Promise<unknown[]> {
    const answer = await get('/2/comments/show_batch.json', { cids: cids.join(',') }, signal)
    if (answer.ok) return listIn(answer.json)
    if (answer.code === COMMENT_GONE) return [] // where none of them is left
    throw await explain(answer.code, capability)
  }

  return {
    get,
    post: (path, form) => ask({ method: 'POST', url: `${api}${path}`, headers: formHeaders, data: encode(form) }),
    rows,
    batch,
    explain,
    left,
    tokenInfo: () => {
      const data = encode({ access_token: token })
      const contentType = { 'content-type': formHeaders['content-type'] }
      return ask({ method: 'POST', url: `${api}/oauth2/get_token_info`, headers: contentType, data }, NO_METER)
    }
  }
}

function encode(form: Fields): string {
  const encoded = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) encoded.set(name, String(value))
  return encoded.toString()
}

import type { Clock } from '@huiyin/ports/clock.ts'
import type { PlatformError } from '@huiyin/ports/platform.ts'
import type { AxiosInstance } from 'axios'
import { exchange, isObject, notJson } from './http.ts'
import { USER_LIMITS, weiboError } from './weibo-errors.ts'

const WHO = 'Weibo'
const UNTIL_KNOWN = 15 * 60_000

export type Fields = Record<string, string | number>

/** What came: the JSON, or an error code. */
export type WeiboAnswer = { ok: true; json: unknown } | { ok: false; code: number }

export interface WeiboCall {
  get: (path: string, params: Fields, signal?: AbortSignal) => Promise<WeiboAnswer>
  post: (path: string, form: Fields) => Promise<WeiboAnswer>
  /** The error of the port; asks Weibo how long, where only Weibo knows. */
  explain: (code: number) => Promise<PlatformError>
}

/** Calls with the token in a header, where no log of URLs sees it. Rejects with NoAnswer only. */
export function weiboCall(api: string, token: string, http: AxiosInstance, clock: Clock): WeiboCall {
  const headers = { authorization: `OAuth2 ${token}` }

  async function ask(request: Parameters<typeof exchange>[2]): Promise<WeiboAnswer> {
    const { status, json } = await exchange(http, WHO, request)
    if (isObject(json) && json.error_code !== undefined) return { ok: false, code: Number(json.error_code) }
    if (status >= 400 || json === undefined) throw notJson(WHO, status)
    return { ok: true, json }
  }

  const get: WeiboCall['get'] = (path, params, signal) =>
    ask({ method: 'GET', url: `${api}${path}`, params, headers, ...(signal && { signal }) })

  async function untilReset(): Promise<number> {
    const status = await get('/2/account/rate_limit_status.json', {}).catch(() => undefined)
    const seconds = status?.ok && isObject(status.json) ? Number(status.json.reset_time_in_seconds) : Number.NaN
    return seconds >= 0 ? seconds * 1000 : UNTIL_KNOWN
  }

  return {
    get,
    post: (path, form) =>
      ask({
        method: 'POST',
        url: `${api}${path}`,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        data: encode(form)
      }),
    explain: async code =>
      weiboError(code, clock.now(), USER_LIMITS.has(code) ? Math.max(1000, await untilReset()) : undefined)
  }
}

function encode(form: Fields): string {
  const encoded = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) encoded.set(name, String(value))
  return encoded.toString()
}

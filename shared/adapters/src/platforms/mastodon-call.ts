import type { Clock } from '@huiyin/ports/clock.ts'
import { PlatformError } from '@huiyin/ports/platform.ts'
import type { AxiosInstance } from 'axios'
import { exchange, type HttpAnswer, isObject, notJson } from './http.ts'
import type { Meter } from './platform-deps.ts'

const WHO = 'Mastodon'
const SECOND = 1000
const WINDOW = 5 * 60 * SECOND
const LONGEST = 60 * 60 * SECOND
/** Clocks differ by so much. */
const SLACK = 10 * SECOND

export type Query = readonly (readonly [name: string, value: string])[]

/** What came with a status below 300, or the status and what the server said with it; `bare`: no JSON, so it was another. */
export type MastodonAnswer =
  | { ok: true; json: unknown; link: string | undefined }
  | { ok: false; status: number; said: string; bare: boolean; where?: string; retryAfterMs?: number }

export interface MastodonCall {
  get: (path: string, query?: Query, signal?: AbortSignal) => Promise<MastodonAnswer>
  send: (
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    headers?: Record<string, string>
  ) => Promise<MastodonAnswer>
}

export interface Calling {
  api: string
  /** The instance is called past its own proxy: the name that it goes by, and that it is to take us for one that came by https. */
  host?: string
  token: string
  http: AxiosInstance
  clock: Clock
  meter: Meter
}

/** Calls with the token in a header. Rejects with NoAnswer only. */
export function mastodonCall({ api, host, token, http, clock, meter }: Calling): MastodonCall {
  const authorization = {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    'user-agent': 'Huiyin',
    ...(host && { host, 'x-forwarded-proto': 'https' })
  }

  async function ask(request: Parameters<typeof exchange>[2]): Promise<MastodonAnswer> {
    const answer = await exchange(http, WHO, request, meter)
    const { status, json, header } = answer
    const resetAt = instantOf(header('x-ratelimit-reset'), clock.now())
    const remaining = Number(header('x-ratelimit-remaining') ?? Number.NaN)
    // Of several counts the server tells the one with the least left: those of statuses, pages and deletions last longer.
    const ofAll = request.method === 'GET' && resetAt !== undefined && resetAt <= clock.now() + WINDOW + SLACK
    if (ofAll && Number.isInteger(remaining) && remaining >= 0)
      meter.told({ scope: 'account', per: '5-minutes' }, remaining, resetAt)
    if (status >= 200 && status < 300) {
      if (json === undefined) throw notJson(WHO, status)
      return { ok: true, json, link: header('link') }
    }
    const where = header('location')
    return {
      ok: false,
      status,
      said: isObject(json) && typeof json.error === 'string' ? json.error.slice(0, 200) : '',
      bare: json === undefined,
      ...(where !== undefined && { where }),
      ...waitOf(answer, resetAt, clock.now())
    }
  }

  return {
    get: (path, query = [], signal) => {
      const search = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
      const url = `${api}${path}${search && `?${search}`}`
      return ask({ method: 'GET', url, headers: authorization, ...(signal && { signal }) })
    },
    send: (method, path, body, headers = {}) =>
      ask({
        method,
        url: `${api}${path}`,
        headers: { ...authorization, ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { data: JSON.stringify(body) })
      })
  }
}

function waitOf({ status, header }: HttpAnswer, resetAt: number | undefined, now: number): { retryAfterMs?: number } {
  const asked = instantOf(header('retry-after'), now)
  const until = status === 429 ? (resetAt ?? asked ?? now + WINDOW) : status === 503 ? asked : undefined
  return until === undefined ? {} : { retryAfterMs: Math.min(LONGEST, Math.max(SECOND, until - now)) }
}

/** ISO 8601, an HTTP date, seconds since 1970 (or milliseconds), or seconds from now: servers and proxies differ. */
function instantOf(value: string | undefined, now: number): number | undefined {
  if (value === undefined || value.trim() === '') return undefined
  const number = Number(value)
  const at = Number.isNaN(number) ? Date.parse(value) : numbered(number, now)
  return Number.isFinite(at) ? Math.round(at) : undefined
}

function numbered(number: number, now: number): number {
  if (number >= 1e11) return number
  return number >= 1e9 ? number * SECOND : now + number * SECOND
}

/** The value that a page's link names for going on: of `next` towards older rows, of `prev` towards newer. */
export function linked(link: string | undefined, rel: 'next' | 'prev', parameter: string): string | undefined {
  for (const [, url = '', rest = ''] of (link ?? '').matchAll(/<([^<>]*)>([^<]*)/g)) {
    const rels = /\brel\s*=\s*"?([^";,]*)/i.exec(rest)?.[1]?.trim().toLowerCase().split(/\s+/) ?? []
    // One that lacks its name is known by what it asks for.
    const meant = rels.length > 0 ? rels.includes(rel) : true
    const value = meant ? new RegExp(`[?&]${parameter}=([^&#]+)`).exec(url)?.[1] : undefined
    if (value !== undefined) return decodeURIComponent(value)
  }
  return undefined
}

type Refused = Extract<MastodonAnswer, { ok: false }>

/** The server itself says so: a page of its proxy that says 404 knows of no status. */
export const isGone = ({ status, bare }: Refused) => status === 410 || (status === 404 && !bare)

/** A refusal as an error of the port. The texts are translated: only the status decides. */
export function mastodonError(refused: Refused, what: string): PlatformError {
  const { status, said, retryAfterMs } = refused
  const words = (meaning: string) => `Mastodon ${meaning} (${status}${said && `: ${said}`}), asked for ${what}`
  const error = (meaning: string, advice: PlatformError['advice'], after?: number) =>
    new PlatformError(String(status), words(meaning), advice, after)
  if (status === 401) return error('does not know the access token any more', 'reauthorise')
  if (status === 403 && said === '')
    return error('lets nobody in by this address; enter the one that the server itself goes by', 'stop')
  if (status === 403) return error('does not let this account or its token do that', 'stop')
  if (status === 422) return error('wants the token of a person', 'reauthorise')
  if (status === 429) return error('says that we ask too often', 'retry', retryAfterMs)
  if (isGone(refused)) return error('has nothing there; are the address of the instance and the id right?', 'stop')
  if (status === 404) return error('does not speak at this address; is it that of the instance?', 'retry')
  if (status >= 300 && status < 400)
    return error(`sends us elsewhere; enter the address of the instance as it is${elsewhere(refused)}`, 'stop')
  if (status >= 500 || status === 408) return error('is not available', 'retry', retryAfterMs)
  return error('refuses our call', 'bug')
}

function elsewhere({ where = '' }: Refused): string {
  return URL.canParse(where) ? `, which may be ${new URL(where).origin}` : ''
}

/** The answer's JSON. Rejects with PlatformError for what was refused. */
export async function taken(asking: Promise<MastodonAnswer>, what: string): Promise<{ json: unknown; link?: string }> {
  const answer = await asking
  if (!answer.ok) throw mastodonError(answer, what)
  return { json: answer.json, ...(answer.link !== undefined && { link: answer.link }) }
}

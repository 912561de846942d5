import { PlatformError, PostGone, type PostPage } from '@huiyin/ports/platform.ts'
import type { AxiosInstance } from 'axios'
import { exchange, type HttpAnswer, isObject, notJson } from './http.ts'
import { onward, type Place, startAt } from './page-place.ts'
import { itemId, newestFirst, readPartnerItems } from './partner-items.ts'
import type { Meter } from './platform-deps.ts'

/**
 * `partner-comments/v1`: our own protocol for comments that a partner hands on under an agreement with the platform. It
 * is nobody else's wire. Items come flat, replies among them; `nextCursor` is null at the end.
 */
const WHO = 'The comment partner'
const LIMIT = 20
const MINUTE = 60_000

export interface PartnerOf {
  /** Base address, without a slash at its end. */
  base: string
  token: string
  /** Who we are among the authors. */
  account: string
  http: AxiosInstance
  meter: Meter
}

/** Asks; what it tells but 2xx and 404 is thrown as PlatformError. */
export async function askPartner(
  { base, token, http, meter }: PartnerOf,
  {
    method,
    path,
    data,
    signal
  }: { method: 'GET' | 'POST'; path: string; data?: object; signal?: AbortSignal | undefined }
): Promise<HttpAnswer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const request = {
    method,
    url: `${base}${path}`,
    headers,
    ...(data && { data: JSON.stringify(data) }),
    ...(signal && { signal })
  }
  const answer = await exchange(http, WHO, request, meter)
  const { status } = answer
  if (status === 401 || status === 403)
    throw new PlatformError(String(status), `${WHO} rejects the token (${status})`, 'reauthorise')
  if (status === 429)
    throw new PlatformError('429', `${WHO} says that we ask too often (429)`, 'retry', retryAfter(answer))
  if (status === 400 || status === 422)
    throw new PlatformError(String(status), `${WHO} refuses our call (${status})`, 'bug')
  if (status !== 404 && (status >= 300 || !isObject(answer.json))) throw notJson(WHO, status)
  return answer
}

function retryAfter(answer: HttpAnswer): number {
  const seconds = Number(answer.header('retry-after') ?? Number.NaN)
  return seconds > 0 ? seconds * 1000 : MINUTE
}

export const workPath = (post: string) => `/v1/works/${encodeURIComponent(post)}/comments`

/** Where a walk stands: `roots` are the threads of the comments met on it, for replies whose thread is not named. */
interface Walk {
  place: Place
  roots: Record<string, string>
}
const ROOTS = 200

/** One page of a work's comments. Rejects with PostGone when the partner does not have the work. */
export async function partnerComments(
  of: PartnerOf,
  post: string,
  given: unknown,
  signal?: AbortSignal
): Promise<PostPage> {
  const { place, roots }: Walk = isObject(given) ? (given as unknown as Walk) : { place: startAt(''), roots: {} }
  const path = `${workPath(post)}?cursor=${encodeURIComponent(place.at)}&limit=${LIMIT}`
  const { status, json } = await askPartner(of, { method: 'GET', path, signal })
  if (status === 404) throw new PostGone(post, '404', `${WHO} does not have this work (404)`)
  const { items, nextCursor } = isObject(json) ? json : {}
  const rows: unknown[] = Array.isArray(items) ? items : []
  const read = readPartnerItems(rows, { post, account: of.account, roots })
  const told =
    typeof nextCursor === 'string' && nextCursor !== '' ? { cursor: nextCursor, hasMore: true } : { hasMore: false }
  const next = onward(place, { ids: rows.map(itemId), ...told })
  const met = Object.entries({ ...roots, ...read.roots }).slice(-ROOTS)
  return {
    comments: read.comments,
    unreadable: read.unreadable,
    newestFirst: newestFirst(rows),
    cursor: next ? { place: next, roots: Object.fromEntries(met) } : null,
    more: next !== undefined
  }
}

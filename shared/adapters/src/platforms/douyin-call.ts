import type { AxiosInstance } from 'axios'
import { TOKEN_ERRORS } from './douyin-errors.ts'
import { exchange, type HttpAnswer, isObject, NoAnswer, notJson } from './http.ts'
import type { Meter } from './platform-deps.ts'
import type { Renewal } from './token-renewal.ts'
import { wholeNumber } from './whole-number.ts'

const WHO = 'Douyin'

export interface DouyinAnswer {
  /** 0 is success. */
  code: number
  data: Record<string, unknown>
  /** Douyin's own clock, in ms since 1970, where it tells it. */
  at?: number
}

/** Calls for one account with a good token; a token error is answered by one renewal and one more try. Rejects with NoAnswer, or PlatformError when no token is to be had. */
export interface DouyinCall {
  get: (path: string, params: Record<string, string | number>, signal?: AbortSignal) => Promise<DouyinAnswer>
  post: (path: string, body: Record<string, unknown>) => Promise<DouyinAnswer>
}

interface CallOf {
  api: string
  openId: string
  renewal: Renewal
  http: AxiosInstance
  meter: Meter
}

export function douyinCall({ api, openId, renewal, http, meter }: CallOf): DouyinCall {
  async function ask(request: Parameters<typeof exchange>[2]): Promise<DouyinAnswer> {
    const send = async (token: string) => {
      const headers = { 'access-token': token, 'content-type': 'application/json' }
      return readDouyin(await exchange(http, WHO, { ...request, headers }, meter))
    }
    const used = await renewal.access()
    const answer = await send(used)
    return TOKEN_ERRORS.has(answer.code) ? send(await renewal.replaced(used)) : answer
  }
  const url = (path: string, params: Record<string, string | number> = {}) =>
    `${api}${path}?${query({ open_id: openId, ...params })}`

  return {
    get: (path, params, signal) => ask({ method: 'GET', url: url(path, params), ...(signal && { signal }) }),
    post: (path, body) => ask({ method: 'POST', url: url(path), data: JSON.stringify(body) })
  }
}

/** A call to the token interfaces, by a form. That no answer came leaves the call it was for unmade. */
export async function douyinForm(
  { api, http, meter }: Pick<CallOf, 'api' | 'http' | 'meter'>,
  path: string,
  form: Record<string, string>
): Promise<DouyinAnswer> {
  const request = {
    method: 'POST',
    url: `${api}${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    data: query(form)
  }
  try {
    return readDouyin(await exchange(http, WHO, request, meter))
  } catch (error) {
    if (error instanceof NoAnswer) throw new NoAnswer(WHO, 'while asking for a token', false)
    throw error
  }
}

// Ids hold @ + / =, which other encoders leave as they are.
const query = (params: Record<string, string | number>) =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')

/** One family tells its errors in `data` and `extra`, the other perhaps in `err_no`: all are read, none is success. */
function readDouyin({ status, json }: HttpAnswer): DouyinAnswer {
  if (!isObject(json)) throw notJson(WHO, status)
  const data = isObject(json.data) ? json.data : {}
  const extra = isObject(json.extra) ? json.extra : {}
  const code = [data.error_code, extra.error_code, json.err_no].map(wholeNumber).find(code => code) ?? 0
  if (code === 0 && status >= 400) throw notJson(WHO, status)
  const at = wholeNumber(extra.now)
  return { code, data, ...(at !== undefined && at > 1e12 && { at }) }
}

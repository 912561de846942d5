import type { AxiosInstance } from 'axios'
import { exchange, isObject, NoAnswer, notJson } from './http.ts'
import { kuaishouError, OK, TOKEN_ERRORS } from './kuaishou-errors.ts'
import type { Meter } from './platform-deps.ts'
import type { Renewal } from './token-renewal.ts'

const WHO = 'Kuaishou'

export type Fields = Record<string, string | number>

export interface KuaishouOf {
  api: string
  appId: string
  http: AxiosInstance
  meter: Meter
}

/**
 * Reads with a good token; a token error is answered by one renewal and one more try. Rejects with PlatformError for
 * Kuaishou's errors, with NoAnswer where none came.
 */
export type KuaishouCall = (path: string, params: Fields, signal?: AbortSignal) => Promise<Record<string, unknown>>

export function kuaishouCall(of: KuaishouOf, renewal: Renewal): KuaishouCall {
  const send = (token: string, path: string, params: Fields, signal?: AbortSignal) =>
    ask(of, path, { access_token: token, ...params }, signal)

  return async (path, params, signal) => {
    const used = await renewal.access()
    const first = await send(used, path, params, signal)
    const answer = TOKEN_ERRORS.has(first.result)
      ? await send(await renewal.replaced(used), path, params, signal)
      : first
    if (answer.result !== OK) throw kuaishouError(answer.result)
    return answer
  }
}

/** A call to the token interfaces. That no answer came leaves the call it was for unmade. */
export async function askToken(of: KuaishouOf, path: string, params: Fields): Promise<Record<string, unknown>> {
  const answer = await ask(of, path, params).catch(error => {
    throw error instanceof NoAnswer ? new NoAnswer(WHO, 'while asking for a token', false) : error
  })
  if (answer.result !== OK) throw kuaishouError(answer.result)
  return answer
}

type Answer = Record<string, unknown> & { result: number }

/** 1 is success. An answer without a `result` is none. */
async function ask(
  { api, appId, http, meter }: KuaishouOf,
  path: string,
  params: Fields,
  signal?: AbortSignal
): Promise<Answer> {
  const request = {
    method: 'GET',
    url: `${api}${path}`,
    params: { app_id: appId, ...params },
    ...(signal && { signal })
  }
  const { status, json } = await exchange(http, WHO, request, meter)
  const result = isObject(json) ? Number(json.result ?? Number.NaN) : Number.NaN
  if (!isObject(json) || !Number.isInteger(result)) throw notJson(WHO, status)
  return { ...json, result }
}

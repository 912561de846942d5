import { PlatformError, type ReplyOutcome } from '@huiyin/ports/platform.ts'
import axios, { type AxiosInstance, type AxiosRequestConfig } from 'axios'
import { isForbidden } from '../outbound/check-url.ts'
import { type Meter, NO_METER } from './platform-deps.ts'

const TIMEOUT = 10_000
const ANSWER_LIMIT = 16 * 1024 * 1024

/** An HTTP client as the platforms need it: 10 s, no redirects, every status is an answer, bodies as text. */
export const httpClient = (timeout = TIMEOUT): AxiosInstance =>
  axios.create({ timeout, maxRedirects: 0, maxContentLength: ANSWER_LIMIT })

export interface HttpAnswer {
  status: number
  /** The body as JSON; undefined when it is none. Integers too large for a number come as strings. */
  json: unknown
  header: (name: string) => string | undefined
}

/**
 * No answer came. `left`: the request may have reached the other side. Carries no cause: the HTTP
 * client's own errors hold the URL and its token.
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
  readonly left: boolean

  constructor(who: string, code: string, left: boolean) {
    super(left ? `${who} did not answer (${code})` : `${who} could not be reached (${code})`)
    this.left = left
  }
}

/** Asks and answers whatever status comes; rejects with NoAnswer only. Every request that leaves is counted. */
export async function exchange(
  http: AxiosInstance,
  who: string,
  request: AxiosRequestConfig,
  meter: Meter = NO_METER
): Promise<HttpAnswer> {
  meter.spent()
  try {
    const { status, data, headers } = await http.request<string>({
      ...request,
      responseType: 'text',
      transformResponse: body => body,
      validateStatus: () => true
    })
    return {
      status,
      json: parse(data),
      header: name => {
        const value: unknown = headers[name]
        return typeof value === 'string' ? value : undefined
      }
    }
  } catch (error) {
    if (isForbidden(error)) throw new NoAnswer(who, 'ADDRESS_FORBIDDEN', false)
    if (!axios.isAxiosError(error)) throw error
    throw new NoAnswer(who, error.code ?? 'no code', hasLeft(error))
  }
}

/** Codes with which a request ends before a byte of it was sent. */
const BEFORE = new Set([
  'ADDRESS_FORBIDDEN',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_INVALID_URL'
])

function hasLeft(error: { code?: string; cause?: unknown }): boolean {
  const { cause } = error
  const connecting = cause instanceof Error && 'syscall' in cause && cause.syscall === 'connect'
  return !connecting && !BEFORE.has(error.code ?? '')
}

// Ids have 16 digits today, just below what a number holds exactly; the day they outgrow it they stay whole.
const whole = (_key: string, value: unknown, { source }: { source?: string }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source ?? '') ? source : value

function parse(text: unknown): unknown {
  try {
    return typeof text === 'string' && text !== '' ? JSON.parse(text, whole as Reviver) : undefined
  } catch {
    return undefined
  }
}
type Reviver = Parameters<typeof JSON.parse>[1]

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An answer that is none: what became of the request nobody knows. */
export const notJson = (who: string, status: number) => new NoAnswer(who, `status ${status} without JSON`, true)

/** The same call; that no answer came is told as the port tells it. */
export const asked = <T>(ask: () => Promise<T>): Promise<T> =>
  ask().catch(error => {
    throw error instanceof NoAnswer ? new PlatformError('NO_ANSWER', error.message, 'retry') : error
  })

const SOON = 60_000

/** What a reply or another act has come to that was not done. */
export type Unsent = Exclude<ReplyOutcome, { outcome: 'sent' }>

/**
 * What a reply that met no proper answer has come to. A PlatformError here comes from what precedes
 * the reply itself, such as a token: nothing was posted; what will not heal by waiting is thrown on.
 */
export function unanswered(error: unknown): Unsent {
  if (error instanceof NoAnswer && error.left) return { outcome: 'unknown', message: error.message }
  if (error instanceof NoAnswer) {
    return { outcome: 'later', code: 'NO_ANSWER', message: error.message, retryAfterMs: SOON }
  }
  if (error instanceof PlatformError) return postponed(error)
  throw error
}

/** Nothing was posted: asked again later where waiting helps, thrown where it does not. */
export function postponed(error: PlatformError): Unsent {
  const { code, message, advice, retryAfterMs = SOON } = error
  if (advice !== 'retry') throw error
  return { outcome: 'later', code, message, retryAfterMs }
}

import { type Answer, ok } from '../answer.ts'

/** Old codes and the newer ones that say the same. */
export const NEWER: Record<number, number> = {
  2100004: 28001005,
  2100005: 28001007,
  2100007: 28001018,
  2100009: 28001046,
  2190001: 28003017,
  2190002: 28001003,
  2190003: 28001012,
  2190004: 28001014,
  2190008: 28001008
}

const MESSAGES: Record<number, string> = {
  10002: 'Parameter error',
  10003: 'client_key does not exist',
  10004: 'The app has no permission for renew_refresh_token',
  10005: 'A required parameter is missing',
  10007: 'The authorization code has expired',
  10008: 'access_token has expired',
  10010: 'refresh_token has expired, authorize again',
  10013: 'client_key or client_secret is wrong',
  10020: 'refresh_token was renewed too many times',
  28001003: 'access_token is invalid',
  28001005: 'The system is busy',
  28001006: 'Network error',
  28001007: 'Parameter error',
  28001008: 'access_token has expired',
  28001012: 'The user did not authorize this scope',
  28001014: 'The app has no such capability',
  28001015: 'access_token and open_id do not match',
  28001016: 'The app is banned',
  28001017: 'Unknown URI',
  28001018: 'No permission',
  28001019: 'The capability of the app is banned',
  28001045: 'The user has cancelled the account',
  28001046: 'The user is banned',
  28001047: 'The user is private',
  28001052: 'Abnormal, slow down',
  28001056: 'The API is offline',
  28003017: 'The quota is used up',
  28003018: 'Too frequent'
}

export const messageOf = (code: number) => MESSAGES[NEWER[code] ?? code] ?? 'Unknown error'

/** How the answers of one path are told. */
export interface Telling {
  /** In ms since 1970. */
  now: number
  /** Counts the answers. */
  nth: number
  /** The family of the mini-app only: at its top level, as elsewhere, or not at all when nothing is wrong. */
  apps?: 'err_no' | 'extra' | 'none'
}

/** Some answers name it `logid`, others `log_id`. */
const logOf = ({ now, nth }: Telling) => {
  const id = `${new Date(now).toISOString().replace(/\D/g, '')}SIM${String(nth).padStart(6, '0')}`
  return nth % 2 ? { logid: id } : { log_id: id }
}

const extraOf = (code: number, description: string, telling: Telling) => ({
  error_code: code,
  description,
  sub_error_code: 0,
  sub_description: '',
  ...logOf(telling),
  now: telling.now
})

/** A good answer, wrapped as the path's family does it. */
export function tellData(data: object, telling: Telling): Answer {
  if (telling.apps === 'none') return ok({ data })
  if (telling.apps === 'err_no') return ok({ err_no: 0, err_tips: '', err_msg: '', ...logOf(telling), data })
  return ok({ data: { ...data, error_code: 0, description: '' }, extra: extraOf(0, '', telling) })
}

/** The answer of the token paths: no `extra`. */
export const tellToken = (data: object, telling: Telling): Answer =>
  ok({
    data: { ...data, captcha: '', desc_url: '', description: '', error_code: 0, ...logOf(telling) },
    message: 'success'
  })

/** An error is status 200 as everything else. */
export function tellRefusal(code: number, path: string, message: string, telling: Telling): Answer {
  const data = { error_code: code, description: message }
  if (path.startsWith('/oauth/')) {
    return ok({ data: { ...data, captcha: '', desc_url: '', ...logOf(telling) }, message: 'error' })
  }
  if (telling.apps && telling.apps !== 'extra') {
    return ok({ err_no: NEWER[code] ?? code, err_tips: message, err_msg: message, ...logOf(telling) })
  }
  return ok({ data, extra: extraOf(code, message, telling) })
}

/** An error by its code alone, for who has no platform at hand. */
export const douyinError = (code: number, path: string, message = messageOf(code)): Answer =>
  tellRefusal(code, path, message, { now: 0, nth: 1 })

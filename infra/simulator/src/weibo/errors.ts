import type { Answer } from '../answer.ts'

const MESSAGES: Record<number, string> = {
  10001: 'System error!',
  10002: 'Service unavailable!',
  10006: 'Source paramter (appkey) is missing',
  10016: 'Miss required parameter, expected (cid, id, comment)',
  10017: 'Parameter value invalid, see doc for more info',
  10020: 'Request api not found!',
  10021: 'HTTP method is not suported for this request!',
  10022: 'IP requests out of rate limit!',
  10023: 'User requests out of rate limit!',
  10024: 'User requests for (/comments/reply) out of rate limit!',
  20003: 'User does not exists!',
  20008: 'Content is null!',
  20012: 'Text too long, please input text less than 140 characters!',
  20016: 'Out of limit, publish too fast!',
  20017: 'Content similar to the last one!',
  20019: 'Repeat content!',
  20032: 'Update success, while server slow now, please wait 1-2 minutes!',
  20101: 'Target weibo does not exist!',
  20111: 'Repeated weibo text!',
  20201: 'Comment does not exist!',
  20203: 'Not your own comment!',
  20206: 'The author allows only those he follows to comment!',
  21314: 'Token has been used!',
  21315: 'Token is expired',
  21321: 'Applications over the unaudited use restrictions!',
  21323: 'invalid_request',
  21324: 'invalid_client',
  21325: 'invalid_grant',
  21327: 'expired_token',
  21328: 'unsupported_grant_type',
  21332: 'invalid_access_token'
}

let answered = 0

/** Weibo's answer to what it does not take; every third time `error_code` is a string. */
export function weiboError(code: number, path: string, message = MESSAGES[code] ?? 'Unknown error!'): Answer {
  answered += 1
  const limited = code === 10022 || code === 10023 || code === 10024
  const oauth = path.startsWith('/oauth2/') ? { error_uri: path, error_description: message } : {}
  return {
    status: limited ? 403 : 400,
    body: { request: path, error_code: answered % 3 === 0 ? String(code) : code, error: message, ...oauth }
  }
}

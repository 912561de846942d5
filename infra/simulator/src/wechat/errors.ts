import { type Answer, ok } from '../answer.ts'

const MESSAGES: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40007: 'invalid media_id',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40033: 'invalid charset. please check your request, if include \\uxxxx will create fail',
  40125: 'invalid appsecret',
  40164: 'invalid ip 127.0.0.1, not in whitelist',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  42001: 'access_token expired',
  43002: 'require POST method',
  44002: 'empty post data',
  44004: 'empty content',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45015: 'response out of time limit or subscription is canceled',
  45047: 'out of response count limit',
  47001: 'data format error',
  48001: 'api unauthorized',
  48004: 'api forbidden for irregularities, view detail on mp.weixin.qq.com',
  48006: 'forbid to clear quota because of reaching the limit',
  50002: 'user limited',
  61004: 'access clientip is not registered',
  61500: 'date format error',
  61501: 'date range error',
  61503: 'data is not ready',
  76021: 'cgi_path not found, please check',
  88000: 'without comment privilege',
  88001: 'msg_data is not exists',
  88002: 'the article is limit for safety',
  88003: 'elected comment upper limit',
  88004: 'comment was deleted by user',
  88005: 'already reply',
  88007: 'reply content beyond max len or content len is zero',
  88008: 'comment is not exists',
  88009: 'reply is not exists',
  88010: 'count range error. cout <= 0 or count > 50',
  88011: 'the article is limit for safety'
}

let rids = 0

/** WeChat's answer to what it does not take: status 200, the code in the body, a request id in the words. */
export function wechatError(code: number, message = MESSAGES[code] ?? 'unknown error'): Answer {
  rids += 1
  const rid = `${rids.toString(16).padStart(8, '0')}-1a0d6788-3748bc48`
  return ok({ errcode: code, errmsg: `${message} rid: ${rid}` })
}

export const done = (): Answer => ok({ errcode: 0, errmsg: 'ok' })

import { CapabilityAbsent, type PlatformAdvice, PlatformError, PostGone } from '@huiyin/ports/platform.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const EAST_8 = 8 * HOUR

/** The access token is not, or no longer, good: refreshed once, then the call is made again. */
export const TOKEN_ERRORS: ReadonlySet<number> = new Set([40001, 40014, 42001])
export const ALREADY_REPLIED = 88005
export const SYSTEM_ERROR = -1
export const NOT_READY = 61503
export const DAY_QUOTA = 45009
export const MINUTE_QUOTA = 45011

/** The article cannot be read by its id, or not any more; the account is well. */
const ARTICLE: Record<number, string> = {
  88001: 'The article is not there any more',
  88002: 'WeChat has restricted the article for safety',
  88011: 'WeChat has restricted the article for safety'
}

/** Nothing was done, and never will be like this: what the operator reads. */
export const REFUSALS: Record<number, string> = {
  ...ARTICLE,
  40003: 'WeChat does not know the person any more',
  40033: 'WeChat cannot read the characters of the reply',
  43004: 'The person does not follow the account',
  45015: 'WeChat takes a private answer within 48 hours of the last message only',
  45047: 'WeChat takes so many private messages only until the person writes again',
  88003: 'WeChat shows no more elected comments under this article; take one back first',
  88004: 'The comment was deleted by its author',
  88007: 'WeChat finds the reply too long, or empty',
  88008: 'The comment is not there any more',
  88009: 'There is no reply under the comment'
}

type Meaning = { advice: PlatformAdvice; words: string; after?: (now: number) => number }

const stop = (words: string): Meaning => ({ advice: 'stop', words })
const bug = (words: string): Meaning => ({ advice: 'bug', words })
const retry = (words: string, after?: Meaning['after']): Meaning => ({
  advice: 'retry',
  words,
  ...(after && { after })
})

/** Quotas start anew at midnight in Beijing. */
export const untilMidnight = (now: number): number => DAY - ((now + EAST_8) % DAY)
const aMinute = () => MINUTE

const MEANINGS: Record<number, Meaning> = {
  [SYSTEM_ERROR]: retry('had a system error'),
  40001: retry('rejects a fresh token: does another program fetch tokens too?', aMinute),
  40014: retry('rejects a fresh token', aMinute),
  42001: retry('says that a fresh token has expired', aMinute),
  40013: stop('does not know this appid: compare it with mp.weixin.qq.com, Basic Configuration (基本配置)'),
  40125: { advice: 'reauthorise', words: 'rejects the app secret: enter the one of mp.weixin.qq.com (AppSecret)' },
  40243: { advice: 'reauthorise', words: 'has frozen the app secret: thaw it in mp.weixin.qq.com, then check again' },
  89503: stop('waits for the administrator of the account to confirm our IP: it refuses us for an hour'),
  41001: bug('misses the access token'),
  43002: bug('wants POST'),
  43003: bug('wants HTTPS: correct the address of the API'),
  44002: bug('got an empty body'),
  47001: bug('cannot read our JSON'),
  53600: bug('does not know the article_id'),
  61500: bug('cannot read the date of the statistics'),
  61501: bug('refuses the days of the statistics: is our clock right?'),
  [NOT_READY]: retry('has not counted that day yet', () => HOUR),
  76001: bug('does not know the request id'),
  76002: bug('does not know the request id any more'),
  76003: bug('says that the request id is of another account'),
  76004: bug('refuses the request id'),
  76021: bug('does not know the interface whose quota was asked for'),
  76022: bug('says that the token is of another account'),
  88010: bug('refuses the size of our pages'),
  [DAY_QUOTA]: retry('says that the quota of the day is used up', untilMidnight),
  [MINUTE_QUOTA]: retry('says that we ask too often', aMinute),
  48004: stop('has forbidden the account its interfaces for irregularities: see the messages in mp.weixin.qq.com'),
  48006: stop('lets the quota be cleared no more this month'),
  50002: stop('has frozen the account: see the messages in mp.weixin.qq.com'),
  88000: stop('has not opened comments for this account: open them in mp.weixin.qq.com (留言功能)'),
  [ALREADY_REPLIED]: bug('says that the comment has a reply')
}

export type Capability = keyof Capabilities

const NOT_LISTED: ReadonlySet<number> = new Set([40164, 61004])
const NOT_GRANTED = 48001

/**
 * WeChat's error as an error of the port. `errmsg` differs each time and is dropped but for its request id, and our
 * IP in it. `capability`: what the call was for, which is all that 48001 takes away.
 */
export function wechatError(code: number, errmsg: unknown, now: number, capability: Capability): PlatformError {
  const rid = /rid: ([0-9a-f-]{8,60})/.exec(String(errmsg))?.[1]
  const told = `(${code}${rid ? `, rid ${rid}` : ''})`
  if (NOT_LISTED.has(code)) return new PlatformError(String(code), `WeChat ${notListed(errmsg)} ${told}`, 'stop')
  if (code === NOT_GRANTED) {
    const words = 'does not let this account use the interface: is it certified (认证), and the feature open?'
    return new CapabilityAbsent(capability, String(code), `WeChat ${words} ${told}`)
  }
  const refusal = REFUSALS[code]
  if (refusal !== undefined) return new PlatformError(String(code), `${refusal} ${told}`, 'bug')
  const { advice, words, after } = MEANINGS[code] ?? retry('gave an error that we do not know')
  return new PlatformError(String(code), `WeChat ${words} ${told}`, advice, after?.(now))
}

/** The same for a call about one article. */
export function articleError(post: string, code: number, errmsg: unknown, now: number): PlatformError {
  const gone = ARTICLE[code]
  return gone === undefined
    ? wechatError(code, errmsg, now, 'comments')
    : new PostGone(post, String(code), `${gone} (${code})`)
}

const IP = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])|(?<![\da-f:])[\da-f]{1,4}(?::[\da-f]{0,4}){2,7}(?![\da-f:])/i

function notListed(errmsg: unknown): string {
  const ip = IP.exec(String(errmsg))?.[0]
  const which = ip === undefined ? "this server's IP address" : `this server's IP address ${ip}`
  return `does not take calls from here: add ${which} in mp.weixin.qq.com, Basic Configuration (基本配置), IP whitelist (IP白名单)`
}

import { CapabilityAbsent, type PlatformAdvice, PlatformError, PostGone } from '@huiyin/ports/platform.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const IP_LIMIT = 10022
/** How long to wait only `rate_limit_status` knows. */
export const USER_LIMITS: ReadonlySet<number> = new Set([10023, 10024])
/** All calls of the account are used up, not only those of one interface. */
export const USER_LIMIT = 10023
/** It is published and will be seen in a minute or two. */
export const PUBLISHED_LATE = 20032
/** The same text stands there already: perhaps ours, whose answer was lost. */
export const DUPLICATES: ReadonlySet<number> = new Set([20017, 20019, 20111])
/** A fault on their side, after which a write may stand or not. */
export const SYSTEM_ERRORS: ReadonlySet<number> = new Set([10001, 10003, 10010, 10011])
export const COMMENT_GONE = 20201
const TOO_FAST = 20016

/** The post cannot be read, or not any more; the account is well. */
const POST: Record<number, string> = {
  20101: 'The post is not there any more',
  20112: 'The settings of the post do not let it be read'
}

/** Nothing was posted, and never will be like this: what the operator reads. */
export const REFUSALS: Record<number, string> = {
  ...POST,
  20003: "The citizen's account is not there any more",
  20008: 'Weibo finds the reply empty',
  20012: 'Weibo finds the reply too long: at most 140 characters',
  20102: 'Weibo says that the post is not ours',
  20112: "The author's settings forbid a reply",
  [COMMENT_GONE]: 'The comment is not there any more',
  20202: 'Weibo refuses the words of the reply',
  20203: 'Weibo says that the comment is not ours',
  20206: "The author's settings forbid a reply",
  20207: "The author's settings forbid a reply"
}

type Meaning = { advice: PlatformAdvice; words: string; after?: (now: number) => number }

const retry = (words: string, after?: Meaning['after']): Meaning => ({
  advice: 'retry',
  words,
  ...(after && { after })
})
const AGAIN = ': the person in charge has to authorise the app again'
const reauthorise = (words: string): Meaning => ({ advice: 'reauthorise', words: `${words}${AGAIN}` })
const stop = (words: string): Meaning => ({ advice: 'stop', words })
const bug = (words: string): Meaning => ({ advice: 'bug', words })

const MEANINGS: Record<number, Meaning> = {
  10001: retry('had a system error'),
  10002: retry('is not available'),
  10003: retry('had an error behind it'),
  10009: retry('has too much to do'),
  10010: retry('let our call expire'),
  10011: retry('had an error behind it'),
  10004: stop('has banned our IP'),
  10006: reauthorise('misses the access token'),
  10008: bug('refuses a parameter'),
  10012: bug('finds our call illegal'),
  10013: bug('finds our call invalid'),
  10016: bug('misses a parameter'),
  10017: bug('finds the value of a parameter invalid'),
  10018: bug('finds our call too long'),
  10020: bug('does not know the interface'),
  10021: bug('wants another HTTP method'),
  [IP_LIMIT]: retry('says that our IP asks too often', now => HOUR - (now % HOUR)),
  10023: retry('says that the account asks too often'),
  10024: retry('says that the account uses this interface too often'),
  [TOO_FAST]: retry('says that we post too fast', () => MINUTE),
  20017: bug('says that this text is like the last one'),
  20019: bug('says that this text stands there already'),
  20111: bug('says that this text stands there already'),
  20031: stop('wants a person to solve a captcha: sign in to weibo.com once, then check again'),
  20033: stop('finds the login abnormal: sign in to weibo.com once, then check again'),
  [PUBLISHED_LATE]: retry('has published it and shows it in a minute or two', () => 2 * MINUTE),
  21314: reauthorise('says that the authorisation was used before'),
  21315: reauthorise('says that the authorisation has expired'),
  21316: reauthorise('says that the authorisation was taken back'),
  21317: reauthorise('says that the authorisation was refused'),
  21319: reauthorise('says that the authorisation was withdrawn'),
  21321: stop('has not audited the app, which has more test users than it may'),
  21322: reauthorise('refuses the redirect_uri'),
  21323: reauthorise('finds the request for authorisation invalid'),
  21324: reauthorise('does not know the app key, or its secret'),
  21325: reauthorise('says that the code of the authorisation is wrong or too old'),
  21326: reauthorise('does not let the app ask in this way'),
  21327: reauthorise('says that the authorisation has expired'),
  21328: reauthorise('does not know the kind of authorisation'),
  21329: reauthorise('does not know the kind of answer'),
  21330: reauthorise('says that the authorisation was denied'),
  21331: retry('is not available for a while'),
  21332: reauthorise('does not know the access token')
}

/** The app is of too low a level for this interface. */
const NOT_GRANTED: ReadonlySet<number> = new Set([10005, 10014])

export type Capability = keyof Capabilities

/** Weibo's error as an error of the port. `capability`: what the call was for. `after`: how long to wait, where a status told it. */
export function weiboError(code: number, now: number, capability: Capability, after?: number): PlatformError {
  if (NOT_GRANTED.has(code)) {
    const words = 'does not let this app use the interface: ask for it at open.weibo.com'
    return new CapabilityAbsent(capability, String(code), `Weibo ${words} (${code})`)
  }
  const refusal = REFUSALS[code]
  if (refusal !== undefined) return new PlatformError(String(code), `${refusal} (${code})`, 'bug')
  const meaning = MEANINGS[code] ?? retry('gave an error that we do not know')
  const message = `Weibo ${meaning.words} (${code})`
  return new PlatformError(String(code), message, meaning.advice, after ?? meaning.after?.(now))
}

/** The post is not to be read, when the code says so. */
export function postGone(post: string, code: number): PostGone | undefined {
  const words = POST[code]
  return words === undefined ? undefined : new PostGone(post, String(code), `${words} (${code})`)
}

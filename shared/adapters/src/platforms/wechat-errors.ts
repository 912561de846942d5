import { type PlatformAdvice, PlatformError } from '@huiyin/ports/platform.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const EAST_8 = 8 * HOUR

/** The access token is not, or no longer, good: refreshed once, then the call is made again. */
export const TOKEN_ERRORS: ReadonlySet<number> = new Set([40001, 40014, 42001])
/** The article cannot be read by its id, or not any more. */
export const ARTICLE_ERRORS: ReadonlySet<number> = new Set([88001, 88002, 88011])
/** Nothing was posted, and never will be like this: what the operator reads. */
export const REPLY_REFUSALS: Record<number, string> = {
  40033: 'WeChat cannot read the characters of the reply',
  88001: 'The article is not there any more',
  88002: 'WeChat has restricted the article for safety',
  88004: 'The comment was deleted by its author',
  88007: 'WeChat finds the reply too long, or empty',
  88008: 'The comment is not there any more',
  88011: 'WeChat has restricted the article for safety'
}
export const ALREADY_REPLIED = 88005
export const ARTICLE_GONE = 88001
export const SYSTEM_ERROR = -1

type Meaning = { advice: PlatformAdvice; words: string; after?: (now: number) => number }

const stop = (words: string): Meaning => ({ advice: 'stop', words })
const bug = (words: string): Meaning => ({ advice: 'bug', words })

// Quotas start anew at midnight in Beijing.
const untilMidnight = (now: number) => DAY - ((now + EAST_8) % DAY)

const MEANINGS: Record<number, Meaning> = {
  [-1]: { advice: 'retry', words: 'had a system error' },
  40001: {
    advice: 'retry',
    words: 'rejects a fresh token: does another program fetch tokens too?',
    after: () => MINUTE
  },
  40014: { advice: 'retry', words: 'rejects a fresh token', after: () => MINUTE },
  42001: { advice: 'retry', words: 'says that a fresh token has expired', after: () => MINUTE },
  40013: stop('does not know this appid'),
  40125: { advice: 'reauthorise', words: 'rejects the app secret' },
  40243: { advice: 'reauthorise', words: 'has frozen the app secret' },
  40164: stop('does not have our IP in the white list of the account'),
  61004: stop('does not have our IP in the white list of the account'),
  89503: stop('waits for the administrator to confirm our IP'),
  41001: bug('misses the access token'),
  43002: bug('wants POST'),
  44002: bug('got an empty body'),
  47001: bug('cannot read our JSON'),
  88010: bug('refuses the size of our pages'),
  45009: { advice: 'retry', words: 'says that the quota of the day is used up', after: untilMidnight },
  45011: { advice: 'retry', words: 'says that we ask too often', after: () => MINUTE },
  48001: stop('does not let this account use the interface'),
  48004: stop('has forbidden the account its interfaces for irregularities'),
  50002: stop('has frozen the account'),
  88000: stop('has not opened comments for this account')
}

/** WeChat's error as an error of the port. `errmsg` differs each time and is dropped but for its request id. */
export function wechatError(code: number, errmsg: unknown, now: number): PlatformError {
  const { advice, words, after } = MEANINGS[code] ?? { advice: 'retry', words: 'gave an error that we do not know' }
  const rid = /rid: ([0-9a-f-]{8,60})/.exec(String(errmsg))?.[1]
  return new PlatformError(String(code), `WeChat ${words} (${code}${rid ? `, rid ${rid}` : ''})`, advice, after?.(now))
}

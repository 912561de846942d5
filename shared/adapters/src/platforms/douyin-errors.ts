import { CapabilityAbsent, type PlatformAdvice, PlatformError } from '@huiyin/ports/platform.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const EAST_8 = 8 * HOUR

/** The access token is not, or no longer, good: renewed once, then the call is made again. */
export const TOKEN_ERRORS: ReadonlySet<number> = new Set([2190002, 28001003, 2190008, 10008, 28001008])
/** The app was never given the interface, or it was taken from it: nothing else is wrong. */
export const CAPABILITY_ERRORS: ReadonlySet<number> = new Set([
  2100007, 28001018, 2190004, 28001014, 28001019, 28001056
])
/** With everything else as ever: the video, the comment or the text that the call names. */
export const PARAMETER_ERRORS: ReadonlySet<number> = new Set([2100005, 28001007])
/** A fault on their side, after which a write may stand or not. */
export const SYSTEM_ERRORS: ReadonlySet<number> = new Set([2100004, 28001005, 28001006])
export const REFRESH_EXPIRED = 10010
/** The refresh token cannot be renewed: no permission, or five times already. */
export const NOT_RENEWED: ReadonlySet<number> = new Set([10004, 10020])

type Meaning = { advice: PlatformAdvice; words: string; after?: (now: number) => number }

const retry = (words: string, after?: Meaning['after']): Meaning => ({
  advice: 'retry',
  words,
  ...(after && { after })
})
const reauthorise = (words: string): Meaning => ({ advice: 'reauthorise', words })
const stop = (words: string): Meaning => ({ advice: 'stop', words })
const bug = (words: string): Meaning => ({ advice: 'bug', words })

// The console does not say when quotas start anew; midnight in Beijing is relied on.
const untilMidnight = (now: number) => DAY - ((now + EAST_8) % DAY)

const BUSY = retry('is busy')
const PARAMETER = bug('refuses a parameter')
const NOT_GRANTED = stop('does not let this app use the interface')
const NO_CAPABILITY = stop('has not given this app the capability, or has taken it away')
const BANNED = stop('has banned the account')
const QUOTA = retry('says that the quota of the day is used up', untilMidnight)
const BAD_TOKEN = reauthorise('does not know the access token')
const OLD_TOKEN = reauthorise('says that the access token has expired')
const SCOPE = reauthorise('says that the owner did not grant this scope: authorise again with it')

const MEANINGS: Record<number, Meaning> = {
  2100004: BUSY,
  28001005: BUSY,
  28001006: retry('had a network error'),
  2100005: PARAMETER,
  28001007: PARAMETER,
  2100007: NOT_GRANTED,
  28001018: NOT_GRANTED,
  2100009: BANNED,
  28001046: BANNED,
  2190001: QUOTA,
  28003017: QUOTA,
  28003018: retry('says that we ask too often', () => 10 * SECOND),
  2190002: BAD_TOKEN,
  28001003: BAD_TOKEN,
  2190008: OLD_TOKEN,
  10008: OLD_TOKEN,
  28001008: OLD_TOKEN,
  2190003: SCOPE,
  28001012: SCOPE,
  2190004: NO_CAPABILITY,
  28001014: NO_CAPABILITY,
  28001019: NO_CAPABILITY,
  28001015: stop('says that the token belongs to another account than open_id'),
  28001016: stop('has banned the app'),
  28001017: bug('does not know the path'),
  28001045: stop('says that the account was cancelled'),
  28001047: stop('says that the account is private'),
  28001052: retry('sees a risk in our calls', () => 10 * MINUTE),
  28001056: stop('has taken the interface offline'),
  10002: bug('refuses a parameter of the token call'),
  10003: stop('does not know the client_key'),
  10004: stop('does not let this app renew the refresh token'),
  10005: bug('misses a parameter of the token call'),
  [REFRESH_EXPIRED]: reauthorise('says that the authorisation has ended'),
  10013: stop('rejects the client_key or its secret'),
  10020: reauthorise('does not renew the authorisation a sixth time')
}

/** Douyin's error as an error of the port. `capability`: what the call was for. */
export function douyinError(code: number, now: number, capability?: keyof Capabilities): PlatformError {
  const { advice, words, after } = MEANINGS[code] ?? retry('gave an error that we do not know')
  const message = `Douyin ${words} (${code})`
  if (capability !== undefined && CAPABILITY_ERRORS.has(code))
    return new CapabilityAbsent(capability, String(code), message)
  return new PlatformError(String(code), message, advice, after?.(now))
}

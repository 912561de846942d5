import { type PlatformAdvice, PlatformError } from '@huiyin/ports/platform.ts'

const MINUTE = 60_000

export const OK = 1
/** The access token is not, or no longer, good: renewed once, then the call is made again. */
export const TOKEN_ERRORS: ReadonlySet<number> = new Set([100200102, 100200108])
/** A parameter of the call, such as a cursor that names a work which is not there any more. */
export const PARAMETER_ERRORS: ReadonlySet<string> = new Set(['100200100', '100400'])

type Meaning = { advice: PlatformAdvice; words: string; after?: number }

const reauthorise = (words: string): Meaning => ({ advice: 'reauthorise', words })
const bug = (words: string): Meaning => ({ advice: 'bug', words })

const MEANINGS: Record<number, Meaning> = {
  100200100: bug('refuses a parameter, or misses one'),
  100200101: { advice: 'stop', words: 'does not know the app, or rejects its secret' },
  100200102: reauthorise('denies access with this token'),
  100200103: bug('refuses the response_type'),
  100200104: bug('refuses the grant_type'),
  100200105: reauthorise('says that the authorisation code is not valid'),
  100200106: reauthorise('says that the owner did not grant this scope: authorise again with it'),
  100200107: bug('refuses the open_id'),
  100200108: reauthorise('says that the access token has expired'),
  100200109: reauthorise('says that the owner has withdrawn the authorisation'),
  100200110: reauthorise('says that the authorisation has expired'),
  100200111: reauthorise('says that the owner never authorised the app'),
  100200112: bug('refuses the bundle token'),
  100200113: reauthorise('says that the refresh token has expired'),
  100200500: { advice: 'retry', words: 'had an internal error' },
  120001: { advice: 'stop', words: 'says that the video is not there' },
  120002: { advice: 'retry', words: 'says that the video is not uploaded yet', after: 10 * MINUTE },
  120003: { advice: 'stop', words: 'says that the video could not be published' },
  100400: bug('refuses a parameter of the video'),
  400002: { advice: 'retry', words: 'says that we ask too often', after: MINUTE }
}

/** Kuaishou's error as an error of the port. */
export function kuaishouError(code: number): PlatformError {
  const meaning: Meaning = MEANINGS[code] ?? { advice: 'retry', words: 'gave an error that we do not know' }
  return new PlatformError(String(code), `Kuaishou ${meaning.words} (${code})`, meaning.advice, meaning.after)
}

import { PlatformError } from '@huiyin/ports/platform.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const LONGEST = 5 * MINUTE

/** What a failed round means for the account. `stopped`: a person has to act; it is only probed now and then. */
export interface Verdict {
  state: 'retrying' | 'stopped'
  code: string
  message: string
  /** How long to wait before the next round, in ms. */
  wait: number
}

/** `failures`: how many rounds in a row failed, this one included; `random`: 0 to 1, so that accounts do not come back at once. */
export function judge(error: unknown, failures: number, random: number): Verdict {
  const backOff = Math.min(LONGEST, SECOND * 2 ** Math.min(failures, 20))
  const jittered = (wait: number) => Math.round(wait * (1 + random / 5))
  if (!(error instanceof PlatformError)) {
    const { code, message } = wordsOf(error)
    return { state: 'retrying', code, message, wait: jittered(backOff) }
  }
  const { code, message, advice, retryAfterMs } = error
  if (advice === 'retry') return { state: 'retrying', code, message, wait: jittered(retryAfterMs ?? backOff) }
  return { state: 'stopped', code, message, wait: jittered(HOUR) }
}

function wordsOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: 'UNKNOWN', message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return { code, message: error.message }
}

import { type CheckFinding, PlatformError } from '@huiyin/ports/platform.ts'
import { NoAnswer } from './http.ts'

/** What `check` found by asking: the sentence that `ask` gives, or the platform's own words. */
export async function finding(what: CheckFinding['what'], ask: () => Promise<string>): Promise<CheckFinding> {
  try {
    return { what, ok: true, message: await ask() }
  } catch (error) {
    if (error instanceof PlatformError) return { what, ok: false, code: error.code, message: error.message }
    if (error instanceof NoAnswer) return { what, ok: false, code: 'NO_ANSWER', message: error.message }
    throw error
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import { isAway, type Patience } from './patience.ts'
import type { Rulebook } from './rulebook.ts'

/** A change is seen everywhere within 5 s: so often, in ms, and a second that lists may lag. */
const FRESH = 3_000

/**
 * Reads the rules, or whatever else `what` names, anew until the signal. While the store is away they stay as they are,
 * said once; any other error is thrown.
 */
export async function keepFresh(
  rulebook: Pick<Rulebook, 'refresh'>,
  { logger, signal, every = FRESH, what = 'rules' }: Patience & { signal: AbortSignal; every?: number; what?: string }
): Promise<void> {
  let away = false
  while (!signal.aborted) {
    try {
      await rulebook.refresh()
      if (away) logger.info({ what }, 'are read again')
      away = false
    } catch (error) {
      if (!isAway(error)) throw error
      if (!away) logger.warn({ what }, 'cannot be read; what was read last stays in force')
      away = true
    }
    await sleep(every, undefined, { signal }).catch(() => {}) // the signal: the loop ends by it
  }
}

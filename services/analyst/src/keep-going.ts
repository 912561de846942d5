import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { isAway } from '@huiyin/ports/patience.ts'

/** After a failure the work is begun again so much later (ms), twice as long each time. */
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000

/**
 * Does it again until the signal. What goes wrong is said and begun anew: nobody else waits for the analyst, and
 * tickets least of all.
 */
export async function keepGoing(
  work: (signal: AbortSignal) => Promise<void>,
  { name, clock, logger }: { name: string; clock: Clock; logger: Logger },
  signal: AbortSignal
): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    const began = clock.now()
    try {
      await work(signal)
      failures = 0
    } catch (error) {
      if (signal.aborted) return
      failures = clock.now() - began > LONGEST_WAIT ? 1 : failures + 1
      const facts = isAway(error) ? { code: (error as { code: string }).code } : { error: String(error) }
      logger.error({ name, ...facts, failures }, 'begins anew')
      await pause(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures - 1)), signal)
    }
  }
}

/** Ends early by the signal. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => {})

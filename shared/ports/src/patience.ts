import { setTimeout as sleep } from 'node:timers/promises'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Logger } from './logger.ts'
import { tellRetry } from './signs.ts'

const AWAY: ReadonlySet<string> = new Set(['STORE_UNAVAILABLE', 'LOG_UNAVAILABLE'])
const FIRST_WAIT = 200
const LONGEST_WAIT = 10_000

export const isAway = (error: unknown) => error instanceof HuiyinError && AWAY.has(error.code)

export interface Patience {
  logger: Logger
  signal?: AbortSignal
}

/**
 * Does it again while the store or the log is away: waits from 0.2 s to 10 s in between, says once that it waits
 * and once that it is over. Any other error is thrown on; so is the abort.
 */
export async function patiently<T>(what: string, { logger, signal }: Patience, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      const result = await work()
      if (tries > 0) logger.info({ what, tries }, 'is back')
      return result
    } catch (error) {
      if (!isAway(error)) throw error
      if (tries === 0) logger.warn({ what, code: (error as HuiyinError).code }, 'does not answer; waiting for it')
      tellRetry(what)
      await sleep(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries), undefined, signal && { signal })
    }
  }
}

import type { Logger } from '@huiyin/ports/logger.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import { tellRound } from '@huiyin/ports/signs.ts'
import cron from 'node-cron'

/**
 * Calls `work` by a cron expression with seconds, never twice at once, until the signal.
 * While the store or the log is away it says so once and tries at the next time; any other error rejects.
 * Resolves when the last round has ended after the signal.
 */
export async function schedule(
  expression: string,
  work: () => Promise<void>,
  { logger, signal, name }: { logger: Logger; signal: AbortSignal; name: string }
): Promise<void> {
  if (signal.aborted) return
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>()
  let round: Promise<void> = Promise.resolve()
  let busy = false
  let away = false
  let missed: number | undefined

  const tick = async (planned: number) => {
    const began = performance.now()
    tellRound({ name, phase: 'begun', late: Math.max(0, Date.now() - planned) })
    try {
      await work()
      if (away) logger.info({ name }, 'goes on')
      away = false
    } catch (error) {
      if (!isAway(error)) return reject(error)
      if (!away) logger.warn({ name, code: (error as { code: string }).code }, 'waits')
      away = true
    } finally {
      tellRound({ name, phase: 'ended', took: performance.now() - began, away })
      busy = false
    }
  }
  const begin = ({ date }: { date: Date }) => {
    if (signal.aborted) return
    if (busy) {
      missed ??= date.getTime()
      return
    }
    busy = true
    round = tick(missed ?? date.getTime())
    missed = undefined
  }
  const task = cron.schedule(expression, begin)
  task.on('execution:missed', begin) // the machine slept or was busy: late is better than not tonight
  signal.addEventListener('abort', () => resolve(round), { once: true })
  try {
    await ended
  } finally {
    await task.destroy()
  }
}

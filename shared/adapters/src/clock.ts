import { uptime } from 'node:os'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Logger } from '@huiyin/ports/logger.ts'

const NOTICED = 2_000

/**
 * Wall time at start, carried on by monotonic time. Time that the machine slept is added, as `os.uptime()`
 * tells it; any other jump of the wall clock is reported and not followed.
 */
export function systemClock(logger: Logger): Clock {
  const wall = Date.now()
  const monotonic = performance.now()
  const up = uptime()
  let asleep = 0
  let told = 0

  const now = () => {
    const awake = performance.now() - monotonic
    const sleep = (uptime() - up) * 1000 - awake
    if (sleep > asleep + NOTICED) asleep = sleep // uptime counts in hundredths of a second: small differences are none
    const instant = Math.floor(wall + awake + asleep)
    const jump = Date.now() - instant
    if (Math.abs(jump - told) > NOTICED) {
      told = jump
      logger.warn(
        { jump },
        'the clock of this machine jumped by so many ms; due times go on by the time that really passed'
      )
    }
    return instant
  }
  return { now }
}

import { uptime } from 'node:os'
import type { Clock, Gap } from '@huiyin/ports/clock.ts'
import type { Logger } from '@huiyin/ports/logger.ts'

/** Smaller differences are none: the uptime counts in hundredths of a second. */
const NOTICED = 2_000
const KEPT = 100
/** How long, in ms, the answer about sleep and jumps holds: asking the machine costs ten times as much as the time itself. */
const LOOKED = 5

/** Where the machine tells the time, all in ms. */
export interface TimeSources {
  /** Since 1970, as the machine believes. */
  wall: () => number
  /** Since whenever; stands still while the machine sleeps. */
  monotonic: () => number
  /** Since the machine was started, asleep or not. */
  uptime: () => number
}

const MACHINE: TimeSources = { wall: Date.now, monotonic: () => performance.now(), uptime: () => uptime() * 1000 }

/**
 * Wall time at start, carried on by monotonic time. Time that the machine slept is added, as its uptime tells it;
 * any other jump of the wall clock is reported and not followed.
 */
export function systemClock(logger: Logger, sources: TimeSources = MACHINE): Required<Clock> {
  const wall = sources.wall()
  const monotonic = sources.monotonic()
  const up = sources.uptime()
  const gaps: Gap[] = []
  let asleep = 0
  let told = 0
  let looked = Number.NEGATIVE_INFINITY
  let last = Math.floor(wall)

  function noticeSleep(upFor: number, awake: number): boolean {
    const sleep = upFor - awake
    if (sleep <= asleep + NOTICED) return false
    asleep = sleep
    return true
  }

  const jumpAt = (instant: number) => Math.round(sources.wall()) - instant
  const isNews = (jump: number) => Math.abs(jump - told) > NOTICED

  function noticeJump(instant: number): void {
    const jump = jumpAt(instant)
    if (!isNews(jump)) return
    told = jump
    logger.warn(
      { jump },
      'the clock of this machine jumped by so many ms; due times go on by the time that really passed'
    )
  }

  function now(): number {
    const passed = sources.monotonic() - monotonic
    const instant = Math.floor(wall + passed + asleep)
    if (passed - looked >= LOOKED || isNews(jumpAt(instant))) {
      looked = passed
      return look()
    }
    last = instant
    return instant
  }

  function look(): number {
    const upFor = sources.uptime() - up
    const awake = sources.monotonic() - monotonic // read last: a pause between the two must not look like sleep
    const slept = noticeSleep(upFor, awake)
    const instant = Math.floor(wall + awake + asleep)
    if (slept) gaps.push({ from: last, to: instant })
    if (gaps.length > KEPT) gaps.shift()
    noticeJump(instant)
    last = instant
    return instant
  }
  return {
    now,
    gaps: since => {
      now() // a sleep that nobody has noticed yet
      return gaps.filter(({ to }) => to > since)
    }
  }
}

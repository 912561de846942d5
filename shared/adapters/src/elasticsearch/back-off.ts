import { setTimeout as sleep } from 'node:timers/promises'
import { storeUnavailable } from '@huiyin/domain/errors.ts'
import { tellRetry } from '@huiyin/ports/signs.ts'

const FIRST = 20
const LONGEST = 1000
const AT_LEAST = 2

/** Waits before the next try, longer each time, `atMost` ms; throws STORE_UNAVAILABLE when the patience is over. */
export type Wait = (cause: unknown, atMost?: number) => Promise<void>

/** A wait that gives up after `patience` ms, but not before the second try more: one alone may have lasted as long. */
export function backOff(patience: number): Wait {
  const until = performance.now() + patience
  let tries = 0
  return async (cause, atMost = LONGEST) => {
    const pause = Math.min(FIRST * 2 ** tries++, atMost) * (0.5 + Math.random() / 2)
    if (tries > AT_LEAST && performance.now() + pause > until) throw storeUnavailable(cause)
    tellRetry('elasticsearch')
    await sleep(pause)
  }
}

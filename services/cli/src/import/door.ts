import { setTimeout as sleep } from 'node:timers/promises'
import type { Logs } from '@huiyin/adapters/open.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

/** Where an import goes in. */
export interface Door {
  /** Resolves when the log has them; waits while too many are on their way. */
  put: (observations: readonly Observation[]) => Promise<void>
  /** Resolves when all that was put is classified and stored. */
  drain: () => Promise<void>
}

/** A bulk source keeps at most so many on their way, so that live comments never queue behind it. */
export const IN_FLIGHT = 5_000
const AT_ONCE = 500
const LOOK_EVERY = 40
const STALLED_AFTER = 30_000

type DoorPorts = { logs: Pick<Logs, 'comments' | 'classified'>; logger: Logger; signal: AbortSignal }

/** Puts comments on the topic as the collector does, and goes on only as fast as they are classified and stored. */
export function logDoor({ logs, logger, signal }: DoorPorts): Door {
  const patience = { logger, signal }
  let allowed = 0

  // In this order: what moves on in between is counted twice rather than not at all.
  const onTheirWay = async () => (await logs.comments.lag('classifier')) + (await logs.classified.lag('desk'))

  async function until(enough: () => Promise<boolean>): Promise<void> {
    let since = performance.now()
    while (!(await patiently('log', patience, enough))) {
      await sleep(LOOK_EVERY, undefined, { signal })
      if (performance.now() - since < STALLED_AFTER) continue
      logger.warn({}, 'waiting for the classifier and the desk; are they running?')
      since = Number.POSITIVE_INFINITY
    }
  }

  async function room(): Promise<void> {
    await until(async () => {
      allowed = IN_FLIGHT - (await onTheirWay())
      return allowed >= AT_ONCE
    })
  }

  return {
    async put(observations) {
      for (let from = 0; from < observations.length; from += AT_ONCE) {
        signal.throwIfAborted()
        if (allowed < AT_ONCE) await room()
        const some = observations.slice(from, from + AT_ONCE)
        await patiently('log', patience, () => logs.comments.append(some))
        allowed -= some.length
      }
    },
    async drain() {
      await until(async () => (await logs.comments.lag('classifier')) === 0)
      await until(async () => (await logs.classified.lag('desk')) === 0)
    }
  }
}

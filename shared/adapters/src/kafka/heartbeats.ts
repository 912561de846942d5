import { setTimeout as pause } from 'node:timers/promises'
import { KafkaJSError } from './kafkajs.ts'

const EVERY = 1000

/** How long a batch at hand is held on to in ms, while the group wants its partition or its coordinator is away. */
const GRACE = 5000

/**
 * Keeps the membership alive while the work lasts. Rejects when it is lost, so that the reader joins again: at once when
 * the group has gone on, after the grace when it rebalances (a batch done by then need not be handed out twice) or does
 * not answer (another broker may speak for it by now).
 */
export async function beating<T>(work: Promise<T>, heartbeat: () => Promise<void>): Promise<T> {
  const over = new AbortController()
  try {
    return await Promise.race([work, untilLost(heartbeat, over.signal)])
  } finally {
    over.abort()
  }
}

async function untilLost(heartbeat: () => Promise<void>, over: AbortSignal): Promise<never> {
  let beats = 0
  let failingSince: number | undefined
  while (true) {
    if (beats++ > 0) await pause(EVERY, undefined, { signal: over })
    try {
      await heartbeat()
      failingSince = undefined
    } catch (error) {
      failingSince ??= performance.now()
      if (isLost(error)) throw error
      if (performance.now() - failingSince > GRACE) throw joiningAgain(error as Error)
    }
  }
}

const LOST = ['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'NOT_COORDINATOR_FOR_GROUP', 'FENCED_INSTANCE_ID']

/** The group goes on without us: whatever we say about the partition no longer counts. */
export const isLost = (error: unknown) => LOST.includes((error as { type?: string }).type ?? '')

// What kafkajs answers by looking for the coordinator and joining again; at any other error it would ask the old one on.
const joiningAgain = (error: Error) => Object.assign(new KafkaJSError(error), { type: 'NOT_COORDINATOR_FOR_GROUP' })

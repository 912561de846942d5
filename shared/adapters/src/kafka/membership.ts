import { setTimeout as pause } from 'node:timers/promises'
import { logUnavailable } from '@huiyin/domain/errors.ts'
import type { Position } from '@huiyin/ports/event-log.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { EachBatchPayload } from 'kafkajs'
import { isLost } from './heartbeats.ts'

const COMMIT_AGAIN_AFTER = 500

/** How a commit is said. */
export interface Commitment {
  commitOffsets: EachBatchPayload['commitOffsetsIfNecessary']
  /** Who ends does not wait for a broker that is away. */
  ended: AbortSignal
}

/** Commits, for each partition, the offset that the group reads next. */
export type Committer = (next: readonly Position[]) => Promise<void>

/**
 * One reader's standing in its group. Between two joinings it is a member of one generation; a batch belongs to the
 * generation in which it was handed out, and can be committed only there.
 *
 * joined → (lost: the group goes on without us, or wants its partitions back) → joined again, in the next generation
 * any → left: nothing can be committed any more
 */
export function membership(topic: string, logger: Logger) {
  let generation = 0
  let left = false
  let loss: unknown

  function lost(error: unknown) {
    generation++
    loss = error
  }

  async function commit(born: number, next: readonly Position[], { commitOffsets, ended }: Commitment) {
    const offsets = { topics: [{ topic, partitions: [...next] }] }
    const partitions = next.map(({ partition }) => partition)
    let failed = false
    while (born === generation) {
      if (left) throw logUnavailable(new Error('this reader has left its group'))
      try {
        return await commitOffsets(offsets)
      } catch (error) {
        if (isLost(error) || isRebalance(error)) return lost(error)
        if (ended.aborted || isRefusal(error)) throw logUnavailable(error)
        if (!failed) logger.warn({ topic, partitions, reason: (error as Error).message }, 'Kafka: a commit is repeated')
        failed = true
        await pause(COMMIT_AGAIN_AFTER)
      }
    }
    logger.info({ topic, partitions }, 'Kafka: a batch is not committed, since its partitions were given away')
  }

  return {
    lost,
    joined() {
      generation++
      loss = undefined
    },
    left() {
      left = true
    },
    /** Throws why, when we are no member at the moment. */
    ensure() {
      if (loss !== undefined) throw loss
    },
    /**
     * What commits a batch of the present generation. A batch of the past is not committed, without an error: it is
     * handed out again. A broker that is away is waited for.
     */
    committer(commitment: Commitment): Committer {
      const born = generation
      return next => commit(born, next, commitment)
    }
  }
}

// Others have joined without us: a commit in time is taken while the group still gathers.
const isRebalance = (error: unknown) => (error as { type?: string }).type === 'REBALANCE_IN_PROGRESS'

const isRefusal = (error: unknown) => {
  const { type, retriable } = error as { type?: string; retriable?: boolean }
  return type !== undefined && retriable === false
}

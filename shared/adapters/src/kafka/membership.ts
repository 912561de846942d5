import { setTimeout as pause } from 'node:timers/promises'
import { logUnavailable } from '@huiyin/domain/errors.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { EachBatchPayload } from 'kafkajs'
import { isLost } from './heartbeats.ts'

const TRY_COMMIT_AGAIN_AFTER = 500

/**
 * One reader's standing in its group. Between two joinings it is a member of one generation; a batch belongs to the
 * generation in which it was handed out, and can be committed only there.
 *
 * joined → (lost: the group went on without us, or wants its partitions back) → joined again, in the next generation
 */
export function membership(topic: string, logger: Logger) {
  let generation = 0
  let loss: unknown

  return {
    joined() {
      generation++
      loss = undefined
    },
    /** What is at hand can no longer be committed. */
    lost(error: unknown) {
      generation++
      loss = error
    },
    /** Throws why, when we are no member at the moment. */
    ensure() {
      if (loss !== undefined) throw loss
    },
    /**
     * What commits a batch of the present generation up to `next`. A batch of the past is not committed, without an
     * error: it is handed out again. A broker that is away is waited for, until `ended`.
     */
    committer({ commitOffsetsIfNecessary }: EachBatchPayload, partition: number, next: string, ended: AbortSignal) {
      const born = generation
      const offsets = { topics: [{ topic, partitions: [{ partition, offset: next }] }] }
      return async () => {
        while (born === generation) {
          try {
            return await commitOffsetsIfNecessary(offsets)
          } catch (error) {
            if (isLost(error)) return this.lost(error)
            if (ended.aborted) throw logUnavailable(error)
            logger.warn(
              { topic, partition, reason: (error as Error).message },
              'Kafka: a commit failed and is repeated'
            )
            await pause(TRY_COMMIT_AGAIN_AFTER)
          }
        }
        logger.info({ topic, partition }, 'Kafka: a batch is not committed, since its partition was given away')
      }
    }
  }
}

import { logUnavailable } from '@huiyin/domain/errors.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { EachBatchPayload, Kafka } from 'kafkajs'
import { isLostOffset } from './kafkajs-fixes.ts'
import { leavable } from './leaving.ts'

/** A member that is silent for so long, in ms, is out. */
const SESSION = 10_000
const HEARTBEAT = 1000

/** How long the others wait for one who is to join again, in ms. */
const REBALANCE = 20_000

/** How long the broker may keep an empty answer back, in ms: a reader that is to end waits for it. */
const FETCH_WAIT = 500

/** What is no longer little, in bytes. */
const MUCH = 256 * 1024

/** How a reader takes part in its group. */
export interface Consumption {
  /** A client of this reader's own: kafkajs shares the offsets of a group among all consumers of one client. */
  kafka: Kafka
  topic: string
  groupId: string
  /** So many partitions are delivered side by side. */
  concurrency: number
  /** How long the broker may wait for more than little, in ms. */
  linger?: number
  logger: Logger
  joined: (partitions: readonly number[]) => void
  /** The log has answered, with events or without. */
  fetched?: () => void
  deliver: (payload: EachBatchPayload) => Promise<void>
  /** Given up for good. */
  failed: (error: Error) => void
  /** The error for an offset that the log no longer has. */
  lostOffset: (partition: number) => Promise<Error>
  /** Where each partition begins instead of the group's last commit. */
  from?: Promise<ReadonlyMap<number, string>>
}

/** Starts to consume; what is returned ends it. */
export function consume({
  kafka,
  topic,
  groupId,
  concurrency,
  linger = 0,
  logger,
  from,
  ...told
}: Consumption): () => Promise<void> {
  let wanted = true
  const consumer = kafka.consumer({
    groupId,
    allowAutoTopicCreation: false,
    sessionTimeout: SESSION,
    heartbeatInterval: HEARTBEAT,
    rebalanceTimeout: REBALANCE,
    ...(linger > 0 ? { minBytes: MUCH, maxWaitTimeInMs: linger } : { maxWaitTimeInMs: FETCH_WAIT }),
    retry: { restartOnFailure: async () => wanted }
  })
  const { givenUp, leave } = leavable(consumer, logger)
  let beginnings: ReadonlyMap<number, string> = new Map()

  consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
    const partitions = payload.memberAssignment[topic] ?? []
    told.joined(partitions)
    for (const partition of partitions) {
      const offset = beginnings.get(partition)
      if (offset !== undefined) consumer.seek({ topic, partition, offset })
    }
  })
  consumer.on(consumer.events.FETCH, () => told.fetched?.())
  consumer.on(consumer.events.CRASH, async ({ payload: { error, restart } }) => {
    if (restart) return
    const lost = causes(error).find(isLostOffset)
    told.failed(lost ? await told.lostOffset(lost.lostPartition).catch(logUnavailable) : logUnavailable(error))
  })

  async function start() {
    await consumer.connect()
    await consumer.subscribe({ topic, fromBeginning: from === undefined })
    if (from) beginnings = await from
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrency,
      eachBatch: told.deliver
    })
  }

  start().catch(error => {
    givenUp()
    told.failed(logUnavailable(error))
  })
  return () => {
    wanted = false
    return leave()
  }
}

const causes = (error: unknown): unknown[] => (error instanceof Error ? [error, ...causes(error.cause)] : [])

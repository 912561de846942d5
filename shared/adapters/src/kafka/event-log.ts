import { randomUUID } from 'node:crypto'
import { logOffsetLost, logUnavailable } from '@huiyin/domain/errors.ts'
import type { Batch, EventLog } from '@huiyin/ports/event-log.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Admin, Kafka } from 'kafkajs'
import { skippingLater } from '../log/later-release.ts'
import { appender } from './append.ts'
import type { clockWatch } from './clock-watch.ts'
import { groupOffsets } from './offsets.ts'
import { resilientProducer } from './producer.ts'
import { type Reading, readBatches } from './reader.ts'

/** What a follower gets at once. */
const FOLLOW_AT_MOST = 1000

export interface TopicLog<E> {
  /** A client of its own; one that is not patient leaves it to us to try again. */
  connect: (manner: { patient: boolean }) => Kafka
  admin: Admin
  clock: ReturnType<typeof clockWatch>
  logger: Logger
  topic: string
  parse: (value: unknown) => E
  partitions: number
}

/** The log over a topic that is there. */
export function topicLog<E extends { key: string }>({
  connect,
  admin,
  clock,
  logger,
  topic,
  parse,
  partitions
}: TopicLog<E>): EventLog<E> {
  const { append, close } = appender(
    resilientProducer(() => connect({ patient: false }), topic, clock, logger),
    partitions
  )
  const offsets = groupOffsets(admin, topic)
  const fetches = new Map<string, number>()
  const closing = new AbortController()
  const ending = (signal?: AbortSignal) => AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])
  // One group of Kafka's per topic: its members must read the same topics.
  const groupOf = (group: string) => `${topic}.${group}`

  type Manner = Pick<Reading<E>, 'groupId' | 'atMost' | 'linger' | 'signal' | 'from' | 'answered'>

  function readAs({ groupId, from, ...manner }: Manner): AsyncIterable<Batch<E>> {
    const lostOffset = async (partition: number) => logOffsetLost(groupId, await offsets.of(groupId, partition))
    return readBatches({
      kafka: connect({ patient: true }),
      topic,
      groupId,
      concurrency: partitions,
      parse: from ? skippingLater(parse) : parse,
      logger,
      lostOffset,
      from,
      ...manner
    })
  }

  return {
    append,
    read: ({ group, signal, ...manner }) => {
      const answered = (partitions: number) => {
        if (partitions > 0) fetches.set(group, performance.now())
        else fetches.delete(group) // more readers than partitions: this one waits for its turn
      }
      return readAs({ groupId: groupOf(group), signal: ending(signal), answered, ...manner })
    },
    lastFetch: group => fetches.get(group),
    follow({ signal, back = 0 }) {
      const from = offsets.nearEnds(back)
      from.catch(() => {}) // met by who iterates
      const copy = from.then(beginnings => new Map(beginnings)) // the reader moves its own on
      copy.catch(() => {})
      const groupId = `${topic}.follower.${randomUUID()}`
      return Object.assign(readAs({ groupId, atMost: FOLLOW_AT_MOST, signal: ending(signal), from }), { from: copy })
    },
    lag: group => offsets.lag(groupOf(group)).catch(error => Promise.reject(logUnavailable(error))),
    lags: group => offsets.lags(groupOf(group)).catch(error => Promise.reject(logUnavailable(error))),
    async close() {
      closing.abort()
      await close()
    }
  }
}

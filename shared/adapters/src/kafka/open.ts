import { logUnavailable } from '@huiyin/domain/errors.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { type Logger, silent } from '@huiyin/ports/logger.ts'
import type { KafkaConfig } from 'kafkajs'
import { clockWatch } from './clock-watch.ts'
import { topicLog } from './event-log.ts'
import { Kafka, logLevel } from './kafkajs.ts'
import { kafkaLogger } from './logger.ts'
import { refusal } from './refusal.ts'
import { PARTITIONS, prepareTopic } from './topic.ts'

export interface KafkaOptions {
  /** Each as "host:port". */
  brokers: readonly string[]
  clientId?: string
  ssl?: KafkaConfig['ssl']
  sasl?: KafkaConfig['sasl']
  logger?: Logger
  /** How long a broker may be silent over one request, in ms. */
  requestTimeout?: number
  /** The time of this instance, in ms UTC, for `clockSkew`. */
  now?: () => number
}

export interface TopicOptions<E> {
  topic: string
  /** Returns the event, or throws why the value is none. */
  parse: (value: unknown) => E
  /** Made so, and checked: order per key holds only while the number stays. 6 unless told otherwise. */
  partitions?: number
}

export interface KafkaLogs {
  /** Makes or checks the topic, and opens it. Throws SETTINGS_INVALID, LOG_UNAVAILABLE. */
  log: <E extends { key: string }>(options: TopicOptions<E>) => Promise<EventLog<E>>
  /** By how much, in ms, the brokers' clock is ahead of ours (negative: behind), as the last append told. */
  clockSkew: () => number | undefined
  close: () => Promise<void>
}

/** The topics of one Kafka cluster as event logs. */
export function openKafka({
  brokers,
  clientId = 'huiyin',
  ssl,
  sasl,
  logger = silent,
  requestTimeout = 10_000,
  now = Date.now
}: KafkaOptions): KafkaLogs {
  const client = {
    ...{ clientId, requestTimeout, logLevel: logLevel.WARN, logCreator: kafkaLogger(logger) },
    ...(ssl && { ssl }),
    ...(sasl && { sasl })
  }
  let clients = 0
  // Each begins with another broker: kafkajs would have all of them knock at the first, be it dead or not.
  const connect = ({ patient }: { patient: boolean }) => {
    const retry = { initialRetryTime: 100, maxRetryTime: 5000, retries: brokers.length + (patient ? 5 : 0) }
    return new Kafka({ ...client, retry, brokers: rotated(brokers, clients++) })
  }
  const admin = connect({ patient: true }).admin()
  const clock = clockWatch(now)
  const open = new Set<{ close: () => Promise<void> }>()
  let connected: Promise<void> | undefined

  return {
    async log<E extends { key: string }>({ topic, parse, partitions = PARTITIONS }: TopicOptions<E>) {
      connected ??= admin.connect()
      await connected.catch(error => {
        connected = undefined
        throw refusal(error, sasl) ?? logUnavailable(error)
      })
      await prepareTopic(admin, topic, partitions).catch(error => {
        throw refusal(error, sasl) ?? error
      })
      const log = topicLog<E>({ connect, admin, clock, logger, topic, parse, partitions })
      open.add(log)
      return log
    },
    clockSkew: clock.skew,
    async close() {
      await Promise.all([...open].map(log => log.close()))
      await admin.disconnect()
    }
  }
}

const rotated = <T>(list: readonly T[], by: number): T[] => list.map((_, index) => list[(index + by) % list.length]!)

/** One topic as an event log with connections of its own, which end with it. */
export async function kafkaEventLog<E extends { key: string }>(
  options: KafkaOptions & TopicOptions<E>
): Promise<EventLog<E>> {
  const kafka = openKafka(options)
  try {
    return { ...(await kafka.log(options)), close: kafka.close }
  } catch (error) {
    await kafka.close()
    throw error
  }
}

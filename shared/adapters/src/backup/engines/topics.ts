import { logUnavailable } from '@huiyin/domain/errors.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Admin, KafkaConfig } from 'kafkajs'
import { Kafka, logLevel } from '../../kafka/kafkajs.ts'
import { kafkaLogger } from '../../kafka/logger.ts'
import { openKafka } from '../../kafka/open.ts'
import { eventsOf } from '../archived.ts'
import type { LogPart } from '../manifest.ts'
import type { Place } from '../place.ts'

export interface Topics {
  /** A client of its own: kafkajs shares the offsets of a group among the consumers of one. */
  kafka: () => InstanceType<typeof Kafka>
  /** Rejects with LOG_UNAVAILABLE. */
  asked: <T>(question: (admin: Admin) => Promise<T>) => Promise<T>
  /** Appends what was backed up of a topic, which is made. */
  write: (place: Place, topic: string, parts: readonly LogPart[]) => Promise<void>
  close: () => Promise<void>
}

type Ways = Pick<KafkaConfig, 'ssl' | 'sasl'> & { brokers: string[]; clientId: string }

const AT_ONCE = 2_000

export async function openTopics(ways: Ways, logger: Logger): Promise<Topics> {
  const kafka = () => new Kafka({ ...ways, logLevel: logLevel.ERROR, logCreator: kafkaLogger(logger) })
  const admin = kafka().admin()
  await admin.connect().catch(error => Promise.reject(logUnavailable(error)))
  return {
    kafka,
    asked: question => question(admin).catch(error => Promise.reject(isOurs(error) ? error : logUnavailable(error))),
    async write(place, topic, parts) {
      const { log, close } = openKafka({ ...ways, logger })
      try {
        const parse = (value: unknown) => value as { key: string }
        const to = await log({ topic, parse, partitions: parts[0]!.partitions })
        for (const part of parts)
          for await (const events of eventsOf(place, part))
            for (let at = 0; at < events.length; at += AT_ONCE)
              await to.append(events.slice(at, at + AT_ONCE).map(text => parse(JSON.parse(text))))
      } finally {
        await close()
      }
    },
    close: () => admin.disconnect()
  }
}

const isOurs = (error: unknown) => error instanceof Error && error.name === 'HuiyinError'

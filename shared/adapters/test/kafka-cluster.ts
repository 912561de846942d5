import { randomUUID } from 'node:crypto'
import { engines } from '@huiyin/engines/engines.ts'
import { type FaultProxy, KAFKA_API, type KafkaMatch, kafkaProxy } from '@huiyin/engines/fault-proxy.ts'
import { type Note, parseNote } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import { Kafka, logLevel } from 'kafkajs'
import t, { type Test } from 'tap'
import { type KafkaOptions, kafkaEventLog } from '../src/kafka/open.ts'

const shared = await engines()
if (shared.stop) t.teardown(shared.stop)

/** Why there is no Kafka, or false. */
export const skip = shared.missing ?? false

export const brokers = (shared.brokers ?? '').split(',')

/** The client without our adapter, for what happens past it. */
export const plainKafka = () => new Kafka({ brokers, logLevel: logLevel.NOTHING })

export const freshTopic = () => `test.${randomUUID()}`

/** The administration, until the test ends. */
export async function adminOf(t: Test) {
  const admin = plainKafka().admin()
  await admin.connect()
  t.teardown(() => admin.disconnect())
  return admin
}

/** A log until the test ends. */
export async function openLog(t: Test, topic: string, options: Partial<KafkaOptions> & { partitions?: number } = {}) {
  const log = await kafkaEventLog<Note>({ brokers, topic, parse: parseNote, ...options })
  t.teardown(() => log.close())
  return log
}

/** A proxy before the broker until the test ends. */
export async function openProxy(t: Test): Promise<FaultProxy<KafkaMatch>> {
  const proxy = await kafkaProxy({ target: brokers[0]! })
  t.teardown(() => proxy.close())
  return proxy
}

/** Writes values as they are, past the adapter. */
export async function writeRaw(topic: string, ...values: string[]) {
  const producer = plainKafka().producer({ allowAutoTopicCreation: false })
  await producer.connect()
  await producer.send({ topic, messages: values.map(value => ({ key: 'raw', value })) })
  await producer.disconnect()
}

/** Every third answer to a produce request never arrives. */
export const losingAnswers = (proxy: FaultProxy<KafkaMatch>) =>
  proxy.fault({ match: { apiKey: KAFKA_API.produce }, every: 3, fault: 'swallow-close' })

import type { Logger } from '@huiyin/ports/logger.ts'
import type { Kafka, Producer, RecordMetadata } from 'kafkajs'
import type { clockWatch } from './clock-watch.ts'
import { retried } from './retried.ts'

/** How long the brokers may take over one send, in ms. */
const ANSWER_WITHIN = 10_000
const TRY_AGAIN_AFTER = [100, 300, 1000, 3000]

// Another try cannot help: the broker understood and refused.
const HOPELESS = /MESSAGE_TOO_LARGE|RECORD_LIST_TOO_LARGE|AUTHORIZATION|INVALID_TOPIC|POLICY_VIOLATION/

type Clock = ReturnType<typeof clockWatch>
export type Message = { key: string; value: Buffer; partition: number }

/**
 * Sends one lot at a time. A send that fails is tried again by a new producer, since the old one may sit on a dead
 * connection or a stale idea of who leads. Not idempotent: measured on kafkajs 2.2.4, an idempotent producer that loses
 * an answer acknowledges a message that it never wrote (35 of 35 rounds); without, a message may stand there twice.
 */
export function resilientProducer(connect: () => Kafka, topic: string, clock: Clock, logger: Logger) {
  let producer: Promise<Producer> | undefined

  async function connected(): Promise<Producer> {
    const fresh = connect().producer({
      allowAutoTopicCreation: false,
      idempotent: false,
      retry: { retries: 0 },
      createPartitioner:
        () =>
        ({ message }) =>
          message.partition!
    })
    await fresh.connect()
    return fresh
  }

  async function discard() {
    const old = producer
    producer = undefined
    await (await old?.catch(() => undefined))?.disconnect() // one that never connected has nothing to close
  }

  async function attempt(messages: Message[]): Promise<RecordMetadata[]> {
    try {
      producer ??= connected()
      const ready = await producer
      const sent = clock.now()
      const answers = await ready.send({ topic, messages, acks: -1, timeout: ANSWER_WITHIN })
      clock.saw(sent, Number(answers[0]?.logAppendTime), clock.now())
      return complete(messages, answers)
    } catch (error) {
      logger.warn({ topic, reason: (error as Error).message }, 'Kafka: a send failed, its producer is thrown away')
      discard().catch(error => logger.warn({ topic, reason: error.message }, 'Kafka: a producer did not close'))
      throw error
    }
  }

  return {
    /** Resolves when every message is written; one answer for each partition. */
    send: (messages: Message[]) => retried(() => attempt(messages), TRY_AGAIN_AFTER, isHopeless),
    close: discard
  }
}

// When a leader moves while kafkajs tries again, it can take a broker's earlier answer for that of its new partitions.
function complete(messages: Message[], answers: RecordMetadata[]): RecordMetadata[] {
  const answered = new Set(answers.map(({ partition }) => partition))
  const missing = messages.find(({ partition }) => !answered.has(partition))
  if (missing) throw new Error(`Kafka gave no answer for partition ${missing.partition}`)
  return answers
}

const isHopeless = (error: unknown): boolean => {
  const { type, cause } = error as { type?: string; cause?: unknown }
  return (type !== undefined && HOPELESS.test(type)) || (cause instanceof Error && isHopeless(cause))
}

import { Kafka, logLevel, type Producer } from 'kafkajs'

/** The groups that read for the house, each with the topic that it reads and the service that does. */
const GROUPS = [
  { topic: 'comments', group: 'classifier', service: 'classifier' },
  { topic: 'classified', group: 'desk', service: 'desk' },
  { topic: 'classified', group: 'analyst', service: 'analyst' },
  { topic: 'events', group: 'scribe', service: 'scribe' },
  { topic: 'events', group: 'links', service: 'desk' },
  { topic: 'events', group: 'analyst-events', service: 'analyst' }
] as const
export type Topic = (typeof GROUPS)[number]['topic']

/** How far each partition reaches, by group. */
type Marks = ReadonlyMap<string, readonly { partition: number; high: bigint }[]>

/** The log past all services and proxies, as those who run the broker see it. */
export interface Transport {
  /** How far the log reaches now. */
  marks: () => Promise<Marks>
  /** Groups that have not read so far, with how much is left. */
  behind: (marks: Marks) => Promise<string[]>
  /** Forgets how far a group came, which nobody may be reading in. */
  forget: (topic: Topic, group: string) => Promise<void>
  /** Writes it as it is, whether anybody can read it or not. */
  write: (topic: Topic, key: string, value: string) => Promise<void>
  /** The broker was away: the next one who asks connects anew. */
  reconnect: () => Promise<void>
  close: () => Promise<void>
}

export async function openTransport(
  brokers: string,
  prefix: string,
  isAtWork: (service: string) => boolean
): Promise<Transport> {
  const groups = GROUPS.filter(({ service }) => isAtWork(service))
  const kafka = new Kafka({ clientId: 'faults', brokers: [brokers], logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  let producer: Producer | undefined
  await admin.connect()
  const nameOf = (topic: string) => `${prefix}.${topic}`

  async function marks(): Promise<Marks> {
    const topics = [...new Set(groups.map(({ topic }) => topic))]
    const held = new Map(
      await Promise.all(topics.map(async topic => [topic, await admin.fetchTopicOffsets(nameOf(topic))] as const))
    )
    return new Map(
      groups.map(({ topic, group }) => [
        group,
        held.get(topic)!.map(({ partition, high }) => ({ partition, high: BigInt(high) }))
      ])
    )
  }

  return {
    marks,
    async behind(reached) {
      const left = await Promise.all(
        groups.map(async ({ topic, group }) => {
          const groupId = `${nameOf(topic)}.${group}`
          const [found] = await admin.fetchOffsets({ groupId, topics: [nameOf(topic)] })
          const committed = new Map(found!.partitions.map(({ partition, offset }) => [partition, BigInt(offset)]))
          const sum = reached.get(group)!.reduce((all, { partition, high }) => {
            const at = committed.get(partition) ?? 0n
            return all + (high > at ? high - (at > 0n ? at : 0n) : 0n)
          }, 0n)
          return sum > 0n ? [`${group} ${sum}`] : []
        })
      )
      return left.flat()
    },
    forget: async (topic, group) => void (await admin.deleteGroups([`${nameOf(topic)}.${group}`])),
    async write(topic, key, value) {
      producer ??= kafka.producer({ allowAutoTopicCreation: false })
      await producer.connect()
      await producer.send({ topic: nameOf(topic), messages: [{ key, value }] })
    },
    async reconnect() {
      await producer?.disconnect().catch(() => {})
      producer = undefined
      await admin.disconnect().catch(() => {})
      await admin.connect()
    },
    async close() {
      await producer?.disconnect()
      await admin.disconnect()
    }
  }
}

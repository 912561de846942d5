import { HuiyinError, logUnavailable } from '@huiyin/domain/errors.ts'
import type { Admin, ITopicMetadata } from 'kafkajs'
import { ConfigResourceTypes } from './kafkajs.ts'
import { retried } from './retried.ts'

const DAY = 24 * 60 * 60 * 1000

/** How long events are kept, in ms: a segment is deleted as a whole, so nothing is older than 30 days. */
const RETENTION = 29 * DAY
const SEGMENT = DAY

const REPLICATION = 3

/** The number of partitions of a topic unless an installation says otherwise. */
export const PARTITIONS = 6

/**
 * Makes the topic where there is none, and checks the one that is there.
 * Throws SETTINGS_INVALID with what was expected and what came, LOG_UNAVAILABLE when Kafka does not answer.
 */
export async function prepareTopic(admin: Admin, topic: string, partitions: number): Promise<void> {
  try {
    const { brokers } = await admin.describeCluster()
    const wanted = wantedOf(brokers.length)
    if (!(await admin.listTopics()).includes(topic)) await create(admin, topic, partitions, wanted)
    const { metadata, settings } = await retried(() => describe(admin, topic))
    const wrong = [...placeFaults(metadata, partitions, wanted), ...settingFaults(settings, wanted)]
    if (wrong.length > 0) throw refused(topic, wrong)
  } catch (error) {
    throw error instanceof HuiyinError ? error : logUnavailable(error)
  }
}

/** What is wrong with a topic that is there; undefined where there is none. Changes nothing. */
export async function topicFaults(admin: Admin, topic: string, partitions = PARTITIONS): Promise<string[] | undefined> {
  if (!(await admin.listTopics()).includes(topic)) return undefined
  const wanted = wantedOf((await admin.describeCluster()).brokers.length)
  const { metadata, settings } = await describe(admin, topic)
  return [...placeFaults(metadata, partitions, wanted), ...settingFaults(settings, wanted)]
}

interface Wanted {
  replication: number
  /** Settings of which the topic may have more, but no less. */
  atLeast: Record<string, number>
  /** Settings that have to be as they are. */
  exactly: Record<string, string>
}

// A lone broker acknowledges from its page cache unless it is told to flush; three confirm one another.
const wantedOf = (brokers: number): Wanted => ({
  replication: Math.min(brokers, REPLICATION),
  atLeast: { 'retention.ms': RETENTION, ...(brokers >= REPLICATION && { 'min.insync.replicas': 2 }) },
  exactly: {
    'cleanup.policy': 'delete',
    'message.timestamp.type': 'LogAppendTime',
    ...(brokers === 1 && { 'flush.messages': '1' })
  }
})

async function create(admin: Admin, topic: string, numPartitions: number, { replication, atLeast, exactly }: Wanted) {
  const settings = { ...exactly, ...atLeast, 'segment.ms': SEGMENT }
  const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value: String(value) }))
  const topics = [{ topic, numPartitions, replicationFactor: replication, configEntries }]
  await admin.createTopics({ topics, waitForLeaders: false }) // its wait takes "not known yet" for a failure
}

// Right after it was made, by us or by somebody beside us, not every broker knows the topic or leads it.
async function describe(admin: Admin, topic: string) {
  await admin.fetchTopicOffsets(topic)
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] })
  return { metadata: topics[0]!, settings: await settingsOf(admin, topic) }
}

async function settingsOf(admin: Admin, name: string): Promise<Record<string, string>> {
  const resources = [{ type: ConfigResourceTypes.TOPIC, name }]
  const described = await admin.describeConfigs({ resources, includeSynonyms: false })
  const entries = described.resources[0]?.configEntries ?? []
  return Object.fromEntries(entries.map(({ configName, configValue }) => [configName, configValue]))
}

function placeFaults({ partitions: found }: ITopicMetadata, partitions: number, { replication }: Wanted): string[] {
  const replicas = Math.min(...found.map(({ replicas }) => replicas.length))
  return [
    ...(found.length === partitions ? [] : [`${partitions} partitions expected, it has ${found.length}`]),
    ...(replicas >= replication ? [] : [`replication ${replication} expected, it has ${replicas}`])
  ]
}

function settingFaults(found: Record<string, string>, { atLeast, exactly }: Wanted): string[] {
  const forever = (name: string) => name === 'retention.ms' && found[name] === '-1'
  return [
    ...Object.entries(atLeast)
      .filter(([name, least]) => !(Number(found[name]) >= least || forever(name)))
      .map(([name, least]) => `${name} of at least ${least} expected, it has ${found[name]}`),
    ...Object.entries(exactly)
      .filter(([name, value]) => found[name] !== value)
      .map(([name, value]) => `${name}=${value} expected, it has ${found[name]}`)
  ]
}

const refused = (topic: string, wrong: string[]) =>
  new HuiyinError('SETTINGS_INVALID', `Kafka's topic "${topic}" is not as Huiyin needs it: ${wrong.join('; ')}`)

import type { Settings } from '@huiyin/schemas/settings.ts'
import { shownAddress } from '../connections/address.ts'
import { kafkaConnection, kafkaFault } from '../connections/kafka.ts'
import { Kafka, logLevel } from './kafkajs.ts'
import { refusal } from './refusal.ts'
import { topicFaults } from './topic.ts'

export interface KafkaFound {
  brokers: number
  /** What is wrong with each topic; undefined: there is none yet. */
  topics: Record<string, string[] | undefined>
}

/** How Kafka stands, as it is: nothing is made. A sentence when it cannot be used; throws SETTINGS_INVALID. */
export async function inspectKafka(settings: Settings): Promise<KafkaFound | { fault: string }> {
  const connection = await kafkaConnection(settings)
  const fault = await kafkaFault(connection)
  if (fault) return { fault: fault.sentence }
  const { brokers, tls, sasl } = connection
  const client = { clientId: `${settings.prefix}-doctor`, logLevel: logLevel.NOTHING, retry: { retries: 1 } }
  const ways = { ...(tls && { ssl: tls }), ...(sasl && { sasl }) }
  const admin = new Kafka({ ...client, ...ways, brokers: brokers.map(shownAddress) }).admin()
  try {
    await admin.connect()
    const { brokers: standing } = await admin.describeCluster()
    const topics: KafkaFound['topics'] = {}
    for (const name of ['comments', 'classified', 'events'])
      topics[`${settings.prefix}.${name}`] = await topicFaults(admin, `${settings.prefix}.${name}`)
    return { brokers: standing.length, topics }
  } catch (error) {
    return { fault: refusal(error, sasl)?.message ?? (error as Error).message }
  } finally {
    await admin.disconnect()
  }
}

import type { Admin } from 'kafkajs'
import { retried } from './retried.ts'

/** What the log holds of a partition, and how far a group has come in it: decimal strings, `high` is the next offset. */
export interface Standing {
  topic: string
  partition: number
  low: string
  high: string
  /** "-1" for a group that has committed nothing. */
  committed: string
}

/** How far the groups of a topic have come. */
export function groupOffsets(admin: Admin, topic: string) {
  async function standings(groupId: string): Promise<Standing[]> {
    const [held, [group]] = await Promise.all([
      retried(() => admin.fetchTopicOffsets(topic)),
      retried(() => admin.fetchOffsets({ groupId, topics: [topic] }))
    ])
    const committed = new Map(group!.partitions.map(({ partition, offset }) => [partition, offset]))
    return held.map(({ partition, low, high }) => ({
      topic,
      partition,
      low,
      high,
      committed: committed.get(partition) ?? '-1'
    }))
  }

  return {
    /** How many events the group has still to read. */
    async lag(groupId: string): Promise<number> {
      const left = (await standings(groupId)).map(leftOf)
      return left.reduce((sum, n) => sum + n, 0)
    },
    async lags(groupId: string): Promise<Map<number, number>> {
      return new Map((await standings(groupId)).map(standing => [standing.partition, leftOf(standing)]))
    },
    async of(groupId: string, partition: number): Promise<Standing> {
      const standing = (await standings(groupId)).find(one => one.partition === partition)
      return standing ?? { topic, partition, low: '?', high: '?', committed: '?' }
    },
    /** Up to `back` events before where the next one of each partition will stand. */
    async nearEnds(back: number): Promise<Map<number, string>> {
      const held = await retried(() => admin.fetchTopicOffsets(topic))
      return new Map(
        held.map(({ partition, low, high }) => [partition, String(later(low, String(BigInt(high) - BigInt(back))))])
      )
    }
  }
}

const leftOf = ({ low, high, committed }: Standing) => Number(BigInt(high) - later(low, committed))

const later = (a: string, b: string) => (BigInt(a) > BigInt(b) ? BigInt(a) : BigInt(b))

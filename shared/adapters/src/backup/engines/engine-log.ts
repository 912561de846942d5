import { randomUUID } from 'node:crypto'
import { HuiyinError, logUnavailable } from '@huiyin/domain/errors.ts'
import type { Admin, EachBatchPayload, Kafka } from 'kafkajs'
import { openLines } from '../lines.ts'
import type { LogPart } from '../manifest.ts'
import type { Place } from '../place.ts'
import { openSum, type Total } from '../sum.ts'

/** The names of the topics behind the prefix. */
export const TOPICS = ['comments', 'classified', 'events'] as const

/** From where to before where one partition of a topic is read. */
export interface Range {
  partition: number
  from: string
  to: string
}

/** What groups have read, by topic and group: offsets by partition. */
export type Cursors = Record<string, Record<string, Record<string, string>>>

export async function rangesOf(admin: Admin, topic: string): Promise<Range[]> {
  const held = await admin.fetchTopicOffsets(topic)
  return held
    .map(({ partition, low, high }) => ({ partition, from: low, to: high }))
    .sort((a, b) => a.partition - b.partition)
}

/** Followers commit nothing and are not among them. */
export async function cursorsOf(admin: Admin, topics: readonly string[]): Promise<Cursors> {
  const { groups } = await admin.listGroups()
  const cursors: Cursors = {}
  for (const topic of topics) {
    const mine = groups
      .map(({ groupId }) => groupId)
      .filter(id => id.startsWith(`${topic}.`) && !id.startsWith(`${topic}.follower.`))
    const found: Cursors[string] = {}
    for (const groupId of mine) {
      const [of] = await admin.fetchOffsets({ groupId, topics: [topic] })
      const committed = (of?.partitions ?? []).filter(({ offset }) => offset !== '-1')
      found[groupId] = Object.fromEntries(committed.map(({ partition, offset }) => [String(partition), offset]))
    }
    cursors[topic] = found
  }
  return cursors
}

export type Met = { partition: number; offset: string; value: string }

/** Reads ranges of a topic to their ends, each event once. Rejects with LOG_UNAVAILABLE. */
export async function readRanges(
  kafka: Kafka,
  topic: string,
  ranges: readonly Range[],
  met: (event: Met) => Promise<void>
): Promise<void> {
  const next = new Map(ranges.map(({ partition, from }) => [partition, BigInt(from)]))
  const end = new Map(ranges.map(({ partition, to }) => [partition, BigInt(to)]))
  const left = () => [...end].some(([partition, to]) => next.get(partition)! < to)
  if (!left()) return
  const consumer = kafka.consumer({ groupId: `${topic}.follower.${randomUUID()}`, allowAutoTopicCreation: false })
  const over = Promise.withResolvers<void>()
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart) over.reject(logUnavailable(error))
  })
  consumer.on(consumer.events.GROUP_JOIN, () => {
    for (const [partition, offset] of next) consumer.seek({ topic, partition, offset: String(offset) })
  })

  async function eachBatch({ batch, heartbeat, resolveOffset }: EachBatchPayload): Promise<void> {
    const { partition } = batch
    for (const { offset, value } of batch.messages) {
      const at = BigInt(offset)
      if (at >= next.get(partition)! && at < end.get(partition)!) {
        await met({ partition, offset, value: value?.toString() ?? '' })
        next.set(partition, at + 1n)
      }
      resolveOffset(offset)
    }
    await heartbeat()
    if (!left()) over.resolve()
  }

  try {
    await consumer.connect()
    await consumer.subscribe({ topic, fromBeginning: true })
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch })
    await over.promise
  } finally {
    await consumer.disconnect()
  }
}

/** Stores what came since the previous backup; what the log has forgotten since goes from the archive too. */
export async function storeLog(
  place: Place,
  kafka: Kafka,
  {
    topic,
    name,
    ranges,
    previous
  }: { topic: string; name: string; ranges: readonly Range[]; previous: readonly LogPart[] }
): Promise<LogPart[]> {
  const parts: LogPart[] = ranges.map(({ partition, from, to }) => {
    const before = previous.find(part => part.partition === partition)
    const goesOn = before !== undefined && BigInt(before.to) <= BigInt(to) && BigInt(before.to) >= BigInt(from)
    const packs = goesOn ? before.packs.filter(pack => BigInt(pack.to) > BigInt(from)) : []
    return {
      kind: 'log',
      name,
      partition,
      partitions: ranges.length,
      from: packs[0]?.from ?? from,
      to,
      packs: [...packs]
    }
  })
  const starts = parts.map(({ packs, from }) => packs.at(-1)?.to ?? from)
  const open = parts.map((part, i) => ({ part, lines: openLines(place), from: starts[i]!, to: starts[i]! }))
  const wanted = open.map(({ part, from }) => ({ partition: part.partition, from, to: part.to }))
  const byPartition = new Map(open.map(one => [one.part.partition, one]))
  const keep = (one: (typeof open)[number], pack: { id: string; lines: number } | undefined) => {
    if (!pack) return
    one.part.packs.push({ ...pack, from: one.from, to: one.to })
    one.from = one.to
  }
  await readRanges(kafka, topic, wanted, async ({ partition, offset, value }) => {
    const one = byPartition.get(partition)!
    one.to = String(BigInt(offset) + 1n)
    keep(one, await one.lines.add(JSON.stringify(value)))
  })
  for (const one of open) keep(one, await one.lines.end())
  return parts
}

/** The sum of what stands on a topic. */
export async function sumTopic(kafka: Kafka, admin: Admin, topic: string): Promise<Total> {
  const sum = openSum()
  await readRanges(kafka, topic, await rangesOf(admin, topic), async ({ partition, value }) =>
    sum.add(partition, value)
  )
  return sum.total()
}

/** Rejects with INVALID_REQUEST when something was ever read or written there. */
export async function refuseFullLog(admin: Admin, topics: readonly string[]): Promise<void> {
  const there = new Set(await admin.listTopics())
  for (const topic of topics.filter(one => there.has(one))) {
    const full = (await rangesOf(admin, topic)).some(({ to }) => to !== '0')
    if (full)
      throw new HuiyinError(
        'INVALID_REQUEST',
        `Kafka is not empty: the topic ${topic} holds events; restore into another one, or under another HUIYIN_PREFIX`
      )
  }
}

/** Groups go on where they were: a log that was begun anew counts from zero. */
export async function restoreCursors(
  admin: Admin,
  cursors: Cursors,
  topicOf: (topic: string) => string,
  parts: readonly LogPart[]
): Promise<void> {
  for (const [topic, groups] of Object.entries(cursors)) {
    const [old, now] = [topic, topicOf(topic)]
    const mine = parts.filter(({ name }) => old.endsWith(`.${name}`))
    for (const [group, offsets] of Object.entries(groups)) {
      const partitions = mine.flatMap(({ partition, from, to }) => {
        const at = offsets[String(partition)]
        return at === undefined ? [] : [{ partition, offset: movedBy(at, from, to) }]
      })
      if (partitions.length > 0)
        await admin.setOffsets({ groupId: now + group.slice(old.length), topic: now, partitions })
    }
  }
}

/** Where an offset of before stands in a log that begins at zero. */
export function movedBy(offset: string, from: string, to: string): string {
  const [at, low, high] = [BigInt(offset), BigInt(from), BigInt(to)]
  if (at <= low) return '0'
  return String((at > high ? high : at) - low)
}

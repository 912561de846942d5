import type { Batch } from '@huiyin/ports/event-log.ts'
import type { EachBatchPayload, KafkaMessage } from 'kafkajs'
import { type LogRecord, toBatch } from '../log/to-batch.ts'
import { type Consumption, consume } from './consume.ts'
import { handOver } from './hand-over.ts'
import { beating } from './heartbeats.ts'
import { type Committer, membership } from './membership.ts'

type Place = Pick<Consumption, 'kafka' | 'topic' | 'groupId' | 'logger' | 'lostOffset' | 'concurrency' | 'linger'>

export interface Reading<E> extends Place {
  atMost: number
  parse: (value: unknown) => E
  /** Ends the reading after the batch at hand. */
  signal: AbortSignal
  /** Told whenever the log has answered, and what is read here. */
  answered?: (partitions: number) => void
  /** Where each partition begins, for a reader that never commits. */
  from?: Promise<Map<number, string>>
}

/** What is offered of one partition. */
interface Chunk {
  partition: number
  messages: KafkaMessage[]
  commit: Committer
}

/**
 * Turns what kafkajs pushes into batches that are pulled: it waits inside its batches for as long as ours is at hand. What
 * comes of several partitions at once is one batch, as each costs its readers the same whether it holds ten events or a
 * thousand.
 */
export async function* readBatches<E>(reading: Reading<E>): AsyncGenerator<Batch<E>> {
  const { signal, atMost, parse } = reading
  if (signal.aborted) return

  const chunks = handOver<Chunk>({ sizeOf: ({ messages }) => messages.length, atMost })
  const end = () => chunks.end()
  signal.addEventListener('abort', end)
  const leave = startReading(reading, chunks)
  try {
    while (true) {
      const taken = await chunks.take()
      if (!taken) return
      yield toBatch(taken.flatMap(recordsOf), parse, () => taken[0]!.commit(taken.map(placeAfter)))
    }
  } finally {
    signal.removeEventListener('abort', end)
    chunks.leave()
    await leave()
  }
}

function startReading<E>(
  { atMost, parse: _, signal, answered, concurrency, ...place }: Reading<E>,
  offered: ReturnType<typeof handOver<Chunk>>
) {
  const member = membership(place.topic, place.logger)

  async function deliver({
    batch,
    heartbeat,
    resolveOffset,
    commitOffsetsIfNecessary: commitOffsets
  }: EachBatchPayload) {
    const { partition } = batch
    for (const messages of chunks(batch.messages, atMost)) {
      member.ensure()
      await heartbeat()
      const commit = place.from ? async () => {} : member.committer({ commitOffsets, ended: signal })
      const offer = offered.offer({ partition, messages, commit })
      try {
        if (!(await beating(offer.settled, heartbeat))) return
      } catch (error) {
        offer.withdraw()
        member.lost(error)
        throw error
      }
      member.ensure()
      const last = messages.at(-1)!.offset
      resolveOffset(last)
      // A follower that has to join again goes on where it was.
      place.from?.then(beginnings => beginnings.set(partition, after(last)))
    }
  }

  let assigned = 0
  const joined = (partitions: readonly number[]) => {
    assigned = partitions.length
    answered?.(assigned)
    member.joined()
  }
  const fetched = () => answered?.(assigned)
  const leave = consume({ ...place, concurrency, deliver, joined, fetched, failed: offered.end })
  return () => {
    member.left()
    return leave()
  }
}

const recordsOf = ({ partition, messages }: Chunk): LogRecord[] =>
  messages.map(({ offset, value }) => ({ partition, offset, value: value?.toString() ?? '' }))

/** What the group reads next of the partition. */
const placeAfter = ({ partition, messages }: Chunk) => ({ partition, offset: after(messages.at(-1)!.offset) })

const after = (offset: string) => String(BigInt(offset) + 1n)

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

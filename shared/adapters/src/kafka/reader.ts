import type { Batch } from '@huiyin/ports/event-log.ts'
import type { EachBatchPayload, KafkaMessage } from 'kafkajs'
import { toBatch } from '../log/to-batch.ts'
import { type Consumption, consume } from './consume.ts'
import { handOver } from './hand-over.ts'
import { beating } from './heartbeats.ts'
import { membership } from './membership.ts'

type Place = Pick<Consumption, 'kafka' | 'topic' | 'groupId' | 'logger' | 'lostOffset'>

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

/** Turns what kafkajs pushes into batches that are pulled: it waits inside its batch for as long as ours is at hand. */
export async function* readBatches<E>(reading: Reading<E>): AsyncGenerator<Batch<E>> {
  const { signal } = reading
  if (signal.aborted) return

  const batches = handOver<Batch<E>>()
  const end = () => batches.end()
  signal.addEventListener('abort', end)
  const leave = startReading(reading, batches)
  try {
    while (true) {
      const batch = await batches.take()
      if (!batch) return
      yield batch
    }
  } finally {
    signal.removeEventListener('abort', end)
    batches.leave()
    await leave()
  }
}

function startReading<E>(
  { atMost, parse, signal, answered, ...place }: Reading<E>,
  batches: ReturnType<typeof handOver<Batch<E>>>
) {
  const member = membership(place.topic, place.logger)

  const commitOf = (
    { batch: { partition }, commitOffsetsIfNecessary: commitOffsets }: EachBatchPayload,
    next: string
  ) => (place.from ? async () => {} : member.committer({ partition, next, commitOffsets, ended: signal }))

  /** Undefined: only a later release can read on. */
  function batchOf(partition: number, chunk: KafkaMessage[], commit: () => Promise<void>): Batch<E> | undefined {
    try {
      return toBatch(partition, chunk.map(toRecord), parse, commit)
    } catch (error) {
      batches.end(error as Error)
      return undefined
    }
  }

  async function deliver(payload: EachBatchPayload) {
    const { batch, heartbeat, resolveOffset } = payload
    for (const chunk of chunks(batch.messages, atMost)) {
      member.ensure()
      await heartbeat()
      const last = chunk.at(-1)!.offset
      const parsed = batchOf(batch.partition, chunk, commitOf(payload, after(last)))
      if (!parsed) return
      const offer = batches.offer(parsed)
      try {
        if (!(await beating(offer.settled, heartbeat))) return
      } catch (error) {
        offer.withdraw()
        member.lost(error)
        throw error
      }
      member.ensure()
      resolveOffset(last)
      // A follower that has to join again goes on where it was.
      place.from?.then(beginnings => beginnings.set(batch.partition, after(last)))
    }
  }

  let assigned = 0
  const joined = (partitions: readonly number[]) => {
    assigned = partitions.length
    answered?.(assigned)
    member.joined()
  }
  const leave = consume({ ...place, deliver, joined, fetched: () => answered?.(assigned), failed: batches.end })
  return () => {
    member.left()
    return leave()
  }
}

const after = (offset: string) => String(BigInt(offset) + 1n)

const toRecord = ({ offset, value }: KafkaMessage) => ({ offset, value: value?.toString() ?? '' })

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

import { logUnavailable } from '@huiyin/domain/errors.ts'
import type { Batch, EventLog, Position, ReaderOptions } from '@huiyin/ports/event-log.ts'
import { encode } from '../log/encode.ts'
import { skippingLater } from '../log/later-release.ts'
import { type LogRecord, toBatch } from '../log/to-batch.ts'
import { type MemoryGroup, type MemoryTopic, memoryTopic } from './topic.ts'

interface MemoryLogOptions<E> {
  /** Returns the event, or throws why the value is none. */
  parse: (value: unknown) => E
  /** Several logs over one topic are several connections to it. */
  topic?: MemoryTopic
}

/** An event log that lives as long as its topic: for tests, and for what needs no memory. */
export function memoryEventLog<E extends { key: string }>({
  parse,
  topic = memoryTopic()
}: MemoryLogOptions<E>): EventLog<E> {
  const closing = new AbortController()
  const ending = (signal: AbortSignal | undefined) => AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])
  const batchOf = (chunk: Chunk, commit: () => Promise<void>, by = parse) => toBatch(chunk.records, by, commit)

  async function* read({ group: name, atMost, signal }: ReaderOptions): AsyncGenerator<Batch<E>> {
    const group = topic.group(name)
    const uncommitted = new Set<Chunk>()
    const ended = ending(signal)
    try {
      while (!ended.aborted) {
        const chunk = take(topic, group, atMost)
        if (!chunk) {
          await changedOr(topic, ended)
          continue
        }
        uncommitted.add(chunk)
        try {
          yield batchOf(chunk, async () => {
            uncommitted.delete(chunk)
            group.committed[chunk.partition] = Math.max(group.committed[chunk.partition]!, chunk.end)
          })
        } finally {
          group.held.delete(chunk.partition)
          topic.wake()
        }
      }
    } finally {
      for (const { partition, start } of uncommitted) group.next[partition] = Math.min(group.next[partition]!, start)
      topic.wake()
    }
  }

  async function* followFrom(next: number[], ended: AbortSignal): AsyncGenerator<Batch<E>> {
    const follower = { committed: next, next, held: new Set<number>() }
    while (!ended.aborted) {
      const chunk = take(topic, follower, 1000)
      if (!chunk) await changedOr(topic, ended)
      else yield batchOf(chunk, async () => {}, skippingLater(parse))
      follower.held.clear()
    }
  }

  return {
    async append(events) {
      if (closing.signal.aborted) throw logUnavailable(new Error('this log is closed'))
      const encoded = events.map(encode)
      return encoded.map(({ key, value }): Position => {
        const { partition, offset } = topic.append(key, value.toString())
        return { partition, offset: String(offset) }
      })
    },
    read,
    follow({ signal, back = 0 }) {
      const next = topic.partitions.map(({ length }) => Math.max(0, length - back))
      const from = new Map(next.map((offset, partition) => [partition, String(offset)]))
      return Object.assign(followFrom(next, ending(signal)), { from: Promise.resolve(from) })
    },
    async lag(name) {
      const { committed } = topic.group(name)
      return topic.partitions.reduce((sum, { length }, partition) => sum + length - committed[partition]!, 0)
    },
    async close() {
      closing.abort()
    }
  }
}

interface Chunk {
  partition: number
  start: number
  end: number
  records: LogRecord[]
}

function take(topic: MemoryTopic, group: MemoryGroup, atMost: number): Chunk | undefined {
  const partition = topic.partitions.findIndex(
    ({ length }, index) => !group.held.has(index) && group.next[index]! < length
  )
  if (partition === -1) return undefined

  const start = group.next[partition]!
  const values = topic.partitions[partition]!.slice(start, start + atMost)
  const end = start + values.length
  group.held.add(partition)
  group.next[partition] = end
  const records = values.map((value, index) => ({ partition, offset: String(start + index), value }))
  return { partition, start, end, records }
}

async function changedOr(topic: MemoryTopic, ended: AbortSignal) {
  ended.addEventListener('abort', topic.wake)
  await topic.changed()
  ended.removeEventListener('abort', topic.wake)
}

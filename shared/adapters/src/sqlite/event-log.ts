import { eventTooLarge, HuiyinError, logUnavailable } from '@huiyin/domain/errors.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { Batch, EventLog, Position, Unreadable } from '@huiyin/ports/event-log.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import { isOfLaterRelease, skippingLater } from '../log/later-release.ts'
import type { SqliteFile } from './file.ts'
import { logReads, type StoredEvent } from './log-reads.ts'
import { openTopic, type Topic } from './topic.ts'

export interface SqliteEventLog<E extends { key: string }> extends EventLog<E> {
  /** Readers of one group must live in one process; those beyond the first wait. */
  shares: false
  /** Forgets events appended before the instant (ms UTC), read or not; answers how many they were. */
  prune: (before: number) => Promise<number>
}

export type Parse<E> = (value: unknown) => E

/** The largest event, in bytes of UTF-8 JSON. */
const LARGEST = 256 * 1024
/** There is one partition. */
const PARTITION = 0
const FOLLOWED_AT_ONCE = 1000

/** The topics of one file. */
export function eventLogs(file: SqliteFile, clock: Clock, closing: AbortSignal) {
  const topics = new Map<string, Topic>()
  file.onAppended(name => topics.get(name)?.wake())
  return <E extends { key: string }>(name: string, { parse }: { parse: Parse<E> }): SqliteEventLog<E> => {
    const topic = topics.get(name) ?? openTopic()
    topics.set(name, topic)
    return eventLog({ file, clock, closing, name, parse, topic })
  }
}

interface Opening<E> {
  file: SqliteFile
  clock: Clock
  closing: AbortSignal
  name: string
  topic: Topic
  parse: Parse<E>
}

function eventLog<E extends { key: string }>(opening: Opening<E>): SqliteEventLog<E> {
  const { file, clock, name, topic, parse } = opening
  const handle = new AbortController()
  const closing = AbortSignal.any([opening.closing, handle.signal])
  const reads = file.read(db => logReads(db, name))

  const write: SqliteFile['write'] = async (op, items) => {
    if (closing.aborted) throw logUnavailable('The log is closed')
    try {
      return await file.write(op, items)
    } catch (error) {
      throw logProblem(error)
    }
  }

  /** Batches from behind a number on, as they come, until the signal. */
  async function* batches(
    from: number,
    atMost: number,
    signal: AbortSignal,
    commit: (n: number) => Promise<void>,
    by: Parse<E> = parse
  ) {
    let last = from
    while (!signal.aborted) {
      const events = file.read(() => reads.after(last, atMost))
      if (events.length === 0) {
        await topic.changed()
        continue
      }
      last = events.at(-1)!.n
      const through = last
      yield batchOf(events, by, () => commit(through))
    }
  }

  async function* read({ group, atMost, signal }: Parameters<EventLog<E>['read']>[0]) {
    const ended = endOf(signal)
    while (!topic.hold(group)) {
      if (ended.aborted) return
      await topic.changed()
    }
    try {
      const { done } = file.read(() => reads.offsets(group))
      yield* batches(done, atMost, ended, async n => {
        // What the batch stands for is done: a disk that is full is waited out here, and ends no reader.
        await patiently('log', { logger: silent, signal: ended }, () => write('commit', [[name, group, n]]))
      })
    } finally {
      topic.release(group)
    }
  }

  const endOf = (signal: AbortSignal | undefined) => {
    const ended = signal ? AbortSignal.any([signal, closing]) : closing
    ended.addEventListener('abort', topic.wake, { once: true })
    return ended
  }

  return {
    shares: false,
    async append(events) {
      const at = clock.now()
      const numbers = await write(
        'append',
        events.map(event => [name, at, jsonOf(event)])
      )
      if (numbers.length > 0) topic.wake()
      return numbers.map(positionOf)
    },
    read,
    follow({ signal, back = 0 }) {
      const { last, done } = file.read(() => reads.offsets('')) // nobody's group has done what is gone
      const begin = Math.max(done, last - back)
      const from = Promise.resolve(new Map([[PARTITION, String(begin + 1)]]))
      return Object.assign(
        batches(begin, FOLLOWED_AT_ONCE, endOf(signal), async () => {}, skippingLater(parse)),
        { from }
      )
    },
    async lag(group) {
      const { last, done } = file.read(() => reads.offsets(group))
      return last - done
    },
    async prune(before) {
      let pruned = 0
      for (let more = true; more; ) {
        const [count] = await write('prune', [[name, before]])
        pruned += count!
        more = count! > 0
      }
      return pruned
    },
    close: async () => handle.abort()
  }
}

const positionOf = (n: number): Position => ({ partition: PARTITION, offset: String(n) })

function jsonOf(event: unknown): string {
  const json = JSON.stringify(event)
  if (json.length * 3 <= LARGEST) return json // no UTF-16 unit is more than three bytes
  const bytes = Buffer.byteLength(json)
  if (bytes > LARGEST) throw eventTooLarge(bytes)
  return json
}

/** The store's sentence under the log's code. */
function logProblem(error: unknown): HuiyinError {
  if (error instanceof HuiyinError && error.code === 'STORE_DAMAGED') return error
  const known = error instanceof HuiyinError && error.cause !== undefined
  return known ? new HuiyinError('LOG_UNAVAILABLE', error.message, { cause: error.cause }) : logUnavailable(error)
}

function batchOf<E>(stored: readonly StoredEvent[], parse: Parse<E>, commit: () => Promise<void>): Batch<E> {
  const events: E[] = []
  const positions: Position[] = []
  const unreadable: Unreadable[] = []
  for (const { n, event } of stored) {
    try {
      events.push(parse(JSON.parse(event)))
      positions.push(positionOf(n))
    } catch (error) {
      if (isOfLaterRelease(error)) throw error
      unreadable.push({
        position: positionOf(n),
        raw: event,
        reason: error instanceof Error ? error.message : String(error)
      })
    }
  }
  return { events, positions, unreadable, commit }
}

import { logUnavailable } from '@huiyin/domain/errors.ts'
import type { Position } from '@huiyin/ports/event-log.ts'
import type { RecordMetadata } from 'kafkajs'
import { encode } from '../log/encode.ts'
import { type Outgoing, outbox } from './outbox.ts'
import { partitionOf } from './partition.ts'
import type { Message } from './producer.ts'

interface Call {
  positions: Position[]
  left: number
  resolve: (positions: Position[]) => void
  reject: (error: Error) => void
}

interface Sender {
  send: (messages: Message[]) => Promise<RecordMetadata[]>
  close: () => Promise<void>
}

/** Appends with one send in flight; what arrives meanwhile goes together with the next. */
export function appender(sender: Sender, partitions: number) {
  const waiting = outbox<Call>()
  let sending: Promise<void> | undefined
  let closed = false

  async function sendAll() {
    await Promise.resolve() // calls of the same turn go together
    while (!waiting.isEmpty()) await sendOne()
    sending = undefined
  }

  async function sendOne() {
    const cut = waiting.cut()
    const messages = [...cut.values()].flat().map(({ key, value, partition }) => ({ key, value, partition }))
    try {
      settle(cut, await sender.send(messages))
    } catch (error) {
      const calls = new Set([...cut.values()].flat().map(({ call }) => call))
      waiting.drop(calls)
      for (const { reject } of calls) reject(logUnavailable(error))
    }
  }

  return {
    append(events: readonly { key: string }[]): Promise<Position[]> {
      if (closed) return Promise.reject(logUnavailable(new Error('this log is closed')))
      if (events.length === 0) return Promise.resolve([])
      return new Promise((resolve, reject) => {
        const call = { positions: [], left: events.length, resolve, reject }
        waiting.put(events.map((event, index) => ({ ...placed(event, partitions), index, call })))
        sending ??= sendAll()
      })
    },
    /** Sends what is waiting, then closes. */
    async close() {
      closed = true
      await sending
      await sender.close()
    }
  }
}

const placed = (event: { key: string }, partitions: number) => ({
  ...encode(event),
  partition: partitionOf(event.key, partitions)
})

function settle(cut: Map<number, Outgoing<Call>[]>, answers: RecordMetadata[]) {
  for (const { partition, baseOffset } of answers) {
    const first = BigInt(baseOffset!)
    for (const [nth, { call, index }] of cut.get(partition)!.entries()) {
      call.positions[index] = { partition, offset: String(first + BigInt(nth)) }
      if (--call.left === 0) call.resolve(call.positions)
    }
  }
}

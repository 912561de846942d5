import { eventUnknown } from '@huiyin/domain/errors.ts'
import type { Test } from 'tap'
import type { Batch, EventLog, Position, ReaderOptions } from '../src/event-log.ts'

/** The event of the contract. */
export interface Note {
  key: string
  text: string
}

export const note = (key: string, text: string): Note => ({ key, text })

/** The parser to open the log with: refuses whatever is no note, and does not know what a later release writes. */
export function parseNote(value: unknown): Note {
  const { key, text, of } = (value ?? {}) as Partial<Note & { of: string }>
  if (of === 'a later release') throw eventUnknown(of)
  if (typeof key === 'string' && typeof text === 'string') return { key, text }
  throw new TypeError(`Note: expected { key, text }, got ${JSON.stringify(value)}`)
}

/** A log for one test, fresh and empty. What `open` made ends with the test that it was given. */
export interface OpenedLog {
  log: EventLog<Note>
  /** Another connection to the same log; an adapter that allows only one closes the first before. */
  again: () => Promise<EventLog<Note>>
  /** Writes a value that stands in the log as it is, whether or not it can be parsed. */
  raw: (value: string) => Promise<void>
}

export type OpenLog = (t: Test) => Promise<OpenedLog>

export interface EventLogAbilities {
  /** Why the contract does not run, or false. */
  skip?: string | false
  /** Whether readers on two connections can share a group; true unless an adapter declares that it cannot. */
  shares?: boolean
  /** Whether an event that was appended once may stand in the log twice, as where answers get lost. */
  doubles?: boolean
}

type Visit = (batch: Batch<Note>) => unknown

/** Reads and commits until `done` says so, asked after each batch. */
export async function readUntil(
  log: EventLog<Note>,
  { group, atMost = 100 }: Partial<ReaderOptions> & { group: string },
  done: (batch: Batch<Note>) => boolean | Promise<boolean>
) {
  for await (const batch of log.read({ group, atMost })) {
    await batch.commit()
    if (await done(batch)) return
  }
}

/** Reads and commits until the group has nothing left. */
export const drain = (log: EventLog<Note>, group: string, visit: Visit = () => {}, atMost = 100) =>
  readUntil(log, { group, atMost }, async batch => {
    visit(batch)
    return (await log.lag(group)) === 0
  })

/** All that the group has still to read, each text once, in the order of its first appearance. */
export async function textsOf(log: EventLog<Note>, group: string, atMost = 100): Promise<string[]> {
  const texts: string[] = []
  await drain(log, group, batch => texts.push(...batch.events.map(({ text }) => text)), atMost)
  return [...new Set(texts)]
}

/** One batch, left without a commit. */
export async function firstBatch(log: EventLog<Note>, group: string): Promise<Batch<Note>> {
  for await (const batch of log.read({ group, atMost: 100 })) return batch
  throw new Error(`The reading of group ${group} ended without a batch`)
}

export const place = ({ partition, offset }: Position) => `${partition}/${offset}`

export const range = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type BulkAct, JOB_LIMITS, type MacroStep } from '@huiyin/schemas/bulk.ts'
import type { Records } from './records.ts'

/**
 * Which tickets somebody chose, as they then stood: in chunks, so that documents stay small. What matches the filter
 * later is not in it, and what matches no more still is.
 */

const LIST = 'bulk-list'
const CHUNK = 'bulk-chunk'

/** So long, in ms, a list waits to be run. */
const WAITS_FOR = 60 * 60_000

/** Id of a ticket, number of its last turn, and id of who had it in hand. */
export type FrozenRow = readonly [id: string, seen: number, assigned?: string]

export interface FrozenList {
  /** Id of whose list it is. */
  by: string
  act: BulkAct
  steps: MacroStep[]
  /** UTC in ms. */
  madeAt: number
  /** Absent until it is whole. */
  total?: number
}

type Of = Omit<FrozenList, 'total'> & { id: string }

const chunkId = (list: string, n: number) => `${list}/${String(n).padStart(6, '0')}`

/** When a list that nobody has run goes. */
export const expiresAt = ({ madeAt }: Pick<FrozenList, 'madeAt'>): number => madeAt + WAITS_FOR

/**
 * Keeps the rows in the order in which they come, each ticket once; answers how many there are. The list is there, and
 * may be run, once all of them are kept. Throws TOO_MANY for more than 50,000.
 */
export async function freezeList(records: Records, { id, ...of }: Of, rows: AsyncIterable<FrozenRow>): Promise<number> {
  const dueAt = expiresAt(of)
  await records.put<FrozenList>(LIST, { id, value: of, dueAt }) // first: what is left half done is found and tidied up
  const seen = new Set<string>()
  let chunk: FrozenRow[] = []
  let chunks = 0
  const keep = async () => {
    await records.put<FrozenRow[]>(CHUNK, { id: chunkId(id, chunks), value: chunk })
    chunks += 1
    chunk = []
  }
  for await (const row of rows) {
    if (seen.has(row[0])) continue
    if (seen.size >= JOB_LIMITS.tickets) throw tooManyTickets()
    seen.add(row[0])
    chunk.push(row)
    if (chunk.length === JOB_LIMITS.chunk) await keep()
  }
  if (chunk.length > 0) await keep()
  await records.put<FrozenList>(LIST, { id, value: { ...of, total: seen.size }, dueAt })
  return seen.size
}

/** A list that is whole; undefined where there is none (any more). */
export async function frozenList(records: Records, id: string): Promise<Required<FrozenList> | undefined> {
  const value = (await records.get<FrozenList>(LIST, id))?.document.value
  return value?.total === undefined ? undefined : { ...value, total: value.total }
}

/** Rows from a place on, `atMost` of them at most and no more than stand in one chunk. */
export async function frozenRows(
  records: Records,
  id: string,
  { from, atMost }: { from: number; atMost: number }
): Promise<readonly FrozenRow[]> {
  const n = Math.floor(from / JOB_LIMITS.chunk)
  const found = await records.get<FrozenRow[]>(CHUNK, chunkId(id, n))
  const at = from - n * JOB_LIMITS.chunk
  return found?.document.value.slice(at, at + atMost) ?? []
}

/** It is run: it stays until its job goes. */
export async function keepList(records: Records, id: string): Promise<void> {
  const found = await records.get<FrozenList>(LIST, id)
  if (found) await records.put<FrozenList>(LIST, { id, value: found.document.value })
}

/** The last chunk first: what is left half done is found by the next one who tidies up. */
export async function removeList(records: Records, id: string): Promise<void> {
  let chunks = 0
  while (await records.get(CHUNK, chunkId(id, chunks))) chunks += 1
  for (let n = chunks - 1; n >= 0; n--) await records.remove(CHUNK, chunkId(id, n))
  await records.remove(LIST, id)
}

/** Removes lists that nobody has run in time. `isRun` says whether a job needs one. */
export async function tidyLists(records: Records, now: number, isRun: (id: string) => Promise<boolean>): Promise<void> {
  for (const { id } of await records.due<FrozenList>(LIST, now, 10)) {
    if (await isRun(id)) await keepList(records, id)
    else await removeList(records, id)
  }
}

export const tooManyTickets = (total?: number) =>
  new HuiyinError(
    'TOO_MANY',
    `Expected at most ${JOB_LIMITS.tickets} tickets at once; ${total ?? 'more'} match. Narrow the filter`
  )

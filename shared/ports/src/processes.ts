import type { Check } from './check.ts'
import type { Records } from './records.ts'

/** Processes of the house say that they are there, each in a record of its own. */
const KIND = 'process'
const AT_MOST = 1_000
/** What nobody wrote for so long is gone for good, in ms. */
const FORGOTTEN_AFTER = 86_400_000

/** So often a process says so, in ms. */
export const SEEN_EVERY = 10_000

export interface ProcessNote {
  /** `huiyin` where all run in one. */
  service: string
  host: string
  version: string
  startedAt: number
  seenAt: number
  /** The checks that do not hold. */
  lacks: Check[]
  /** Where it keeps its data, in bytes. */
  disk?: { free: number; size: number }
  /** The last comments that it brought into the store, and how long the slowest had been on its way, in ms. */
  stored?: { at: number; delay: number }
}

/** `id` differs in every process and start. Rejects with STORE_UNAVAILABLE while the store is away. */
export const noteProcess = (records: Pick<Records, 'put'>, id: string, value: ProcessNote): Promise<void> =>
  records.put<ProcessNote>(KIND, { id, value })

/** It has ended as it was asked to. */
export const forgetProcess = (records: Pick<Records, 'remove'>, id: string): Promise<void> => records.remove(KIND, id)

/** Those that were seen within a day, by service and host. */
export async function seenProcesses(records: Pick<Records, 'list' | 'remove'>, now: number): Promise<ProcessNote[]> {
  const found = await records.list<ProcessNote>(KIND, { atMost: AT_MOST })
  const [gone, there] = [found.filter(isGone(now)), found.filter(one => !isGone(now)(one))]
  for (const { id } of gone) await records.remove(KIND, id)
  const nameOf = ({ service, host }: ProcessNote) => `${service} ${host}`
  return there.map(({ value }) => value).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

const isGone =
  (now: number) =>
  ({ value }: { value: ProcessNote }) =>
    now - value.seenAt > FORGOTTEN_AFTER

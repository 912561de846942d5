import { HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import type { Clock } from './clock.ts'
import { openJobs } from './jobs.ts'
import { REBUILD_FAMILIES, type Rebuilder, type RebuildFamily, type RebuildPart } from './rebuild.ts'
import type { PartRow, RebuildRow } from './rebuild-row.ts'
import { type Check, stepOf } from './rebuild-step.ts'
import type { Records } from './records.ts'
import type { Tell } from './tell.ts'

const KIND = 'rebuild'
const ID = 'house'

export interface RebuildPorts {
  records: Records
  rebuilder: Rebuilder
  clock: Clock
  tell: Tell
  /** Differs in every process and start: a random id. */
  worker: string
  /** This process's monotonic time in ms, `performance.now`. */
  monotonic: () => number
  /** No other process can be at this store: what another has begun was left by it. */
  alone?: boolean
}

/** What a person asks for: all parts, or those of some families. */
export interface RebuildAsked {
  only?: readonly RebuildFamily[]
  /** Only what was not made as this program makes it. */
  due?: boolean
  back: boolean
  by: string
}

export interface RebuildStatus {
  parts: RebuildPart[]
  /** The last that was asked for. */
  row?: RebuildRow
}

/** Rebuilds of the house, one at a time. Whoever asks may go on with one that another process left. */
export interface Rebuilds {
  status: () => Promise<RebuildStatus>
  /**
   * Begins one, or goes on with the one that stands unfinished. Rejects with REBUILD_RUNNING when that is another than
   * was asked for, and with REBUILD_FAILED when there is nothing to do or to go back to.
   */
  start: (asked: RebuildAsked) => Promise<RebuildRow>
  /** Works for about a second, and answers how it stands. Rejects with REBUILD_RUNNING while another process works. */
  work: () => Promise<RebuildRow>
  /** Gives up one that stands unfinished: what serves goes on to serve. False when there is none. */
  stop: () => Promise<boolean>
  /** Removes what is kept for going back. Rejects with REBUILD_RUNNING while one stands unfinished. */
  drop: (only?: readonly RebuildFamily[]) => Promise<string[]>
}

const running = (message: string) => new HuiyinError('REBUILD_RUNNING', message)
const isOpen = (row: RebuildRow | undefined): row is RebuildRow => row !== undefined && row.endedAt === undefined

export function openRebuilds(ports: RebuildPorts): Rebuilds {
  const { records, rebuilder, clock, worker, monotonic, alone = false } = ports
  const check: Check = {}
  const step = stepOf(ports, check)
  const jobs = openJobs<RebuildRow>({
    ...{ records, kind: KIND, worker, monotonic, pagesAtOnce: 1 },
    isBusy: async () => false, // people and the stream have the engine's own order
    page: step
  })
  const read = () => records.get<RebuildRow>(KIND, ID)
  let seen: { worker?: string; version: string } | undefined

  async function put(row: RebuildRow, version?: string): Promise<RebuildRow> {
    const [result] = await records.putEach<RebuildRow>(KIND, [{ entry: { id: ID, value: row }, version }])
    if (result?.outcome === 'refused') throw storeRefused(result.reason)
    if (result?.outcome !== 'put') throw running('Somebody else asked for a rebuild at the same moment; see --status')
    return row
  }

  async function start(asked: RebuildAsked): Promise<RebuildRow> {
    const found = await read()
    const before = found?.document.value
    if (isOpen(before)) {
      const { worker: other, ...row } = sameAs(before, asked)
      return alone && other !== undefined && other !== worker ? put(row, found!.version) : before
    }
    const parts = chosen(await rebuilder.parts(), asked)
    const { by, back } = asked
    return put({ by, back, askedAt: clock.now(), parts }, found?.version)
  }

  /** A row of another process that changes is in good hands; one that stands still is taken over. */
  async function work(): Promise<RebuildRow> {
    const found = await read()
    if (!found) throw new HuiyinError('REBUILD_FAILED', 'Nobody asked for a rebuild yet')
    const { value } = found.document
    if (value.endedAt !== undefined) return value
    if (value.worker !== undefined && value.worker !== worker) {
      if (seen?.worker === value.worker && seen.version !== found.version) throw running('Another process is at it now')
      seen = { worker: value.worker, version: found.version }
    }
    await jobs.work(found, clock.now())
    return (await read())!.document.value
  }

  async function stop(): Promise<boolean> {
    const found = await read()
    const row = found?.document.value
    if (!found || !isOpen(row)) return false
    const ended = { ...row, failed: 'It was given up', endedAt: clock.now() }
    await put(ended, found.version)
    for (const { state, copying } of row.parts) if (copying && state !== 'swapped') await rebuilder.abandon(copying)
    return true
  }

  return {
    async status() {
      const [parts, found] = await Promise.all([rebuilder.parts(), read()])
      return { parts, ...(found && { row: found.document.value }) }
    },
    ...{ start, work, stop },
    async drop(only) {
      if (isOpen((await read())?.document.value)) throw running('A rebuild stands unfinished; end it before')
      const gone: string[] = []
      for (const { part, family, kept } of await rebuilder.parts())
        if (kept && wants(only, family)) gone.push(...(await rebuilder.drop(part)))
      return gone
    }
  }
}

const wants = (only: readonly RebuildFamily[] | undefined, family: RebuildFamily) => only?.includes(family) ?? true

/** What stands unfinished is gone on with: who asks for something else has to give it up first. */
function sameAs(row: RebuildRow, { only, back, due }: RebuildAsked): RebuildRow {
  const families = new Set(row.parts.map(({ family }) => family))
  const same = back === row.back && (only === undefined || only.every(family => families.has(family)))
  if (same && !(due && only)) return row
  const what = `${row.back ? 'going back with' : 'rebuilding'} ${[...families].join(', ')}`
  throw running(`It stands unfinished, ${what}: huiyin rebuild goes on with it, huiyin rebuild --stop gives it up`)
}

function chosen(all: readonly RebuildPart[], { only, back, due }: RebuildAsked): PartRow[] {
  const parts = all
    .filter(({ family, kept, upToDate }) => wants(only, family) && (!back || kept) && !(due && upToDate))
    .sort((a, b) => orderOf(a) - orderOf(b) || (a.part < b.part ? 1 : -1))
  if (parts.length === 0) {
    const why = back
      ? 'Nothing is kept to go back to'
      : due
        ? 'All is as this program makes it'
        : 'There is nothing of that yet'
    throw new HuiyinError('REBUILD_FAILED', why)
  }
  return parts.map(({ part, family, documents }) => ({ part, family, documents, state: 'waiting' }))
}

/** What people search comes first, the newest month before the others. */
const orderOf = ({ family }: RebuildPart) => REBUILD_FAMILIES.indexOf(family)

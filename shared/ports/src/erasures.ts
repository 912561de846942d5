import { randomUUID } from 'node:crypto'
import { HuiyinError, storeRefused } from '@huiyin/domain/errors.ts'
import { idOf } from '@huiyin/domain/ids.ts'
import { type Actor, system } from '@huiyin/schemas/actor.ts'
import type { Pack } from '@huiyin/schemas/archive.ts'
import type { Erasure, ErasureDone, ErasureOf } from '@huiyin/schemas/erasure.ts'
import type { Desk } from './act.ts'
import type { Comments } from './comments.ts'
import type { PutResult } from './documents.ts'
import { findComments } from './erasure/find.ts'
import { eraseFromArchive } from './erasure/from-archives.ts'
import { eraseComments } from './erasure/from-comments.ts'
import { eraseFromHistory, whatLeft } from './erasure/from-history.ts'
import { eraseFromRecords } from './erasure/from-records.ts'
import { eraseFromTickets } from './erasure/from-tickets.ts'
import type { Files } from './files.ts'
import type { History } from './history.ts'
import { openJobs } from './jobs.ts'
import type { Logger } from './logger.ts'
import type { Rebuilder } from './rebuild.ts'
import type { Records } from './records.ts'
import { entriesOf } from './rule-records.ts'
import { subjectOf, type Tell } from './tell.ts'

/** Kind of the records. */
export const ERASURES = 'erasure'

const DAY = 86_400_000
/** What was in the log when it was erased is gone by then. */
const LOG_KEEPS = 30 * DAY
const BACKUPS_KEEP = 30 * DAY
/** A reply on its way has arrived by then, or is looked for again. */
const REPLIES_TAKE = 60_000
const AT_MOST = 20
const PAGES_AT_ONCE = 200
const MOST_LOOKS = 200

export interface ErasurePorts {
  desk: Desk
  comments: Comments
  records: Records
  history: History
  files: Files
  rebuilder: Pick<Rebuilder, 'parts' | 'drop'>
  tell: Tell
  /** Takes what was overwritten off the disk. */
  purge: () => Promise<void>
  /** How long backups are kept, ms. */
  backupsKeep?: number
  /** Differs in every process and start: a random id. */
  worker: string
  /** This process's monotonic time in ms, `performance.now`. */
  monotonic: () => number
  isBusy?: () => Promise<boolean>
  logger: Logger
}

/**
 * The erasure of personal data by right (个人信息保护法 第四十七条).
 *
 * One person asks for it, another grants it: nothing brings back what was erased. Then it is long work, page by page, gone
 * on with by whoever comes first: stubs in the place of the comments; tickets, records, archives and history without what
 * quotes them, twice, for what was written between; old copies of indices removed; what is looked for, which stands in its
 * row meanwhile, forgotten; what was overwritten taken off the disk.
 */
export interface Erasures {
  /** Throws COMMENT_NOT_FOUND. Asked twice for the same while it is open it is one. */
  ask: (of: { of: ErasureOf; why: string }, by: Actor) => Promise<Erasure>
  /** The newest first. */
  list: () => Promise<Erasure[]>
  /** Throws ERASURE_NOT_FOUND. */
  get: (id: string) => Promise<Erasure>
  /**
   * Throws ERASURE_STATE, and SECOND_PERSON_NEEDED to who asked for it; `alone`: nobody else can sign in.
   */
  decide: (id: string, by: Actor, of: { granted: boolean; why?: string; alone?: boolean }) => Promise<Erasure>
  /** Works on what is granted; answers how many ended. */
  round: () => Promise<number>
}

/** The walks, one after the other; the sweep is done twice. */
const PHASES = [
  ...['find', 'comments', 'tickets', 'records', 'archives', 'history'],
  ...['tickets', 'records', 'archives', 'copies', 'forget', 'purge', 'end']
] as const

type Place = { phase: number; after?: string }
type Step = { row: (erasure: Erasure) => Erasure; after?: string; again?: boolean }

export function openErasures(ports: ErasurePorts): Erasures {
  const { records, desk, tell } = ports
  const { clock } = desk
  const jobs = openJobs<Erasure>({
    ...{ records, kind: ERASURES, worker: ports.worker, monotonic: ports.monotonic, pagesAtOnce: PAGES_AT_ONCE },
    isBusy: ports.isBusy ?? (async () => false),
    page: erasure => page(ports, erasure),
    dueAt: ({ state, endedAt, nextAt, askedAt }) =>
      state === 'granted' && endedAt === undefined ? (nextAt ?? askedAt) : undefined
  })

  const found = async (id: string) => {
    const one = await records.get<Erasure>(ERASURES, id)
    if (!one) throw new HuiyinError('ERASURE_NOT_FOUND', `There is no erasure "${id}"; huiyin erase list names them`)
    return one
  }

  return {
    async ask({ of, why }, by) {
      const { comments } = await findComments(ports.comments, of)
      const askedAt = clock.now()
      const id = idOf(String(askedAt), randomUUID().slice(0, 8))
      const value: Erasure = {
        ...{
          id,
          of,
          why,
          by: who(by),
          askedAt,
          state: 'asked',
          counts: { found: comments.length },
          look: [],
          waits: []
        }
      }
      await tell(subjectOf('erasure', id), {
        type: 'erasure.asked',
        by,
        data: { erasure: id, kind: of.kind, comments: comments.length }
      })
      await records.create<Erasure>(ERASURES, { id, value })
      return value
    },
    async list() {
      await records.refresh()
      const all = await Array.fromAsync(entriesOf<Erasure>(records, ERASURES))
      return all.map(({ value }) => value).reverse()
    },
    get: async id => (await found(id)).document.value,
    async decide(id, by, { granted, why, alone = false }) {
      const { document, version } = await found(id)
      const { value } = document
      if (value.state !== 'asked') throw decidedAlready(value)
      if (granted && value.by.id === by.id && !alone) throw sameEyes()
      const at = clock.now()
      const decided = { by: who(by), at, ...(why !== undefined && { why }) }
      const next: Erasure = { ...value, state: granted ? 'granted' : 'refused', decided }
      await tell(subjectOf('erasure', id), { type: 'erasure.decided', by, data: { erasure: id, granted } })
      const put = await records.putIfUnchanged<Erasure>(
        ERASURES,
        { id, value: next, ...(granted && { dueAt: at }) },
        version
      )
      checked(put, next)
      return next
    },
    async round() {
      const now = clock.now()
      let ended = 0
      for (const { id } of await records.due<Erasure>(ERASURES, now, AT_MOST)) {
        const row = await records.get<Erasure>(ERASURES, id)
        if (row && row.document.value.endedAt === undefined && (await jobs.work(row, now))) ended += 1
      }
      return ended
    }
  }
}

const who = ({ accounts: _, ...by }: Actor): Actor => by

const decidedAlready = ({ id, state }: Erasure) =>
  new HuiyinError('ERASURE_STATE', `The erasure "${id}" is ${state}; only one that is asked for can be decided`)

const sameEyes = () =>
  new HuiyinError('SECOND_PERSON_NEEDED', 'Who asked for an erasure may not grant it; another person does')

function checked(put: PutResult, erasure: Erasure): void {
  if (put.outcome === 'refused') throw storeRefused(put.reason)
  if (put.outcome === 'conflict') throw decidedAlready(erasure)
}

/** Does what comes next. Done twice it is done once. */
async function page(ports: ErasurePorts, erasure: Erasure): Promise<(erasure: Erasure) => Erasure> {
  const place: Place = erasure.cursor === undefined ? { phase: 0 } : (JSON.parse(erasure.cursor) as Place)
  const { row, after, again } = await WORK[PHASES[place.phase]!](ports, erasure, place.after)
  const phase = again ? PHASES.indexOf('tickets') : after === undefined ? place.phase + 1 : place.phase
  const next: Place = { phase, ...(after !== undefined && { after }) }
  return now => ({ ...row(now), cursor: JSON.stringify(next) })
}

const asItIs = (erasure: Erasure) => erasure

const counted =
  (more: Readonly<Record<string, number>>, of: Partial<Erasure> = {}) =>
  (erasure: Erasure): Erasure => {
    const counts = { ...erasure.counts }
    for (const [key, n] of Object.entries(more)) if (n > 0) counts[key] = (counts[key] ?? 0) + n
    return { ...erasure, ...of, counts }
  }

const WORK: Record<
  (typeof PHASES)[number],
  (ports: ErasurePorts, erasure: Erasure, after: string | undefined) => Promise<Step>
> = {
  find: async ({ comments }, { of }) => {
    const found = await findComments(comments, of)
    const read = await comments.getMany(found.comments)
    const words = read.flatMap(one => one?.document.classification?.words ?? [])
    return { row: one => ({ ...one, ...found, words, counts: {} }) }
  },

  comments: async ({ comments }, erasure) => ({ row: counted({ comments: await eraseComments(comments, erasure) }) }),

  tickets: async ({ desk }, erasure, after) => {
    const { words = [] } = erasure
    const done = await eraseFromTickets(desk, erasure, { words, now: desk.clock.now(), after })
    const waits = [...new Set([...(after === undefined ? [] : erasure.waits), ...done.waits])]
    return { row: counted({ tickets: done.erased }, { waits }), ...onwards(done) }
  },

  records: async (ports, erasure, after) => {
    const done = await eraseFromRecords(ports, erasure, after)
    const files = [...new Set([...(erasure.files ?? []), ...done.files])]
    const look = [...erasure.look, ...done.look.filter(one => !isKnown(erasure, one))].slice(0, MOST_LOOKS)
    return { row: counted({ ...done.erased, files: done.files.length }, { files, look }), ...onwards(done) }
  },

  archives: async (ports, erasure, after) => {
    const [next] = await ports.records.list<Pack>('archive', { atMost: 1, ...(after !== undefined && { after }) })
    if (!next) return { row: asItIs }
    const of = { ...ports, clock: ports.desk.clock }
    return { row: counted({ archives: await eraseFromArchive(of, next.id, erasure) }), after: next.id }
  },

  history: async ({ history }, erasure, after) => {
    const done = await eraseFromHistory(history, erasure, after)
    return { row: counted({ history: done.erased }), ...onwards(done) }
  },

  copies: async ({ rebuilder, desk }, { waits }) => {
    const kept = (await rebuilder.parts()).filter(one => one.kept !== undefined)
    for (const { part } of kept) await rebuilder.drop(part)
    const row = counted({ copies: kept.length })
    if (waits.length === 0) return { row }
    return { row: one => ({ ...row(one), nextAt: desk.clock.now() + REPLIES_TAKE }), again: true }
  },

  forget: async () => ({ row: forgotten }),

  purge: async ({ purge }) => {
    await purge() // of what was looked for too
    return { row: asItIs }
  },

  end: async (ports, erasure) => {
    const done = await doneOf(ports, erasure)
    const by = system('erasure')
    const data = { erasure: erasure.id, kind: erasure.of.kind, comments: erasure.comments?.length ?? 0 }
    await ports.tell(subjectOf('erasure', erasure.id), { type: 'erasure.done', by, data })
    return { row: now => ({ ...now, state: 'done', endedAt: done.at, done }) }
  }
}

const onwards = ({ after }: { after?: string }) => (after === undefined ? {} : { after })

const isKnown = ({ look }: Erasure, { kind, id }: { kind: string; id: string }) =>
  look.some(one => one.kind === kind && one.id === id)

/** What was looked for is not kept either. */
const forgotten = ({ traces: _, words: __, tickets: ___, files: ____, nextAt: _____, ...erasure }: Erasure): Erasure =>
  erasure

async function doneOf({ desk, history, backupsKeep = BACKUPS_KEEP }: ErasurePorts, erasure: Erasure) {
  const at = desk.clock.now()
  const done: ErasureDone = {
    at,
    erased: erasure.counts,
    expires: [
      { what: 'log', at: at + LOG_KEEPS },
      { what: 'backups', at: at + LOG_KEEPS + backupsKeep } // a backup holds the log too
    ],
    look: erasure.look,
    left: await whatLeft(history, erasure)
  }
  return done
}

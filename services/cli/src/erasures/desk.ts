import { randomUUID } from 'node:crypto'
import type { House } from '@huiyin/adapters/house.ts'
import { HuiyinError, ticketNotFound } from '@huiyin/domain/errors.ts'
import { fieldKey } from '@huiyin/domain/search/findable.ts'
import { openErasures } from '@huiyin/ports/erasures.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Erasure, ErasureOf } from '@huiyin/schemas/erasure.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { ErasureQuestion } from './questions.ts'

/** Erasures, as who sits at the terminal of the machine asks for them, grants them and sees them done. */
export interface ErasureDesk {
  list: () => Promise<Erasure[]>
  get: (of: { id: string }) => Promise<Erasure>
  /** What an erasure is of, by the number of a ticket: its n-th turn, or all of its citizen. */
  of: (of: { number: string; turn?: number }) => Promise<ErasureOf>
  ask: (of: { of: ErasureOf; why: string; by: string }) => Promise<Erasure>
  decide: (of: { id: string; granted: boolean; why?: string; alone?: boolean; by: string }) => Promise<Erasure>
  /** Does a round of what is granted; a service that runs does too. */
  round: () => Promise<number>
}

export type ErasureDeskPorts = Pick<House, 'clock' | 'logs' | 'files' | 'desk' | 'logger' | 'purge' | 'settings'> & {
  store: Pick<House['store'], 'records' | 'tickets' | 'comments' | 'history' | 'rebuilder'>
}

const DAY = 86_400_000

const atTerminal = (id: string): Actor => ({ id, name: id, role: 'system' })

/** The erasures of a house. */
export const erasuresOf = ({ store, files, desk, clock, logs, logger, purge, settings }: ErasureDeskPorts) =>
  openErasures({
    ...{ comments: store.comments, records: store.records, history: store.history, rebuilder: store.rebuilder },
    ...{ files, desk, logger, purge, tell: teller(logs.events, clock), worker: randomUUID() },
    backupsKeep: settings.backupDays * DAY,
    monotonic: () => performance.now()
  })

export function erasureDesk(ports: ErasureDeskPorts): ErasureDesk {
  const erasures = erasuresOf(ports)
  const { tickets, records } = ports.store
  return {
    list: erasures.list,
    get: ({ id }) => erasures.get(id),
    async of({ number, turn }) {
      await tickets.refresh()
      const where = { type: 'is', field: 'number', values: [fieldKey(number)] } as const
      const { rows } = await tickets.search({ where, sort: 'newest', atMost: 1 })
      if (!rows[0]) throw ticketNotFound(number)
      return turn === undefined ? citizenOf(rows[0]) : turnOf(rows[0], turn)
    },
    ask: ({ by, ...of }) => erasures.ask(of, atTerminal(by)),
    decide: ({ id, by, ...of }) => erasures.decide(id, atTerminal(by), of),
    round: () => records.refresh().then(erasures.round)
  }
}

function citizenOf({ platform, citizen, number }: Ticket): ErasureOf {
  if (citizen.id !== undefined) return { kind: 'citizen', platform, citizen: citizen.id }
  throw new HuiyinError('INVALID_REQUEST', `The platform does not name the citizen of ${number}; name a turn instead`)
}

function turnOf({ turns, number }: Ticket, turn: number): ErasureOf {
  const of = turns.filter(({ by }) => by === 'citizen')[turn - 1]
  if (of?.comment !== undefined) return { kind: 'comment', comment: of.comment, publishedAt: of.at }
  throw new HuiyinError('INVALID_REQUEST', `Ticket ${number} keeps no comment ${turn} of its citizen; the oldest is 1`)
}

/** The erasures of the process that owns the folder, over a conversation with it. */
export function erasuresOver(ask: (what: ErasureQuestion, of?: unknown) => Promise<unknown>): ErasureDesk {
  const over =
    (what: ErasureQuestion) =>
    (of?: unknown): Promise<never> =>
      ask(what, of) as Promise<never>
  return {
    list: over('list'),
    get: over('get'),
    of: over('of'),
    ask: over('ask'),
    decide: over('decide'),
    round: over('round')
  }
}

/** Answers what was asked so. */
export const answerErasures = async (desk: ErasureDesk, what: ErasureQuestion, of: unknown): Promise<unknown> =>
  (await (desk[what] as (of: unknown) => Promise<unknown>)(of)) ?? null

import type { Command } from '@huiyin/domain/commands.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { type Random, seeded } from '@huiyin/simulator/random.ts'
import type { Journal } from '../house/journal.ts'
import type { Fact } from '../reference/facts.ts'
import { type Agenda, agenda } from './agenda.ts'
import { offTheSecond } from './rhythm.ts'

/** Somebody who does one thing after another: yields the instant at which they go on. */
export type Doing = AsyncGenerator<number, void>

/** The place in which it all happens: virtual time, what is to come, and the way to the house. */
export interface Town {
  now: () => number
  /** Numbers of somebody's own, so that what they do hangs on nobody else. */
  randomOf: (who: string) => Random
  at: (instant: number, run: () => void | Promise<void>) => void
  begin: (doing: Doing) => void
  /** An act that was allowed, as it left the ticket; undefined when it was refused. */
  act: (ticket: string, command: Command) => Promise<Ticket | undefined>
  ticket: (id: string) => Promise<Ticket | undefined>
  deliver: (events: readonly Classified[]) => Promise<void>
  note: (ticket: string, fact: Fact) => void
  refusals: Map<string, number>
  plan: Agenda<() => void | Promise<void>>
}

export interface TownOptions {
  seed: number
  now: () => number
  journal: Journal
  /** While the machine sleeps no act arrives. */
  isAsleep: () => boolean
  house: () => {
    act: (ticket: string, command: Command) => Promise<Ticket>
    ticket: (id: string) => Promise<Ticket | undefined>
    deliver: (events: readonly Classified[]) => Promise<void>
  }
}

export function openTown({ seed, now, journal, isAsleep, house }: TownOptions): Town {
  const plan = agenda<() => void | Promise<void>>()
  const refusals = new Map<string, number>()

  const goOn = async (doing: Doing) => {
    const { done, value } = await doing.next()
    if (!done) plan.add(offTheSecond(Math.max(value, now() + 1)), () => goOn(doing))
  }

  return {
    now,
    plan,
    refusals,
    randomOf: who => seeded(numberOf(`${seed}/${who}`)),
    at: (instant, run) => plan.add(offTheSecond(Math.max(instant, now() + 1)), run),
    begin: doing => plan.add(now(), () => goOn(doing)),
    act: async (ticket, command) => {
      if (isAsleep()) return undefined
      try {
        return await house().act(ticket, command)
      } catch (error) {
        if (!(error instanceof HuiyinError) || STOPS.has(error.code)) throw error
        const of = `${command.type} ${error.code}`
        refusals.set(of, (refusals.get(of) ?? 0) + 1)
        return undefined
      }
    },
    ticket: id => house().ticket(id),
    deliver: events => house().deliver(events),
    note: journal.note
  }
}

/** Never the answer to what a person asks: the simulation itself is wrong. */
const STOPS: ReadonlySet<string> = new Set([
  'STORE_UNAVAILABLE',
  'STORE_REFUSED',
  'LOG_UNAVAILABLE',
  'TICKET_NOT_FOUND'
])

/** FNV-1a. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return hash
}

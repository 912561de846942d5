import { type Taken, type Taking, takeSteps } from '@huiyin/domain/bulk/steps.ts'
import { storeRefused } from '@huiyin/domain/errors.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { carrying, type Desk } from './act.ts'
import type { Versioned } from './documents.ts'

/** Steps that somebody takes on one ticket. */
export type TakingOn = { id: string; taking: Taking }

/** By the ticket's id; undefined where there is no such ticket. */
export type TakenEach = Map<string, Taken | undefined>

/**
 * Takes each one's steps over one read of all, and puts what has changed once; losers are read and decided again. What
 * one ticket is refused holds back no other. Nothing is published: the caller does, with what `taken` carries.
 */
export async function takeEach(desk: Desk, batch: readonly TakingOn[]): Promise<TakenEach> {
  const result: TakenEach = new Map()
  let pending = new Map(batch.map(({ id, taking }) => [id, taking]))
  while (pending.size > 0) pending = await round(desk, pending, result)
  return result
}

type Pending = Map<string, Taking>

async function round(desk: Desk, pending: Pending, result: TakenEach): Promise<Pending> {
  const ids = [...pending.keys()]
  const found = await desk.tickets.getMany(ids)
  const puts: { document: Ticket; version: string }[] = []
  ids.forEach((id, i) => {
    const taken = takenOn(desk, found[i], pending.get(id)!)
    result.set(id, taken)
    if (taken && taken.events.length > 0) puts.push({ document: taken.ticket, version: found[i]!.version })
  })
  if (puts.length === 0) return new Map()
  const again: Pending = new Map()
  const outcomes = await desk.tickets.putEach(puts)
  outcomes.forEach((outcome, i) => {
    const { id } = puts[i]!.document
    if (outcome.outcome === 'conflict') again.set(id, pending.get(id)!)
    else if (outcome.outcome === 'refused') result.set(id, refusedByStore(result.get(id)!, outcome.reason))
  })
  return again
}

function takenOn(desk: Desk, found: Versioned<Ticket> | undefined, taking: Taking): Taken | undefined {
  if (!found) return
  const now = desk.clock.now()
  const taken = takeSteps(found.document, taking, { now, rules: desk.rules() })
  return taken.events.length === 0 ? taken : { ...taken, ticket: carrying(desk, taken.ticket, taken.events, now) }
}

/** It stays as it was. */
const refusedByStore = ({ ticket, before }: Taken, reason: string): Taken => ({
  ...{ ticket, events: [], done: before, before },
  refused: { step: before, error: storeRefused(reason) }
})

import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Fact, factsOfPromise, factsOfTicket } from '../reports/facts.ts'

/** A fact with the instants of asking at which it holds, both inclusive; UTC in ms. */
export type DatedFact = Fact & { since: number; till: number }

const EVER = Number.POSITIVE_INFINITY
const always = (asOf: number) => ({ from: 0, to: EVER, asOf })

/**
 * All that a ticket adds to any figure, whenever it is asked: a promise is missed from the instant after it was due until
 * it is answered. Each follows from the table of figures as it would count at that instant; what a ticket is (its label,
 * its department, whether it is urgent) is as it is now.
 */
export const datedFacts = (ticket: Ticket): DatedFact[] => [
  ...factsOfTicket({ ...ticket, clocks: [] }, always(EVER)).map(fact => ({ ...fact, since: fact.at, till: EVER })),
  ...ticket.clocks.flatMap(clock => ofPromise(ticket, clock))
]

function ofPromise(ticket: Ticket, clock: Clock): DatedFact[] {
  const { dueAt, stoppedAt } = clock
  const missed = dueAt + 1
  if (stoppedAt === undefined) return factsAt(ticket, clock, missed, EVER)
  const stopped = factsAt(ticket, clock, stoppedAt, EVER)
  if (stopped.length === 0 || stoppedAt <= missed) return stopped
  return [...factsAt(ticket, running(clock), missed, stoppedAt - 1), ...stopped]
}

const factsAt = (ticket: Ticket, clock: Clock, since: number, till: number): DatedFact[] =>
  factsOfPromise(ticket, clock, always(since)).map(fact => ({ ...fact, since, till }))

/** As it was before it stopped. */
function running({ stoppedAt: _, outcome: __, ...clock }: Clock): Clock {
  return clock
}

import type { Actor } from '@huiyin/schemas/actor.ts'
import type { EventType, HouseEvent } from '@huiyin/schemas/event.ts'
import type { Policy } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/** A ticket being changed by one command, and what has happened to it so far. Lives within one `decide`. */
export interface Draft {
  ticket: Ticket
  events: HouseEvent[]
  actor: Actor
  now: number
  policy: Policy
}

/** Events that are turns: an act that did not see the last one is refused (If-Match). */
const TURNS: ReadonlySet<EventType> = new Set<EventType>([
  'turn.citizen',
  'turn.office',
  'reply.approved',
  'ticket.dismissed',
  'ticket.reopened'
])

/** Says that something happened; returns its number `n`. */
export function tell(draft: Draft, type: EventType, data: HouseEvent['data'] = {}, by: Actor = draft.actor): number {
  const { ticket, now } = draft
  const n = ticket.n + 1
  ticket.n = n
  draft.events.push({ id: `${ticket.id}#${n}`, key: ticket.key, ticket: ticket.id, n, type, at: now, actor: by, data })
  if (TURNS.has(type)) {
    ticket.lastTurn = n
    ticket.lastTurnBy = by
  }
  return n
}

import type { Actor } from '@huiyin/schemas/actor.ts'
import type { EventType, HouseEvent } from '@huiyin/schemas/event.ts'
import type { Policy, Rules } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { somebodyWasFaster } from './errors.ts'

/** A ticket being changed by one command, and what has happened to it so far. Lives within one `decide`. */
export interface Draft {
  ticket: Ticket
  events: HouseEvent[]
  actor: Actor
  now: number
  /** A person decides: what people are told by it waits, so that it can be taken back. */
  waits?: boolean
  rules: Rules
  /** In force now; what a clock is made under is the policy that was in force when it starts. */
  policy: Policy
}

/** Events that are turns: an act that did not see the last one is refused (If-Match). */
const TURNS: ReadonlySet<EventType> = new Set<EventType>([
  'turn.citizen',
  'turn.office',
  'reply.drafted',
  'reply.approved',
  'reply.attested',
  'dispatch.sent',
  'dispatch.returned',
  'dispatch.bounced',
  'dispatch.ruled',
  'ticket.transferred',
  'ticket.closed',
  'ticket.dismissed',
  'ticket.reopened',
  'ticket.merged',
  'ticket.split'
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

/** Refuses an act whose author did not see the last turn. */
export function unseen(draft: Draft, { seen }: { seen: number }): Draft {
  const { lastTurn, lastTurnBy } = draft.ticket
  if (seen !== lastTurn) throw somebodyWasFaster(lastTurnBy?.name ?? '?')
  return draft
}

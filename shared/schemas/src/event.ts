import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant } from './names.ts'

export const EventType = Type.Union([
  Type.Literal('ticket.opened'),
  Type.Literal('ticket.scored'),
  Type.Literal('turn.citizen'),
  Type.Literal('turn.office'),
  Type.Literal('comment.edited'),
  Type.Literal('comment.deleted'),
  Type.Literal('clock.started'),
  Type.Literal('clock.moved'),
  Type.Literal('clock.warned'),
  Type.Literal('clock.breached'),
  Type.Literal('clock.stopped'),
  Type.Literal('ticket.acknowledged'),
  Type.Literal('ticket.corrected'),
  Type.Literal('ticket.dismissed'),
  Type.Literal('ticket.reopened'),
  Type.Literal('ticket.flooded'),
  Type.Literal('ticket.transferred'),
  Type.Literal('ticket.closed'),
  Type.Literal('ticket.waived'),
  Type.Literal('ticket.locked'),
  Type.Literal('ticket.released'),
  Type.Literal('ticket.asked'),
  Type.Literal('ticket.decided'),
  Type.Literal('ticket.supervised'),
  Type.Literal('ticket.rated'),
  Type.Literal('ticket.merged'),
  Type.Literal('ticket.absorbed'),
  Type.Literal('ticket.split'),
  Type.Literal('ticket.parted'),
  Type.Literal('ticket.related'),
  Type.Literal('ticket.unrelated'),
  Type.Literal('clock.paused'),
  Type.Literal('clock.resumed'),
  Type.Literal('alert.told'),
  Type.Literal('alert.exhausted'),
  Type.Literal('dispatch.sent'),
  Type.Literal('dispatch.signed'),
  Type.Literal('dispatch.returned'),
  Type.Literal('dispatch.bounced'),
  Type.Literal('dispatch.ruled'),
  Type.Literal('dispatch.withdrawn'),
  Type.Literal('reply.drafted'),
  Type.Literal('reply.superseded'),
  Type.Literal('reply.reviewed'),
  Type.Literal('reply.returned'),
  Type.Literal('reply.attested'),
  Type.Literal('reply.approved'),
  Type.Literal('reply.sending'),
  Type.Literal('reply.sent'),
  Type.Literal('reply.postponed'),
  Type.Literal('reply.absent'),
  Type.Literal('reply.confirmed'),
  Type.Literal('reply.failed'),
  Type.Literal('reply.replaced'),
  Type.Literal('reply.waiting'),
  Type.Literal('moderation.asked'),
  Type.Literal('moderation.granted'),
  Type.Literal('moderation.refused'),
  Type.Literal('moderation.sending'),
  Type.Literal('moderation.postponed'),
  Type.Literal('moderation.done'),
  Type.Literal('moderation.failed'),
  Type.Literal('session.begun'),
  Type.Literal('session.refused'),
  Type.Literal('session.ended'),
  Type.Literal('user.proposed'),
  Type.Literal('user.approved'),
  Type.Literal('user.changed'),
  Type.Literal('user.suspended'),
  Type.Literal('user.resumed'),
  Type.Literal('user.left'),
  Type.Literal('user.unlocked'),
  Type.Literal('password.changed'),
  Type.Literal('password.reset'),
  Type.Literal('second-factor.changed'),
  Type.Literal('token.made'),
  Type.Literal('token.revoked'),
  Type.Literal('revealed'),
  Type.Literal('ticket.assigned'),
  Type.Literal('ticket.unassigned'),
  Type.Literal('ticket.tagged'),
  Type.Literal('note.added'),
  Type.Literal('act.undone'),
  Type.Literal('dispatch.linked'),
  Type.Literal('dispatch.opened'),
  Type.Literal('dispatch.unlinked'),
  Type.Literal('attachment.added'),
  Type.Literal('job.made'),
  Type.Literal('job.ended'),
  Type.Literal('job.cancelled'),
  Type.Literal('settings.changed'),
  Type.Literal('exported'),
  Type.Literal('webhook.disabled'),
  Type.Literal('trail.anchored'),
  Type.Literal('item.resolved'),
  Type.Literal('parked.replayed'),
  Type.Literal('backfill.changed'),
  Type.Literal('post.added'),
  Type.Literal('comment.added')
])
export type EventType = Static<typeof EventType>

/**
 * What happened to a ticket: travels on the topic `events`, stands in `history`.
 * Carries ids, numbers and differences, but no texts. `n` counts per ticket from 1 without gaps;
 * a reader drops an `n` that it had.
 * What happened to a person who signs in has the subject `person/<id>` in place of a ticket, an id of its own, and its
 * instant as `n`: it is put in order by it, and each has one.
 */
export const HouseEvent = Type.Object({
  /** ticket id and n: `<ticket>#<n>`. */
  id: Type.String(),
  key: Type.String(),
  /** Id of the ticket, or `person/<id>`. */
  ticket: Type.String(),
  n: Type.Integer({ minimum: 1 }),
  type: EventType,
  at: Instant,
  actor: Actor,
  data: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()]))
})
export type HouseEvent = Static<typeof HouseEvent>

/** A row of a ticket's timeline: the event, with the log position where it was first seen. */
export const HistoryRow = Type.Object({
  ...HouseEvent.properties,
  partition: Type.Integer({ minimum: 0 }),
  offset: Type.String(),
  /** What the trail's digest of it was made with; rows of before the trail have none. */
  salt: Type.Optional(Type.String()),
  /** What it said was taken out, and the salt with it. */
  redacted: Type.Optional(Type.Literal(true))
})
export type HistoryRow = Static<typeof HistoryRow>

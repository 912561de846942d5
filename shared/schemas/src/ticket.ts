import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { AttachmentRef } from './attachment.ts'
import { Ask, Cycle, Dispatch, Supervision } from './case.ts'
import { Clock } from './clock.ts'
import { HouseEvent } from './event.ts'
import { Corrections, ReviewWhy, Scored } from './judgement.ts'
import { Heard } from './link.ts'
import { Moderation } from './moderation.ts'
import { Instant, Label, PlatformName, RiskLevel, SentimentName, TicketStatus } from './names.ts'
import { Need, ToldRung } from './need.ts'
import { Reply } from './reply.ts'
import { LIMITS } from './ticket-limits.ts'
import { Owed, Turn } from './turn.ts'
import { Undo } from './undo.ts'
import { Assignment, LastAct, NoteRef, Tag } from './work.ts'

export * from './case.ts'
export * from './clock.ts'
export * from './judgement.ts'
export * from './link.ts'
export * from './moderation.ts'
export * from './need.ts'
export * from './reply.ts'
export * from './reply-trouble.ts'
export * from './ticket-limits.ts'
export * from './turn.ts'
export * from './undo.ts'
export * from './work.ts'

/** The record of one citizen in one thread (工单). Changed by `act` only. */
export const Ticket = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200 }),
  /** threadKey() of the thread that it is about. */
  key: Type.String(),
  /** Short number that people say to each other, such as `H7Q2-9KXM`. */
  number: Type.String(),
  platform: PlatformName,
  account: Type.String(),
  post: Type.String(),
  root: Type.String(),
  postTitle: Type.Optional(Type.String()),
  link: Type.Optional(Type.String()),
  citizen: Type.Object({ id: Type.Optional(Type.String()), name: Type.Optional(Type.String()) }),
  status: TicketStatus,
  /** A person looks at the label first. */
  review: Type.Boolean(),
  reviewWhy: Type.Optional(ReviewWhy),
  openedAt: Instant,
  /** When we opened it; never changes, and says which of two is the elder. */
  bornAt: Instant,
  label: Label,
  confidence: Type.Number(),
  sentiment: SentimentName,
  urgent: Type.Boolean(),
  /** The score is the models'; the level is a person's where one has set it and nothing got worse since. */
  risk: Type.Object({
    score: Type.Number(),
    level: RiskLevel,
    reasons: Type.Array(Type.String(), { maxItems: 50 })
  }),
  /** By comment and text: what `risk` follows from. Absent in tickets older than this field. */
  scores: Type.Optional(Type.Record(Type.String(), Scored)),
  /** How many other people said the same when it was opened, and what that adds to the score. */
  similar: Type.Optional(Type.Object({ count: Type.Integer({ minimum: 0 }), points: Type.Number() })),
  /** The deployment's own department, or the likeliest class. */
  department: Type.Optional(Type.String()),
  /** Names of the places that the citizen named. */
  places: Type.Optional(Type.Array(Type.String(), { maxItems: LIMITS.places })),
  /** What persons have set, by whom and when last. */
  corrected: Type.Optional(Type.Object({ by: Actor, at: Instant, ...Corrections.properties })),
  /** Words of the turns, for search. */
  words: Type.String(),
  turns: Type.Array(Turn, { maxItems: LIMITS.turns }),
  /** Number of the last turn: what an act names in If-Match. */
  lastTurn: Type.Integer({ minimum: 0 }),
  lastTurnBy: Type.Optional(Actor),
  owed: Type.Array(Owed, { maxItems: LIMITS.owed }),
  /** digest → observedAt of what this ticket has met; beyond the limit the thread is a flood. */
  met: Type.Record(Type.String(), Instant),
  flood: Type.Optional(Type.Boolean()),
  clocks: Type.Array(Clock, { maxItems: LIMITS.clocks }),
  cycles: Type.Array(Cycle, { maxItems: LIMITS.cycles }),
  dispatches: Type.Array(Dispatch, { maxItems: LIMITS.dispatches }),
  supervised: Type.Optional(Type.Array(Supervision, { maxItems: 10 })),
  asks: Type.Optional(Type.Array(Ask, { maxItems: 20 })),
  /** Reported to the head: no reply but a holding one leaves until it is released, or a spokesperson named. */
  lock: Type.Optional(
    Type.Object({
      since: Instant,
      why: Type.String(),
      released: Type.Optional(Type.Object({ by: Actor, at: Instant })),
      spokesperson: Type.Optional(Type.String())
    })
  ),
  needs: Type.Optional(Type.Array(Need, { maxItems: LIMITS.needs })),
  told: Type.Optional(Type.Array(ToldRung, { maxItems: LIMITS.told })),
  /** The stretches in which somebody owned it (R33). */
  held: Type.Optional(Type.Array(Type.Object({ at: Instant, until: Instant }), { maxItems: 20 })),
  /** When the ladders have to be looked at again. */
  climbAt: Type.Optional(Instant),
  /** All rungs were told and nobody has acknowledged (R36). */
  exhausted: Type.Optional(Type.Boolean()),
  /** The elder that it joined (R26). */
  mergedInto: Type.Optional(Type.String()),
  /** Younger tickets that joined it. */
  absorbed: Type.Optional(Type.Array(Type.String(), { maxItems: LIMITS.links })),
  related: Type.Optional(Type.Array(Type.String(), { maxItems: LIMITS.links })),
  /** By the id of a younger ticket that points here: how it stood when it was heard of last. */
  heard: Type.Optional(Type.Record(Type.String(), Heard)),
  replies: Type.Array(Reply, { maxItems: LIMITS.replies }),
  /** What the office has done at the platform with citizens' comments, or asks to. */
  moderation: Type.Optional(Type.Array(Moderation, { maxItems: LIMITS.moderation })),
  /** Who of the office has it in hand; absent: nobody. */
  assigned: Type.Optional(Assignment),
  tags: Type.Optional(Type.Array(Tag, { maxItems: LIMITS.tags })),
  /** The newest ones, the newest last; all of them stand in the records. */
  notes: Type.Optional(Type.Array(NoteRef, { maxItems: LIMITS.notes })),
  attachments: Type.Optional(Type.Array(AttachmentRef, { maxItems: LIMITS.attachments })),
  acknowledged: Type.Optional(Type.Object({ by: Actor, at: Instant, until: Instant })),
  dismissed: Type.Optional(Type.Object({ by: Actor, at: Instant, reason: Type.String(), owed: Type.Array(Owed) })),
  /** Who did something last, each once, the newest last: who is refused is told who was first. */
  lastActs: Type.Optional(Type.Array(LastAct, { maxItems: LIMITS.lastActs })),
  /** Ids of the last commands of people, with a digest of each body. */
  commands: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() }), { maxItems: LIMITS.commands }),
  /** What people did in the last minute and may take back, the newest last. */
  undo: Type.Optional(Type.Array(Undo, { maxItems: LIMITS.undo })),
  /** Number of the last event. */
  n: Type.Integer({ minimum: 0 }),
  /** Events that this document carries until a publisher has sent them. */
  unpublished: Type.Array(HouseEvent),
  unpublishedSince: Type.Optional(Instant),
  /** When the alerter has to look again: the next warn point or due time. */
  nextDueAt: Type.Optional(Instant),
  /** When the responder has to look again. */
  nextSendAt: Type.Optional(Instant),
  /** When the desk reads the thread again for what came before the ticket was opened. */
  lookBackAt: Type.Optional(Instant),
  /** What the last public reply answered: owed again when a person reopens the ticket. */
  answered: Type.Optional(Type.Array(Owed, { maxItems: LIMITS.owed })),
  /** Time of the newest reply written in the platform's own app: what came before it is not owed. */
  answeredOutside: Type.Optional(Instant)
})
export type Ticket = Static<typeof Ticket>

import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Instant } from './names.ts'
import { Trouble } from './reply-trouble.ts'
import { LIMITS } from './ticket-limits.ts'
import { Owed } from './turn.ts'

/** Holding: that we have seen it. Interim: how it stands. Final: the answer, or the result. */
export const ReplyKind = Type.Union([Type.Literal('holding'), Type.Literal('interim'), Type.Literal('final')])
export type ReplyKind = Static<typeof ReplyKind>

/**
 * drafted → reviewed (→ approved where it is important) → sending → sent → confirmed; `reviewed` waits for the head.
 * `superseded` by a newer draft; `attesting` was posted by hand and waits for a second person. `replaced` stood there
 * until another took its place, where a platform lets one reply stand only.
 */
export const ReplyState = Type.Union([
  Type.Literal('drafted'),
  Type.Literal('reviewed'),
  Type.Literal('approved'),
  Type.Literal('sending'),
  Type.Literal('sent'),
  Type.Literal('confirmed'),
  Type.Literal('failed'),
  Type.Literal('superseded'),
  Type.Literal('returned'),
  Type.Literal('attesting'),
  Type.Literal('replaced')
])
export type ReplyState = Static<typeof ReplyState>

/** A confirmed reply is looked for until 7 days after (R5); what is there is not looked for again before `nextAt`. */
export const ReplyWatch = Type.Object({
  /** Absent: nobody looks any more. */
  nextAt: Type.Optional(Instant),
  /** When it was seen last. */
  seenAt: Type.Optional(Instant),
  /** Looks since then that did not find it. */
  absent: Type.Optional(Type.Array(Instant, { maxItems: 10 }))
})
export type ReplyWatch = Static<typeof ReplyWatch>

/** Why an approved reply has not left yet, and until when; its clock runs on. */
export const ReplyWait = Type.Object({
  why: Trouble,
  /** The platform's own code. */
  code: Type.String(),
  message: Type.String(),
  since: Instant,
  until: Instant
})
export type ReplyWait = Static<typeof ReplyWait>

/** A reply that began with what a machine proposed; `unchanged`: it says what the machine said. */
export const Proposed = Type.Object({ id: Type.String(), unchanged: Type.Boolean() })
export type Proposed = Static<typeof Proposed>

/** A public answer on its way; the clock runs until it is confirmed. */
export const Reply = Type.Object({
  id: Type.String(),
  kind: ReplyKind,
  /** The comment under which it is posted. */
  to: Owed,
  /** Ids of the comments that it answers, frozen when it was drafted; only those stop being owed. */
  answers: Type.Array(Type.String(), { maxItems: LIMITS.owed }),
  text: Type.String(),
  /** sha256 (hex) of the text: the responder sends only what was approved. */
  hash: Type.String(),
  state: ReplyState,
  author: Actor,
  draftedAt: Instant,
  /** Approved by the head before it leaves, and why. */
  important: Type.Optional(Type.Array(Type.String(), { maxItems: 10 })),
  /** Id and version of the template that it was made of, unchanged. */
  template: Type.Optional(Type.String()),
  proposed: Type.Optional(Proposed),
  /** Until when the citizen is promised the result. */
  promisedAt: Type.Optional(Instant),
  reviewedBy: Type.Optional(Actor),
  reviewedAt: Type.Optional(Instant),
  /** Id of the elder ticket's reply that it repeats (R26). */
  repeats: Type.Optional(Type.String()),
  /** The author reviewed it, as the policy lets an office of one. */
  selfReviewed: Type.Optional(Type.Boolean()),
  approvedBy: Type.Optional(Actor),
  approvedAt: Type.Optional(Instant),
  returned: Type.Optional(Type.Object({ by: Actor, at: Instant, reason: Type.String({ maxLength: 500 }) })),
  /** Posted by hand: when, and what shows it; a second person confirms. */
  attested: Type.Optional(
    Type.Object({
      by: Actor,
      at: Instant,
      postedAt: Instant,
      evidence: Type.String({ maxLength: 1000 }),
      confirmedBy: Type.Optional(Actor)
    })
  ),
  /** Counts the claims; the newest claim's token and time stand beside it. */
  attempt: Type.Integer({ minimum: 0 }),
  claim: Type.Optional(Type.Object({ token: Type.String(), at: Instant })),
  sentAt: Type.Optional(Instant),
  /** The platform's own id of the reply, where it gives one. */
  native: Type.Optional(Type.String()),
  /** When the platform took it, by the platform's own clock. */
  acceptedAt: Type.Optional(Instant),
  confirmedAt: Type.Optional(Instant),
  /** Whom it answered in fact, and the clock that it stopped: owed and running again if the platform removes it (R5). */
  answered: Type.Optional(Type.Array(Owed, { maxItems: LIMITS.owed })),
  stopped: Type.Optional(Type.String()),
  /** How often a read-back did not find it, and when first. */
  absent: Type.Optional(
    Type.Object({ times: Type.Integer(), since: Instant, looks: Type.Optional(Type.Array(Instant, { maxItems: 10 })) })
  ),
  failure: Type.Optional(
    Type.Object({ code: Type.String(), message: Type.String(), at: Instant, why: Type.Optional(Trouble) })
  ),
  /** Approved, it leaves not before; until then it can be withdrawn. Absent: it need not wait. */
  leavesAt: Type.Optional(Instant),
  /** When the responder handles it next, while it is under way. */
  nextAt: Type.Optional(Instant),
  waits: Type.Optional(ReplyWait),
  /** Id of the reply in whose place it is put, and of the one that was put in its place. */
  replaces: Type.Optional(Type.String()),
  replacedBy: Type.Optional(Type.String()),
  watch: Type.Optional(ReplyWatch)
})
export type Reply = Static<typeof Reply>

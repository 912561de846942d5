import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { HouseEvent } from './event.ts'
import { Instant, Label, PlatformName, RiskLevel, SentimentName, TicketStatus } from './names.ts'

/** How long the lists of a ticket may grow: the document stays small, the thread is in `comments`. */
export const LIMITS = {
  turns: 20,
  owed: 200,
  met: 2_000,
  replies: 20,
  commands: 50,
  unpublished: 100,
  scores: 100,
  places: 10
} as const

/** One thing said in the thread that counts as a turn: by the citizen, or by us in public. */
export const Turn = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  by: Type.Union([Type.Literal('citizen'), Type.Literal('office')]),
  /** commentId() of it; an attested reply has none. */
  comment: Type.Optional(Type.String()),
  at: Instant,
  /** The first 200 characters, for the list. */
  excerpt: Type.String({ maxLength: 200 })
})
export type Turn = Static<typeof Turn>

/** A comment of the citizen that still waits for a public answer. */
export const Owed = Type.Object({
  comment: Type.String(),
  native: Type.String(),
  publishedAt: Instant,
  /** It cannot wait: due an hour after it. */
  urgent: Type.Optional(Type.Boolean()),
  /** It became urgent only then: due an hour after that (R21). */
  raisedAt: Type.Optional(Instant)
})
export type Owed = Static<typeof Owed>

export const ClockOutcome = Type.Union([
  Type.Literal('met'),
  Type.Literal('missed_answered_late'),
  Type.Literal('missed_open'),
  Type.Literal('cancelled'),
  Type.Literal('void')
])
export type ClockOutcome = Static<typeof ClockOutcome>

/**
 * One promise with its due time (R1). It keeps the version of the policy that it was made under.
 * `outcome` of a running clock is absent or `missed_open`; a stopped one keeps its outcome for good.
 */
export const Clock = Type.Object({
  id: Type.String(),
  /** FIRST: the first public reply. NEXT: each later answer that is owed (R6). */
  kind: Type.Union([Type.Literal('first'), Type.Literal('next')]),
  policy: Type.String(),
  urgent: Type.Boolean(),
  startedAt: Instant,
  dueAt: Instant,
  /** The number `n` of the ticket's event that set `dueAt`: part of every alert's id. */
  dueSetBy: Type.Integer({ minimum: 1 }),
  /** The due time before an upgrade (R21). */
  originalDueAt: Type.Optional(Instant),
  /** Upgraded after the new due time had passed (R21). */
  lateUpgrade: Type.Optional(Type.Boolean()),
  /** It was overdue before we could know of it: nobody is blamed and nobody woken one by one (R30). */
  bornLate: Type.Optional(Type.Boolean()),
  /** Warn points already told or passed over, in ms before `dueAt` (R29). */
  warned: Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 10 }),
  breachedAt: Type.Optional(Instant),
  detectedAt: Type.Optional(Instant),
  stoppedAt: Type.Optional(Instant),
  outcome: Type.Optional(ClockOutcome)
})
export type Clock = Static<typeof Clock>

export const ReplyState = Type.Union([
  Type.Literal('approved'),
  Type.Literal('sending'),
  Type.Literal('sent'),
  Type.Literal('confirmed'),
  Type.Literal('failed')
])
export type ReplyState = Static<typeof ReplyState>

/** A public answer on its way: approved → sending → sent → confirmed, or failed with the clock still running. */
export const Reply = Type.Object({
  id: Type.String(),
  /** The comment under which it is posted. */
  to: Owed,
  /** Ids of the comments that it answers, frozen when it was drafted; only those stop being owed. */
  answers: Type.Array(Type.String(), { maxItems: LIMITS.owed }),
  text: Type.String(),
  /** sha256 (hex) of the approved text: the responder sends only this. */
  hash: Type.String(),
  state: ReplyState,
  author: Actor,
  approvedAt: Instant,
  /** Counts the claims; the newest claim's token and time stand beside it. */
  attempt: Type.Integer({ minimum: 0 }),
  claim: Type.Optional(Type.Object({ token: Type.String(), at: Instant })),
  /** The platform's own id of the reply, where it gives one. */
  native: Type.Optional(Type.String()),
  /** When the platform took it, by the platform's own clock. */
  acceptedAt: Type.Optional(Instant),
  confirmedAt: Type.Optional(Instant),
  /** How often a read-back did not find it, and when first. */
  absent: Type.Optional(Type.Object({ times: Type.Integer(), since: Instant })),
  failure: Type.Optional(Type.Object({ code: Type.String(), message: Type.String(), at: Instant }))
})
export type Reply = Static<typeof Reply>

/** Why a person looks at the label first: the model was not sure, or it was and is checked by sample. */
export const ReviewWhy = Type.Union([Type.Literal('unsure'), Type.Literal('sample')])
export type ReviewWhy = Static<typeof ReviewWhy>

/** What a model said of a comment's risk as it was seen at one moment. */
export const ScorePoint = Type.Object({
  at: Instant,
  score: Type.Number(),
  model: Type.String(),
  reasons: Type.Array(Type.String(), { maxItems: 50 })
})
export type ScorePoint = Static<typeof ScorePoint>

/** How the risk of one text of one comment went: no more than what its level follows from. */
export const Scored = Type.Object({
  points: Type.Array(ScorePoint),
  /** It was urgent once: that is never unsaid. */
  urgent: Type.Optional(Type.Boolean()),
  /** What a person knew when they judged otherwise: only what is worse than this speaks against their word. */
  known: Type.Optional(Type.Object({ level: RiskLevel, urgent: Type.Boolean() }))
})
export type Scored = Static<typeof Scored>

/** What a person may set right; what they have set is theirs. */
export const Corrections = Type.Object({
  label: Type.Optional(Label),
  department: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  sentiment: Type.Optional(SentimentName),
  level: Type.Optional(RiskLevel),
  urgent: Type.Optional(Type.Boolean())
})
export type Corrections = Static<typeof Corrections>

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
  clocks: Type.Array(Clock, { maxItems: 50 }),
  replies: Type.Array(Reply, { maxItems: LIMITS.replies }),
  acknowledged: Type.Optional(Type.Object({ by: Actor, at: Instant, until: Instant })),
  dismissed: Type.Optional(Type.Object({ by: Actor, at: Instant, reason: Type.String(), owed: Type.Array(Owed) })),
  /** Ids of the last commands of people, with a digest of each body. */
  commands: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() }), { maxItems: LIMITS.commands }),
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

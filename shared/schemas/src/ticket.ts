import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Pause, Target } from './calendar.ts'
import { HouseEvent } from './event.ts'
import { TriggerKind } from './ladder.ts'
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
  places: 10,
  clocks: 60,
  dispatches: 20,
  cycles: 20,
  needs: 30,
  told: 200,
  links: 50
} as const

/** One thing said in the thread that counts as a turn: by the citizen, or by us in public. */
export const Turn = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  by: Type.Union([Type.Literal('citizen'), Type.Literal('office')]),
  /** commentId() of it; an attested reply has none. */
  comment: Type.Optional(Type.String()),
  at: Instant,
  /** The first 200 characters, for the list. */
  excerpt: Type.String({ maxLength: 200 }),
  /** Its author or the platform removed it: it is owed no answer any more (R28). */
  deleted: Type.Optional(Type.Boolean())
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
  raisedAt: Type.Optional(Instant),
  /** Owed anew since then: a person reopened it. */
  since: Type.Optional(Instant),
  /** Id of the merged ticket on which it stands and is answered (R26). */
  via: Type.Optional(Type.String())
})
export type Owed = Static<typeof Owed>

/** R9. `merged` and `superseded` clocks go on elsewhere; `void`: it was late before we could know. */
export const ClockOutcome = Type.Union([
  Type.Literal('met'),
  Type.Literal('missed_answered_late'),
  Type.Literal('missed_open'),
  Type.Literal('cancelled'),
  Type.Literal('superseded'),
  Type.Literal('merged'),
  Type.Literal('void')
])
export type ClockOutcome = Static<typeof ClockOutcome>

/**
 * One promise with its due time (R1). It keeps what the due time follows from: target, calendar version and policy
 * version, so that the same facts give the same due time (R16). What has stopped changes only by proof of what was before.
 * `outcome` of a running clock is absent or `missed_open`; a stopped one keeps its outcome for good.
 */
export const Clock = Type.Object({
  id: Type.String(),
  /** FIRST: the first public reply. NEXT: each later answer that is owed (R6). CLOSE: the result. LEG: a department. */
  kind: Type.Union([Type.Literal('first'), Type.Literal('next'), Type.Literal('close'), Type.Literal('leg')]),
  /** Of a LEG: signing for the dispatch, or handling it, and which dispatch. */
  stage: Type.Optional(Type.Union([Type.Literal('sign'), Type.Literal('handle')])),
  dispatch: Type.Optional(Type.String()),
  /** Counts from 1; a reopened case is another cycle (R20). */
  cycle: Type.Integer({ minimum: 1 }),
  policy: Type.String(),
  /** `<id>@<version>`. */
  calendar: Type.String(),
  target: Target,
  urgent: Type.Boolean(),
  startedAt: Instant,
  /** Counting goes on from here, with `used` ms of the target behind it. */
  countedFrom: Instant,
  used: Type.Integer({ minimum: 0 }),
  pauses: Type.Array(Pause, { maxItems: 20 }),
  dueAt: Instant,
  /** It reaches into a year whose holidays are not known (R14). */
  provisional: Type.Optional(Type.Boolean()),
  /** The number `n` of the ticket's event that set `dueAt`: part of every alert's id. */
  dueSetBy: Type.Integer({ minimum: 1 }),
  /** A person set the due time: promised to the citizen, or extended (R25). */
  fixed: Type.Optional(Type.Union([Type.Literal('promised'), Type.Literal('extended'), Type.Literal('ordered')])),
  /** The due time before an upgrade (R21), a promise or an extension (R25). */
  originalDueAt: Type.Optional(Instant),
  /** Upgraded after the new due time had passed (R21). */
  lateUpgrade: Type.Optional(Type.Boolean()),
  /** It was overdue before we could know of it: nobody is blamed and nobody woken one by one (R30). */
  bornLate: Type.Optional(Type.Boolean()),
  /** Warn points in ms before `dueAt` (R29), and those already told or passed over. */
  warnBefore: Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 10 }),
  warned: Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 11 }),
  breachedAt: Type.Optional(Instant),
  /** It was urgent when it was breached: its ladder stays that one. */
  breachedUrgent: Type.Optional(Type.Boolean()),
  /** The breach was told only then: a reply had left in time and waited for its confirmation. */
  heldUntil: Type.Optional(Instant),
  detectedAt: Type.Optional(Instant),
  stoppedAt: Type.Optional(Instant),
  /** ms after `dueAt` when it stopped (R7). */
  overrun: Type.Optional(Type.Integer({ minimum: 0 })),
  outcome: Type.Optional(ClockOutcome),
  /** Stopped by a reply that people attested (人工核验). */
  attested: Type.Optional(Type.Boolean())
})
export type Clock = Static<typeof Clock>

/** Holding: that we have seen it. Interim: how it stands. Final: the answer, or the result. */
export const ReplyKind = Type.Union([Type.Literal('holding'), Type.Literal('interim'), Type.Literal('final')])
export type ReplyKind = Static<typeof ReplyKind>

/**
 * drafted → reviewed (→ approved where it is important) → sending → sent → confirmed; `reviewed` waits for the head.
 * `superseded` by a newer draft; `attesting` was posted by hand and waits for a second person.
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
  Type.Literal('attesting')
])
export type ReplyState = Static<typeof ReplyState>

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
  failure: Type.Optional(Type.Object({ code: Type.String(), message: Type.String(), at: Instant }))
})
export type Reply = Static<typeof Reply>

const Said = Type.String({ minLength: 1, maxLength: 2000 })
const Names = Type.Array(Type.String({ minLength: 1, maxLength: 100 }), { maxItems: 20 })

/**
 * A department is asked to act (派单). `dispatched` → `signed` (签收) → `returned` with a result; or `bounced` (退单)
 * with grounds inside the window. `withdrawn`: given to another, or not needed any more.
 */
export const Dispatch = Type.Object({
  id: Type.String(),
  department: Type.String({ minLength: 1, maxLength: 100 }),
  /** Several owners: the department leads, these assist (R24). */
  assisting: Type.Optional(Names),
  state: Type.Union([
    Type.Literal('dispatched'),
    Type.Literal('signed'),
    Type.Literal('returned'),
    Type.Literal('bounced'),
    Type.Literal('withdrawn')
  ]),
  cycle: Type.Integer({ minimum: 1 }),
  /** What is asked; for the department, not for the citizen. */
  request: Said,
  by: Actor,
  dispatchedAt: Instant,
  signedBy: Type.Optional(Actor),
  signedAt: Type.Optional(Instant),
  result: Type.Optional(Type.Object({ text: Said, by: Actor, at: Instant })),
  bounce: Type.Optional(
    Type.Object({ by: Actor, at: Instant, grounds: Said, proposes: Type.String({ minLength: 1, maxLength: 100 }) })
  ),
  /** Who owns it was ruled: it cannot be sent back any more (R24). */
  ruled: Type.Optional(Type.Object({ by: Actor, at: Instant, grounds: Said })),
  endedAt: Type.Optional(Instant)
})
export type Dispatch = Static<typeof Dispatch>

/** Watched until done (督办), also by a leader's instruction (批示). */
export const Supervision = Type.Object({
  id: Type.String(),
  by: Actor,
  at: Instant,
  /** A leader's instruction. */
  instruction: Type.Boolean(),
  text: Said,
  owner: Type.String({ minLength: 1, maxLength: 100 }),
  dueAt: Instant,
  endedAt: Type.Optional(Instant)
})
export type Supervision = Static<typeof Supervision>

/** What one person asks and another decides: longer time (R25), lower priority (R21), closing without a result. */
export const Ask = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('extend'), Type.Literal('lower'), Type.Literal('close-without-result')]),
  /** Over when the case has gone on into another. */
  cycle: Type.Optional(Type.Integer({ minimum: 1 })),
  by: Actor,
  at: Instant,
  reason: Said,
  /** Of `extend`: the due time asked for. */
  until: Type.Optional(Instant),
  decided: Type.Optional(Type.Object({ by: Actor, at: Instant, granted: Type.Boolean() }))
})
export type Ask = Static<typeof Ask>

/** From opening to closing; reopened, the case goes on in the next (R20). */
export const Cycle = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  openedAt: Instant,
  /** Reopened after the window: it counts as a new case. */
  newCase: Type.Optional(Type.Boolean()),
  closedAt: Type.Optional(Instant),
  closedBy: Type.Optional(Actor),
  how: Type.Optional(
    Type.Union([
      Type.Literal('answered'),
      Type.Literal('result-told'),
      Type.Literal('without-result'),
      Type.Literal('nothing-asked'),
      Type.Literal('dismissed'),
      Type.Literal('deleted'),
      Type.Literal('merged')
    ])
  ),
  /** 1–5, as the citizen said afterwards. */
  satisfaction: Type.Optional(Type.Object({ score: Type.Integer({ minimum: 1, maximum: 5 }), by: Actor, at: Instant }))
})
export type Cycle = Static<typeof Cycle>

/** Something that a ladder is climbed for, beside the clocks; see `escalation/needs`. */
export const Need = Type.Object({
  subject: Type.String(),
  event: Type.Integer({ minimum: 1 }),
  kind: TriggerKind,
  at: Instant,
  urgent: Type.Boolean(),
  level: RiskLevel,
  fromRung: Type.Optional(Type.Integer({ minimum: 0 })),
  worsened: Type.Array(
    Type.Object({ at: Instant, level: Type.Optional(RiskLevel), urgent: Type.Optional(Type.Boolean()) }),
    { maxItems: 20 }
  ),
  ended: Type.Optional(Type.Object({ at: Instant, why: Type.String() }))
})
export type Need = Static<typeof Need>

/** A rung of a ladder that was told; `need` is `<subject>/<event>/<kind>`. */
export const ToldRung = Type.Object({
  need: Type.String(),
  rung: Type.Integer({ minimum: 0 }),
  repeat: Type.Integer({ minimum: 0 }),
  at: Instant
})
export type ToldRung = Static<typeof ToldRung>

/** How a younger ticket stood when it told the elder last; older tellings change nothing. */
export const Heard = Type.Object({
  /** The number of its last event then. */
  n: Type.Integer({ minimum: 0 }),
  /** Digests of the comments that it owed; absent unless it has joined this one. */
  owed: Type.Optional(Type.Array(Type.String(), { maxItems: LIMITS.owed })),
  /** When its own clock was due as it joined. */
  dueAt: Type.Optional(Instant),
  /** By comment, when it was answered there: kept by a merged ticket, which passes it on. */
  answered: Type.Optional(Type.Record(Type.String(), Instant)),
  /** The number of its last event when it said whether it is related. */
  related: Type.Optional(Type.Integer({ minimum: 1 }))
})
export type Heard = Static<typeof Heard>

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

import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Alert, Delivery } from './alert.ts'
import { Classification } from './classification.ts'
import { EventType, HouseEvent } from './event.ts'
import { Instant, Label, PlatformName, RiskLevel, SentimentName, TicketStatus } from './names.ts'
import { Clock, Corrections, Reply, ReviewWhy, Turn } from './ticket.ts'

/** What the api says to a browser. Personal credentials, digests and unpublished events stay inside. */

/** One line of a list. */
export const TicketRow = Type.Object({
  id: Type.String(),
  number: Type.String(),
  platform: PlatformName,
  account: Type.String(),
  accountName: Type.String(),
  status: TicketStatus,
  review: Type.Boolean(),
  reviewWhy: Type.Optional(ReviewWhy),
  label: Label,
  confidence: Type.Number(),
  sentiment: SentimentName,
  urgent: Type.Boolean(),
  risk: Type.Object({ score: Type.Number(), level: RiskLevel }),
  department: Type.Optional(Type.String()),
  citizen: Type.Optional(Type.String()),
  excerpt: Type.String(),
  openedAt: Instant,
  /** The running clock's due time, when one runs. */
  dueAt: Type.Optional(Instant),
  /** How the first reply's clock ended or stands: absent while it runs on time. */
  outcome: Type.Optional(Type.String()),
  owed: Type.Integer(),
  lastTurn: Type.Integer(),
  acknowledgedBy: Type.Optional(Type.String()),
  demo: Type.Boolean(),
  /** Number of the ticket's last event: a browser never replaces a newer row by an older one. */
  n: Type.Integer()
})
export type TicketRow = Static<typeof TicketRow>

export const ThreadComment = Type.Object({
  id: Type.String(),
  ours: Type.Boolean(),
  author: Type.Optional(Type.String()),
  text: Type.String(),
  firstText: Type.Optional(Type.String()),
  publishedAt: Instant,
  state: Type.Union([Type.Literal('visible'), Type.Literal('deleted'), Type.Literal('erased')]),
  likes: Type.Optional(Type.Integer()),
  place: Type.Optional(Type.String()),
  label: Type.Optional(Label),
  /** What a model said of it and why: in a ticket's thread only. */
  classification: Type.Optional(Type.Omit(Classification, ['words']))
})
export type ThreadComment = Static<typeof ThreadComment>

/** A whole ticket: the row, its clocks, its replies, its thread and its timeline. */
export const TicketView = Type.Object({
  ...TicketRow.properties,
  post: Type.String(),
  postTitle: Type.Optional(Type.String()),
  link: Type.Optional(Type.String()),
  reasons: Type.Array(Type.String()),
  /** Names of the places that the citizen named. */
  places: Type.Optional(Type.Array(Type.String())),
  /** What persons have set, by whom and when last. */
  corrected: Type.Optional(Type.Object({ by: Type.String(), at: Instant, ...Corrections.properties })),
  turns: Type.Array(Turn),
  clocks: Type.Array(Clock),
  replies: Type.Array(Type.Omit(Reply, ['claim'])),
  replyLimit: Type.Optional(Type.Integer()),
  thread: Type.Array(ThreadComment),
  history: Type.Array(HouseEvent)
})
export type TicketView = Static<typeof TicketView>

export const TicketList = Type.Object({
  rows: Type.Array(TicketRow),
  total: Type.Integer(),
  after: Type.Optional(Type.String()),
  /** The server's clock, for the time left. */
  now: Instant
})
export type TicketList = Static<typeof TicketList>

/** RFC 9457, with the house's stable code. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  /** Where in a refused request, such as `query/sort`. */
  at: Type.Optional(Type.String())
})
export type Problem = Static<typeof Problem>

export const ReplyBody = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 5000 }) },
  { additionalProperties: false }
)
export const DismissBody = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false }
)
export const ReopenBody = DismissBody
/** At least one besides `comment`. */
export const CorrectBody = Type.Object(
  {
    comment: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'What it is about; the oldest turn when absent' })
    ),
    ...Corrections.properties
  },
  { additionalProperties: false }
)
export type CorrectBody = Static<typeof CorrectBody>
export const SignInBody = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 200 }), password: Type.String({ minLength: 1, maxLength: 500 }) },
  { additionalProperties: false }
)
export const Session = Type.Object({ actor: Actor, demo: Type.Boolean(), version: Type.String() })
export type Session = Static<typeof Session>

/** Tickets per status; all other numbers are of open tickets only. */
export const Counts = Type.Object({
  status: Type.Record(Type.String(), Type.Integer()),
  label: Type.Record(Type.String(), Type.Integer()),
  level: Type.Record(Type.String(), Type.Integer()),
  /** Open tickets whose due time is past. */
  overdue: Type.Integer(),
  urgent: Type.Integer()
})
export type Counts = Static<typeof Counts>

/** One comment in the search over all comments. */
export const CommentRow = Type.Object({
  ...ThreadComment.properties,
  key: Type.String(),
  platform: PlatformName,
  account: Type.String(),
  accountName: Type.String(),
  post: Type.String(),
  postTitle: Type.Optional(Type.String()),
  link: Type.Optional(Type.String()),
  sentiment: Type.Optional(SentimentName),
  risk: Type.Optional(Type.Object({ score: Type.Number(), level: RiskLevel })),
  /** The ticket of its author in this thread, where there is one. */
  ticket: Type.Optional(Type.String())
})
export type CommentRow = Static<typeof CommentRow>

export const CommentList = Type.Object({
  rows: Type.Array(CommentRow),
  total: Type.Integer(),
  after: Type.Optional(Type.String()),
  now: Instant
})
export type CommentList = Static<typeof CommentList>

/** What travels on `GET /api/events` under the name `ticket`: what happened, and the ticket as it stands since. */
export const LiveEvent = Type.Object({
  ticket: Type.String(),
  n: Type.Integer(),
  type: EventType,
  at: Instant,
  row: TicketRow
})
export type LiveEvent = Static<typeof LiveEvent>

/** A message that could not be parsed, as it came. */
export const ParkedRow = Type.Object({
  id: Type.String(),
  topic: Type.String(),
  reason: Type.String(),
  raw: Type.String(),
  /** It was too long to be kept whole, and cannot be replayed. */
  cut: Type.Boolean(),
  at: Instant,
  replayedAt: Type.Optional(Instant)
})
export type ParkedRow = Static<typeof ParkedRow>

export const ParkedList = Type.Object({ rows: Type.Array(ParkedRow), after: Type.Optional(Type.String()) })
export type ParkedList = Static<typeof ParkedList>

/** What was told, and how it fared on each channel. */
export const AlertRow = Type.Object({
  ...Type.Omit(Alert, ['channels', 'dueSetBy']).properties,
  deliveries: Type.Array(Type.Omit(Delivery, ['id', 'alert', 'claim']))
})
export type AlertRow = Static<typeof AlertRow>

/** The newest first. `complete` is false when there are too many to be sure of that. */
export const AlertList = Type.Object({ rows: Type.Array(AlertRow), complete: Type.Boolean() })
export type AlertList = Static<typeof AlertList>

export const Readiness = Type.Object({
  ready: Type.Boolean(),
  checks: Type.Array(Type.Object({ name: Type.String(), ok: Type.Boolean(), detail: Type.String() }))
})
export type Readiness = Static<typeof Readiness>

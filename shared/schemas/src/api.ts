import { type Static, Type } from 'typebox'
import { ThreadComment } from './api-comments.ts'
import {
  ActName,
  AskView,
  ClockView,
  DispatchView,
  LinksView,
  LockView,
  ModerationView,
  NeedView,
  ReplyView,
  SupervisionView
} from './api-view.ts'
import { NoteView } from './api-work.ts'
import { AttachmentView } from './attachment.ts'
import { EventType, HouseEvent } from './event.ts'
import { Instant, Label, PlatformName, RiskLevel, SentimentName, TicketStatus } from './names.ts'
import { Assignee, Clock, Corrections, Cycle, ReplyKind, ReplyState, ReviewWhy, Turn } from './ticket.ts'

export * from './api-acts.ts'
export * from './api-alerts.ts'
export * from './api-comments.ts'
export * from './api-departments.ts'
export * from './api-house.ts'
export * from './api-view.ts'
export * from './api-work.ts'
export * from './attachment.ts'

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
  /** Codes of what the risk is made of. */
  reasons: Type.Optional(Type.Array(Type.String())),
  department: Type.Optional(Type.String()),
  citizen: Type.Optional(Type.String()),
  excerpt: Type.String(),
  openedAt: Instant,
  /** The due time of the clock that is due first, when one runs. */
  dueAt: Type.Optional(Instant),
  /** Which clock that is. */
  clock: Type.Optional(
    Type.Object({
      kind: Clock.properties.kind,
      stage: Clock.properties.stage,
      urgent: Type.Boolean(),
      provisional: Type.Boolean(),
      /** When it goes on by itself, while it is paused. */
      pausedUntil: Type.Optional(Instant)
    })
  ),
  /** How the first reply's clock ended or stands: absent while it runs on time. */
  outcome: Type.Optional(Type.String()),
  owed: Type.Integer(),
  lastTurn: Type.Integer(),
  acknowledgedBy: Type.Optional(Type.String()),
  /** Who has it in hand. */
  assignedTo: Type.Optional(Assignee),
  tags: Type.Array(Type.String()),
  /** How many notes who asks may read, of the newest 100. */
  noteCount: Type.Integer(),
  /** How the reply stands that is being written or on its way. */
  reply: Type.Optional(ReplyState),
  /** The department that has the dispatch now, and whether it has signed for it. */
  dispatchedTo: Type.Optional(Type.Object({ department: Type.String(), signed: Type.Boolean() })),
  /** Reported upward and not released. */
  locked: Type.Boolean(),
  /** Somebody watches that it is done. */
  watched: Type.Boolean(),
  /** Asks that wait for another person's decision. */
  undecided: Type.Integer(),
  /** All rungs were told and nobody has acknowledged. */
  exhausted: Type.Boolean(),
  /** Number of the elder ticket in which it goes on. */
  joined: Type.Optional(Type.String()),
  /** How often the case was opened. */
  cycle: Type.Integer(),
  demo: Type.Boolean(),
  /** Number of the ticket's last event: a browser never replaces a newer row by an older one. */
  n: Type.Integer()
})
export type TicketRow = Static<typeof TicketRow>

/** A whole ticket: the row, its clocks, its replies and what else became of the case, its thread and its timeline. */
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
  clocks: Type.Array(ClockView),
  cycles: Type.Array(Cycle),
  replies: Type.Array(ReplyView),
  /** What a reply that is written now is about. */
  writing: Type.Object({
    /** How long it may be, in the platform's units. */
    limit: Type.Optional(Type.Integer()),
    /** What it is when nobody says otherwise. */
    kind: ReplyKind,
    /** Id of the reply that it would replace: the platform lets one stand under the comment. */
    replaces: Type.Optional(Type.String()),
    /** Why the head has to approve it; empty where a review is enough. */
    important: Type.Array(Type.String()),
    /** So long (ms) an approved one can still be withdrawn; 0: it leaves at once, for it is urgent or nearly due. */
    waits: Type.Optional(Type.Integer({ minimum: 0 })),
    /** Its author may review it at once. */
    selfReview: Type.Boolean(),
    /** The house has an assistant that may be asked for words. */
    proposes: Type.Optional(Type.Boolean()),
    /** The latest time that the citizen may be promised the result for; absent where no promise can be made. */
    promiseUntil: Type.Optional(Instant)
  }),
  /** As `writing.limit`. */
  replyLimit: Type.Optional(Type.Integer()),
  dispatches: Type.Array(DispatchView),
  asks: Type.Array(AskView),
  supervised: Type.Array(SupervisionView),
  /** What the office has the platform do with citizens' comments, or asks to. */
  moderation: Type.Optional(Type.Array(ModerationView)),
  lock: Type.Optional(LockView),
  /** What who asks did last and may take back until then, by the key of that act. */
  undo: Type.Optional(Type.Object({ of: Type.String(), type: Type.String(), until: Instant })),
  /** When the first reply or dispatch leaves that is still held back, so that it can be withdrawn. */
  leavesAt: Type.Optional(Instant),
  links: LinksView,
  /** Of the newest 200 those that who asks may read, the oldest first. */
  notes: Type.Array(NoteView),
  /** What people are told of until it is over. */
  needs: Type.Array(NeedView),
  /** What who asks may do on it, or on something of it, now. */
  may: Type.Array(ActName),
  attachments: Type.Optional(Type.Array(AttachmentView)),
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

/** Tickets per status; all other numbers are of those that are open or being handled. */
export const Counts = Type.Object({
  status: Type.Record(Type.String(), Type.Integer()),
  label: Type.Record(Type.String(), Type.Integer()),
  level: Type.Record(Type.String(), Type.Integer()),
  /** Those whose due time is past. */
  overdue: Type.Integer(),
  urgent: Type.Integer()
})
export type Counts = Static<typeof Counts>

/** What travels on `GET /api/events` under the name `ticket`: what happened, and the ticket as it stands since. */
export const LiveEvent = Type.Object({
  ticket: Type.String(),
  n: Type.Integer(),
  type: EventType,
  at: Instant,
  row: TicketRow
})
export type LiveEvent = Static<typeof LiveEvent>

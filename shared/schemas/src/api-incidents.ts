import { type Static, Type } from 'typebox'
import { DeliveryState } from './alert.ts'
import { EventType, HouseEvent } from './event.ts'
import {
  AccountCount,
  CommentCite,
  INCIDENT_LIMITS,
  InBoth,
  Incident,
  IncidentRow,
  IncidentState,
  NoteFile,
  Procedure,
  Scale,
  Statement,
  StatementKind,
  Step,
  TellWhy,
  Trend
} from './incident.ts'
import { InstructionView } from './instruction.ts'
import { Instant, Label, PlatformName, RiskLevel, SentimentName } from './names.ts'

/** What the api says of incidents, and takes of people who handle them. */

const closed = { additionalProperties: false }
const Count = Type.Integer({ minimum: 0 })
const Text = Type.String({ minLength: 1, maxLength: 20_000 })
const Reason = Type.String({ minLength: 1, maxLength: 500 })
const Who = Type.Object({ id: Type.String(), name: Type.String() })
const Id = Type.String({ minLength: 1, maxLength: 200 })

export const IncidentList = Type.Object({
  rows: Type.Array(IncidentRow),
  after: Type.Optional(Type.String()),
  now: Instant
})
export type IncidentList = Static<typeof IncidentList>

/** A member with what it says, as who asks may read it. */
export const IncidentMemberView = Type.Object({
  id: Type.String(),
  publishedAt: Instant,
  platform: PlatformName,
  account: Type.String(),
  accountName: Type.Optional(Type.String()),
  /** Absent of what was erased. */
  text: Type.Optional(Type.String()),
  author: Type.Optional(Type.String()),
  label: Type.Optional(Label),
  level: RiskLevel,
  sentiment: SentimentName,
  urgent: Type.Boolean(),
  likes: Type.Optional(Count),
  link: Type.Optional(Type.String()),
  ticket: Type.Optional(Type.Object({ id: Type.String(), number: Type.String(), status: Type.String() }))
})
export type IncidentMemberView = Static<typeof IncidentMemberView>

export const IncidentMemberList = Type.Object({
  rows: Type.Array(IncidentMemberView),
  after: Type.Optional(Type.String())
})
export type IncidentMemberList = Static<typeof IncidentMemberList>

const { text: _, ...statement } = Statement.properties

export const IncidentStatementView = Type.Object({
  ...statement,
  hash: Type.String(),
  text: Type.String(),
  by: Who,
  at: Instant
})
export type IncidentStatementView = Static<typeof IncidentStatementView>

export const IncidentNoteView = Type.Object({
  id: Type.String(),
  text: Type.String(),
  by: Who,
  at: Instant,
  cites: Type.Array(CommentCite),
  links: Type.Array(Type.String()),
  files: Type.Array(NoteFile)
})
export type IncidentNoteView = Static<typeof IncidentNoteView>

/** A letter upward, with what became of it for each recipient. */
export const IncidentReportView = Type.Object({
  letter: Type.String(),
  why: TellWhy,
  at: Instant,
  level: RiskLevel,
  to: Type.Array(
    Type.Object({
      name: Type.String(),
      channel: Type.String(),
      state: DeliveryState,
      sentAt: Type.Optional(Instant),
      received: Type.Optional(Type.Object({ at: Instant, by: Type.String() }))
    })
  )
})
export type IncidentReportView = Static<typeof IncidentReportView>

export const IncidentView = Type.Object({
  ...IncidentRow.properties,
  words: Incident.properties.words,
  places: Incident.properties.places,
  natureName: InBoth,
  figures: Incident.properties.figures,
  /** Where it is spoken of, of the accounts that who asks cares for. */
  spread: Type.Array(Type.Object({ ...AccountCount.properties, name: Type.Optional(Type.String()) })),
  /** How it went, the oldest first. */
  curve: Incident.properties.looks,
  peak: Type.Number(),
  raised: Incident.properties.raised,
  found: RiskLevel,
  set: Type.Optional(Type.Object({ by: Who, at: Instant, level: RiskLevel })),
  lowerSince: Type.Optional(Instant),
  tracks: Incident.properties.tracks,
  steps: Type.Array(Step),
  statements: Type.Array(IncidentStatementView),
  notes: Type.Array(IncidentNoteView),
  reports: Type.Array(IncidentReportView),
  instructions: Type.Array(InstructionView),
  /** What its gravest members said. */
  cited: Type.Array(IncidentMemberView),
  review: Type.Optional(
    Type.Object({
      happened: Type.String(),
      cause: Type.String(),
      measures: Type.String(),
      lessons: Type.String(),
      by: Who,
      at: Instant
    })
  ),
  muted: Type.Optional(Type.Object({ by: Who, at: Instant, until: Instant })),
  closed: Type.Optional(Type.Object({ by: Who, at: Instant, reason: Type.String() })),
  dismissed: Type.Optional(Type.Object({ by: Who, at: Instant, reason: Type.String() })),
  calmSince: Type.Optional(Instant),
  absorbed: Incident.properties.absorbed,
  splitFrom: Type.Optional(Type.String()),
  lastTurn: Count,
  n: Count,
  now: Instant
})
export type IncidentView = Static<typeof IncidentView>

export const IncidentHistory = Type.Object({
  rows: Type.Array(Type.Object({ n: Count, at: Instant, type: EventType, by: Who, data: HouseEvent.properties.data })),
  after: Type.Optional(Count)
})
export type IncidentHistory = Static<typeof IncidentHistory>

const Counted = {
  ...{ comments: Count, people: Count, urgent: Count, negative: Count, neutral: Count, positive: Count },
  ...{ accounts: Count, platforms: Count }
}

/** How it stood after some of its events, by these alone. */
export const IncidentThen = Type.Object({
  n: Count,
  at: Instant,
  state: IncidentState,
  level: RiskLevel,
  scale: Scale,
  trend: Trend,
  nature: Type.String(),
  figures: Type.Object(Counted),
  curve: Type.Array(Type.Object({ n: Count, at: Instant, ...Counted })),
  steps: Type.Record(Type.String(), Step.properties.state),
  statements: Type.Record(Type.String(), Statement.properties.state),
  late: Type.Array(Type.String()),
  notes: Count,
  received: Count,
  /** By their ids, whether they are done. */
  instructions: Type.Record(Type.String(), Type.Boolean()),
  mergedInto: Type.Optional(Type.String()),
  mutedUntil: Type.Optional(Instant)
})
export type IncidentThen = Static<typeof IncidentThen>

/** The table of levels in force, in words. */
export const IncidentLevelTable = Type.Object({
  natures: Type.Array(Type.Object({ id: Type.String(), name: InBoth })),
  scales: Type.Array(Type.Object({ scale: Scale, asks: InBoth })),
  rows: Type.Array(
    Type.Object({
      nature: InBoth,
      scale: InBoth,
      impact: InBoth,
      rising: InBoth,
      steady: InBoth,
      falling: InBoth
    })
  ),
  procedures: Type.Record(Type.String(), Procedure)
})
export type IncidentLevelTable = Static<typeof IncidentLevelTable>

const Comments = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
  minItems: 1,
  maxItems: 200,
  uniqueItems: true
})
const Cites = Type.Optional(Type.Array(CommentCite, { maxItems: INCIDENT_LIMITS.cites }))
const Link = Type.String({ minLength: 8, maxLength: 2000, pattern: '^https?://[^\\s]+$' })

export const IncidentNoteBody = Type.Object(
  {
    text: Text,
    cites: Cites,
    links: Type.Optional(Type.Array(Link, { maxItems: 10 })),
    files: Type.Optional(Type.Array(NoteFile, { maxItems: 10 }))
  },
  closed
)
export const IncidentStepBody = Type.Object(
  {
    state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('skipped')])),
    reason: Type.Optional(Reason),
    owner: Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
  },
  closed
)
export const IncidentStatementBody = Type.Object(
  { kind: StatementKind, title: Type.String({ minLength: 1, maxLength: 200 }), text: Text, cites: Cites },
  closed
)
export const IncidentApproveBody = Type.Object({ hash: Type.String({ minLength: 1, maxLength: 100 }) }, closed)
export const IncidentReasonBody = Type.Object({ reason: Reason }, closed)
export const IncidentPublishBody = Type.Object(
  {
    platform: PlatformName,
    account: Type.String({ minLength: 1, maxLength: 500 }),
    link: Link,
    post: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: "The platform's own id of the post" }))
  },
  closed
)
export const IncidentConfirmBody = Type.Object(
  { publishedAt: Type.Optional({ ...Instant, description: 'When it was published there' }) },
  closed
)
export const IncidentLevelBody = Type.Object({ level: RiskLevel, reason: Reason }, closed)
export const IncidentMuteBody = Type.Object({ until: Instant }, closed)
export const IncidentMembersBody = Type.Object({ comments: Comments }, closed)
export const IncidentJoinBody = Type.Object(
  { comments: Type.Array(CommentCite, { minItems: 1, maxItems: 200 }) },
  closed
)
export const IncidentSplitBody = Type.Object(
  { comments: Comments, title: Type.String({ minLength: 1, maxLength: 200 }) },
  closed
)
export const IncidentMergeBody = Type.Object({ with: Id }, closed)
export const IncidentReviewBody = Type.Object({ happened: Text, cause: Text, measures: Text, lessons: Text }, closed)

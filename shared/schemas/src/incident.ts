import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { HouseEvent } from './event.ts'
import { Instruction, MOST_INSTRUCTIONS } from './instruction.ts'
import { Instant, PlatformName, RiskLevel, SentimentName } from './names.ts'

/** How long the lists of an incident may grow: members, texts and letters are rows of their own. */
export const INCIDENT_LIMITS = {
  subjects: 20,
  spread: 50,
  words: 30,
  places: 10,
  departments: 10,
  looks: 60,
  rowLooks: 24,
  tracks: 10,
  steps: 40,
  statements: 40,
  notes: 200,
  reports: 100,
  receipts: 500,
  owes: 50,
  parted: 1_000,
  instructions: MOST_INSTRUCTIONS,
  commands: 50,
  unpublished: 100,
  cites: 20
} as const

const Count = Type.Integer({ minimum: 0 })
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Word = Type.String({ minLength: 1, maxLength: 100 })

/** Chinese and English of what the rules name. */
export const InBoth = Type.Object(
  { zh: Type.String({ minLength: 1, maxLength: 200 }), en: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false }
)
export type InBoth = Static<typeof InBoth>

/**
 * `open`: it grows, or may. `calm`: nothing out of the ordinary any more; it can be closed. `closed`: done.
 * `dismissed`: a false alarm. `merged`: it goes on in an elder one.
 */
export const IncidentState = Type.Union([
  Type.Literal('open'),
  Type.Literal('calm'),
  Type.Literal('closed'),
  Type.Literal('dismissed'),
  Type.Literal('merged')
])
export type IncidentState = Static<typeof IncidentState>

export const Trend = Type.Union([Type.Literal('rising'), Type.Literal('steady'), Type.Literal('falling')])
export type Trend = Static<typeof Trend>

export const Scale = Type.Union([
  Type.Literal('small'),
  Type.Literal('medium'),
  Type.Literal('large'),
  Type.Literal('huge')
])
export type Scale = Static<typeof Scale>

/** How far it reaches: single cases, one place, the region, everywhere. */
export const Impact = Type.Union([
  Type.Literal('single'),
  Type.Literal('local'),
  Type.Literal('regional'),
  Type.Literal('wide')
])
export type Impact = Static<typeof Impact>

/** What is done: a clarification, or the emergency plan. */
export const Procedure = Type.Union([Type.Literal('general'), Type.Literal('major')])
export type Procedure = Static<typeof Procedure>

export const AccountCount = Type.Object({ platform: PlatformName, account: Type.String(), comments: Count })
export type AccountCount = Static<typeof AccountCount>

/** What is counted of an incident's members. */
export const IncidentFigures = Type.Object({
  comments: Count,
  /** Different authors, where the platforms tell who they are. */
  people: Count,
  /** Members with a danger that is there now. */
  urgent: Count,
  sentiment: Type.Object({ negative: Count, neutral: Count, positive: Count }),
  levels: Type.Object({ blue: Count, yellow: Count, orange: Count, red: Count }),
  spread: Type.Array(AccountCount, { maxItems: INCIDENT_LIMITS.spread })
})
export type IncidentFigures = Static<typeof IncidentFigures>

/** How it stood at one moment; the older ones are thinned out. */
export const IncidentLook = Type.Object({
  at: Instant,
  comments: Count,
  negative: Count,
  neutral: Count,
  positive: Count,
  /** Per hour in the window that was judged. */
  rate: Type.Number({ minimum: 0 })
})
export type IncidentLook = Static<typeof IncidentLook>

/** A comment that something stands on. */
export const CommentCite = Type.Object(
  { id: Type.String({ minLength: 1, maxLength: 200 }), publishedAt: Instant },
  { additionalProperties: false }
)
export type CommentCite = Static<typeof CommentCite>

/** A text of a person's, kept as a row of its own: its id, the sha256 (hex) of it, and who wrote it when. */
export const TextRef = Type.Object({ id: Id, hash: Type.String(), by: Actor, at: Instant })
export type TextRef = Static<typeof TextRef>

export const IncidentText = Type.Object({ incident: Id, text: Type.String({ maxLength: 20_000 }) })
export type IncidentText = Static<typeof IncidentText>

export const StatementKind = Type.Union([
  Type.Literal('clarification'),
  Type.Literal('holding'),
  Type.Literal('update'),
  Type.Literal('briefing')
])
export type StatementKind = Static<typeof StatementKind>

/** Where a statement was published: by hand, under a link; `post` is the platform's own id where it is known. */
export const Publication = Type.Object({
  platform: PlatformName,
  account: Type.String(),
  link: Type.String({ maxLength: 2000 }),
  post: Type.Optional(Type.String({ maxLength: 500 })),
  by: Actor,
  at: Instant
})
export type Publication = Static<typeof Publication>

/**
 * What the office says of it: drafted → approved by a second person → published by hand → confirmed when the collector
 * meets the post (or by a person who saw it there). `returned`: to be written anew.
 */
export const Statement = Type.Object({
  id: Id,
  kind: StatementKind,
  state: Type.Union([
    Type.Literal('drafted'),
    Type.Literal('returned'),
    Type.Literal('approved'),
    Type.Literal('published'),
    Type.Literal('confirmed')
  ]),
  text: TextRef,
  title: Type.String({ minLength: 1, maxLength: 200 }),
  cites: Type.Optional(Type.Array(CommentCite, { maxItems: INCIDENT_LIMITS.cites })),
  approved: Type.Optional(Type.Object({ by: Actor, at: Instant })),
  returned: Type.Optional(Type.Object({ by: Actor, at: Instant, reason: Type.String({ maxLength: 500 }) })),
  published: Type.Optional(Publication),
  /** `at`: the post's own instant where the platform tells it. */
  confirmed: Type.Optional(
    Type.Object({ by: Actor, at: Instant, foundAt: Instant, link: Type.Optional(Type.String()) })
  ),
  /** When the posts are looked through for it again. */
  lookAt: Type.Optional(Instant)
})
export type Statement = Static<typeof Statement>

/** A promise of the procedure, such as authoritative information within five hours; it is no comment's clock. */
export const Track = Type.Object({
  id: Id,
  name: InBoth,
  procedure: Procedure,
  /** What ends it: a statement that is published, or its steps. */
  by: Type.Union([Type.Literal('published'), Type.Literal('steps')]),
  startedAt: Instant,
  dueAt: Instant,
  metAt: Type.Optional(Instant),
  /** It passed unmet, and people were told. */
  lateAt: Type.Optional(Instant)
})
export type Track = Static<typeof Track>

export const Step = Type.Object({
  id: Id,
  name: InBoth,
  /** Who sees to it, as the rules name them, or as somebody said since. */
  owner: Type.String({ minLength: 1, maxLength: 200 }),
  procedure: Procedure,
  track: Type.Optional(Id),
  dueAt: Type.Optional(Instant),
  state: Type.Union([Type.Literal('open'), Type.Literal('done'), Type.Literal('skipped')]),
  /** Of `skipped` why; of `done` what came of it. */
  reason: Type.Optional(Type.String({ maxLength: 500 })),
  /** A statement of this kind does it when it is published. */
  byStatement: Type.Optional(StatementKind),
  by: Type.Optional(Actor),
  at: Type.Optional(Instant)
})
export type Step = Static<typeof Step>

export const NoteFile = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 200 }), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
  { additionalProperties: false }
)

/** An entry of the investigation's log. */
export const IncidentNote = Type.Object({
  id: Id,
  text: TextRef,
  cites: Type.Optional(Type.Array(CommentCite, { maxItems: INCIDENT_LIMITS.cites })),
  links: Type.Optional(Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 10 })),
  files: Type.Optional(Type.Array(NoteFile, { maxItems: 10 }))
})
export type IncidentNote = Static<typeof IncidentNote>

const { text: _said, done: _done, ...instruction } = Instruction.properties

/** A leader's instruction; its words, and those of what came of it, are rows of their own. */
export const IncidentInstruction = Type.Object({
  ...instruction,
  text: TextRef,
  done: Type.Optional(Type.Object({ by: Actor, at: Instant, text: TextRef }))
})
export type IncidentInstruction = Static<typeof IncidentInstruction>

/** Why people are told. */
export const TellWhy = Type.Union([
  Type.Literal('opened'),
  Type.Literal('step'),
  Type.Literal('level'),
  Type.Literal('late'),
  Type.Literal('reopened'),
  Type.Literal('closed'),
  Type.Literal('instructed')
])
export type TellWhy = Static<typeof TellWhy>

/** A letter that is owed for an event `n`; `stale`: what it tells is old already, and goes into one digest. */
export const Owes = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  why: TellWhy,
  /** When what it tells happened, and since when it is owed. */
  at: Instant,
  since: Instant,
  level: RiskLevel,
  urgent: Type.Boolean(),
  /** The track or instruction that passed or was given, or the number of members that was reached. */
  of: Type.Optional(Type.String()),
  stale: Type.Optional(Type.Boolean()),
  /** The digest that it was given to. */
  digest: Type.Optional(Id)
})
export type Owes = Static<typeof Owes>

/** A letter that was made: who received it stands with its deliveries. */
export const ReportUp = Type.Object({
  letter: Id,
  n: Type.Integer({ minimum: 1 }),
  why: TellWhy,
  at: Instant,
  level: RiskLevel,
  recipients: Count,
  received: Count
})
export type ReportUp = Static<typeof ReportUp>

/** A subject of the watch that is part of it, and how it was told of last. */
export const IncidentSubject = Type.Object({
  id: Id,
  /** The instant of its last signal. */
  at: Instant,
  figures: IncidentFigures
})
export type IncidentSubject = Static<typeof IncidentSubject>

/** Why it was opened: in the window that was judged (ms) so many came, where the rhythm leads one to expect so many. */
export const IncidentRaised = Type.Object({
  at: Instant,
  windowMs: Count,
  observed: Count,
  expected: Type.Number({ minimum: 0 }),
  /** Different authors of all that it stood on then. */
  people: Count
})
export type IncidentRaised = Static<typeof IncidentRaised>

/** Many who speak of the same thing (舆情事件). Changed by `actOnIncident` only. */
export const Incident = Type.Object({
  id: Id,
  /** Short number that people say to each other. */
  number: Type.String(),
  state: IncidentState,
  /** A readable phrase for it, as people say it. */
  title: Type.String({ maxLength: 200 }),
  words: Type.Array(Word, { maxItems: INCIDENT_LIMITS.words }),
  places: Type.Array(Word, { maxItems: INCIDENT_LIMITS.places }),
  departments: Type.Array(Word, { maxItems: INCIDENT_LIMITS.departments }),
  /** Since when people speak of it. */
  since: Instant,
  bornAt: Instant,
  /** The newest comment that it stands on. */
  lastAt: Instant,
  /** Absent of what a person split off, and of what earlier versions opened. */
  raised: Type.Optional(IncidentRaised),
  subjects: Type.Array(IncidentSubject, { maxItems: INCIDENT_LIMITS.subjects }),
  /** Of all members: what the subjects count, and what was added or taken out by hand. */
  figures: IncidentFigures,
  /** What people have added by hand, or split off another one. */
  more: Type.Optional(IncidentFigures),
  /** What people have taken out, to be taken off what the subjects count. */
  less: Type.Optional(IncidentFigures),
  parted: Type.Array(Type.String(), { maxItems: INCIDENT_LIMITS.parted }),
  /** Of so many comments that were looked at, how many tell each nature. */
  looked: Count,
  tells: Type.Record(Type.String(), Count),
  /** Id of a nature of the rules. */
  nature: Type.String({ maxLength: 100 }),
  scale: Scale,
  trend: Trend,
  impact: Impact,
  level: RiskLevel,
  /** What the table gives now. */
  found: RiskLevel,
  /** Who has set the level: what the table gave then; only what is graver raises it again. */
  set: Type.Optional(Type.Object({ by: Actor, at: Instant, level: RiskLevel, found: RiskLevel })),
  /** Since when the table has given a lower one. */
  lowerSince: Type.Optional(Instant),
  procedure: Procedure,
  /** The last number of members at which people were told. */
  step: Count,
  looks: Type.Array(IncidentLook, { maxItems: INCIDENT_LIMITS.looks }),
  peak: Type.Number({ minimum: 0 }),
  tracks: Type.Array(Track, { maxItems: INCIDENT_LIMITS.tracks }),
  steps: Type.Array(Step, { maxItems: INCIDENT_LIMITS.steps }),
  statements: Type.Array(Statement, { maxItems: INCIDENT_LIMITS.statements }),
  /** The newest ones, the newest last. */
  notes: Type.Array(IncidentNote, { maxItems: INCIDENT_LIMITS.notes }),
  instructions: Type.Optional(Type.Array(IncidentInstruction, { maxItems: INCIDENT_LIMITS.instructions })),
  owes: Type.Array(Owes, { maxItems: INCIDENT_LIMITS.owes }),
  reports: Type.Array(ReportUp, { maxItems: INCIDENT_LIMITS.reports }),
  /** Letter and recipient, of those who said that they received it. */
  receipts: Type.Optional(Type.Array(Type.String(), { maxItems: INCIDENT_LIMITS.receipts })),
  muted: Type.Optional(Type.Object({ by: Actor, at: Instant, until: Instant, level: RiskLevel })),
  calmSince: Type.Optional(Instant),
  /** Its subjects of which nothing out of the ordinary comes any more. */
  calm: Type.Optional(Type.Array(Id, { maxItems: INCIDENT_LIMITS.subjects })),
  review: Type.Optional(
    Type.Object({ happened: TextRef, cause: TextRef, measures: TextRef, lessons: TextRef, by: Actor, at: Instant })
  ),
  closed: Type.Optional(
    Type.Object({ by: Actor, at: Instant, comments: Count, reason: Type.String({ maxLength: 500 }) })
  ),
  dismissed: Type.Optional(
    Type.Object({ by: Actor, at: Instant, comments: Count, reason: Type.String({ maxLength: 500 }) })
  ),
  mergedInto: Type.Optional(Id),
  /** Those that joined it. */
  absorbed: Type.Array(Id, { maxItems: INCIDENT_LIMITS.subjects }),
  /** The incident that it was split from. */
  splitFrom: Type.Optional(Id),
  /** Number of the last turn: what an act names in If-Match. */
  lastTurn: Count,
  lastTurnBy: Type.Optional(Actor),
  /** Ids of the last commands of people, with a digest of each body. */
  commands: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() }), {
    maxItems: INCIDENT_LIMITS.commands
  }),
  /** Number of the last event. */
  n: Count,
  /** Events that this document carries until a publisher has sent them. */
  unpublished: Type.Array(HouseEvent),
  unpublishedSince: Type.Optional(Instant)
})
export type Incident = Static<typeof Incident>

/** That a comment belongs to an incident; claimed once by the comment's id. What it counts for is frozen. */
export const IncidentMember = Type.Object({
  /** Absent: a person has taken it out, and it joins no other. */
  incident: Type.Optional(Id),
  comment: Type.String(),
  publishedAt: Instant,
  platform: PlatformName,
  account: Type.String(),
  sentiment: SentimentName,
  level: RiskLevel,
  urgent: Type.Boolean(),
  /** Digest of who wrote it; absent where the platform does not tell. */
  author: Type.Optional(Type.String()),
  /** The ticket of its citizen in its thread. */
  ticket: Type.String()
})
export type IncidentMember = Static<typeof IncidentMember>

/** What lists tell of an incident. */
export const IncidentRow = Type.Object({
  id: Id,
  number: Type.String(),
  state: IncidentState,
  title: Type.String(),
  nature: Type.String(),
  scale: Scale,
  trend: Trend,
  impact: Impact,
  level: RiskLevel,
  procedure: Procedure,
  since: Instant,
  bornAt: Instant,
  lastAt: Instant,
  comments: Count,
  people: Count,
  negative: Count,
  urgent: Count,
  departments: Type.Array(Word),
  /** accountId()s of where it is spoken of. */
  accounts: Type.Array(Type.String()),
  /** Deadlines that passed and are not met. */
  late: Count,
  /** Comments an hour at the last look; rows of before it have none, nor the three below. */
  rate: Type.Optional(Type.Number({ minimum: 0 })),
  /** How it grew: some of its looks, the oldest first. */
  curve: Type.Optional(
    Type.Array(Type.Object({ at: Instant, comments: Count }), { maxItems: INCIDENT_LIMITS.rowLooks })
  ),
  /** What is due first of what is not done yet. */
  next: Type.Optional(Type.Object({ dueAt: Instant, name: Type.Optional(InBoth) })),
  /** Instructions that are not done yet. */
  instructions: Type.Optional(Count),
  mutedUntil: Type.Optional(Instant),
  mergedInto: Type.Optional(Id)
})
export type IncidentRow = Static<typeof IncidentRow>

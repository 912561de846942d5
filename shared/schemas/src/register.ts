import { type Static, Type } from 'typebox'
import { Actor } from './actor.ts'
import { Severity, SubjectKind } from './appraisal-rules.ts'
import { Instant } from './names.ts'

const closed = { additionalProperties: false }
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Said = Type.String({ minLength: 1, maxLength: 2000 })
const Points = Type.Number({ minimum: 0, maximum: 100 })

export const REGISTER_LIMITS = { evidence: 50, participants: 500, appeals: 5, commands: 50, files: 20 } as const

/** An `objection` is one against an appraisal. */
export const EntryKind = Type.Union([
  Type.Literal('violation'),
  Type.Literal('incident'),
  Type.Literal('reward'),
  Type.Literal('training'),
  Type.Literal('objection')
])
export type EntryKind = Static<typeof EntryKind>

/** Whom it is about: accountId() of an account, the name of a department, the id that a person signs in with. */
export const Subject = Type.Object(
  {
    kind: SubjectKind,
    id: Id,
    /** As it is shown. */
    name: Type.String({ minLength: 1, maxLength: 200 })
  },
  closed
)
export type Subject = Static<typeof Subject>

/** What shows it: an id in this house, or a file that is kept with the entry. */
export const Evidence = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('ticket'),
      Type.Literal('comment'),
      Type.Literal('clock'),
      Type.Literal('alert'),
      Type.Literal('post'),
      Type.Literal('account'),
      Type.Literal('appraisal')
    ]),
    id: Type.String({ minLength: 1, maxLength: 500 }),
    /** Of a comment: by it its month is found. Of the others: the instant that counts. */
    at: Type.Optional(Instant),
    note: Type.Optional(Type.String({ maxLength: 500 }))
  },
  closed
)
export type Evidence = Static<typeof Evidence>

/** A file of an entry; its bytes lie outside the store. */
export const EvidenceFile = Type.Object({
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  type: Type.String(),
  bytes: Type.Integer({ minimum: 1 }),
  sha256: Type.String(),
  by: Actor,
  at: Instant
})
export type EvidenceFile = Static<typeof EvidenceFile>

/** Who took part; of the house by the id that they sign in with. */
export const Participant = Type.Object(
  {
    id: Type.Optional(Id),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    department: Type.Optional(Type.String({ minLength: 1, maxLength: 100 }))
  },
  closed
)
export type Participant = Static<typeof Participant>

export const Training = Type.Object(
  {
    /** Up to 2 decimals. */
    hours: Type.Number({ exclusiveMinimum: 0, maximum: 1000 }),
    participants: Type.Array(Participant, { minItems: 1, maxItems: REGISTER_LIMITS.participants })
  },
  closed
)
export type Training = Static<typeof Training>

/**
 * `proposed` → `decided` by a second person → `appealed` → `upheld`, `changed` or `withdrawn`. `withdrawn` is also what
 * was refused or taken back before it was decided: it stands in the register and counts for nothing.
 */
export const EntryState = Type.Union([
  Type.Literal('proposed'),
  Type.Literal('decided'),
  Type.Literal('appealed'),
  Type.Literal('upheld'),
  Type.Literal('changed'),
  Type.Literal('withdrawn')
])
export type EntryState = Static<typeof EntryState>

/** What was decided, and what follows from it. */
export const Ruling = Type.Object({
  by: Actor,
  at: Instant,
  why: Said,
  /** Of a violation: the how manieth of its subject within the days that the rules name. */
  nth: Type.Optional(Type.Integer({ minimum: 1 })),
  /** Ids of those that were counted before it. */
  after: Type.Optional(Type.Array(Type.String(), { maxItems: 50 })),
  consequence: Type.Optional(Type.Object({ id: Type.String(), zh: Type.String(), en: Type.String() })),
  severity: Type.Optional(Severity),
  /** Taken away by violations and incidents, added by rewards. */
  points: Points
})
export type Ruling = Static<typeof Ruling>

export const Appeal = Type.Object({
  n: Type.Integer({ minimum: 1 }),
  by: Actor,
  at: Instant,
  grounds: Said,
  /** Until when it is to be answered, and by which calendar that was counted. */
  dueAt: Instant,
  calendar: Type.String(),
  answer: Type.Optional(
    Type.Object({
      by: Actor,
      at: Instant,
      outcome: Type.Union([Type.Literal('upheld'), Type.Literal('changed'), Type.Literal('withdrawn')]),
      why: Said,
      late: Type.Optional(Type.Boolean())
    })
  )
})
export type Appeal = Static<typeof Appeal>

/** One line of the register: a document that nobody deletes. */
export const RegisterEntry = Type.Object({
  id: Id,
  kind: EntryKind,
  subject: Subject,
  /** When it happened. */
  at: Instant,
  title: Type.String({ minLength: 1, maxLength: 200 }),
  text: Type.Optional(Said),
  /** What it is entered as; the decision may see it otherwise. */
  severity: Type.Optional(Severity),
  training: Type.Optional(Training),
  /** Of an objection: the appraisal, its revision and the sheet. */
  about: Type.Optional(Type.Object({ appraisal: Id, revision: Type.Integer({ minimum: 1 }) })),
  evidence: Type.Array(Evidence, { maxItems: REGISTER_LIMITS.evidence }),
  /** There are so many, of which only the first are named. */
  evidenceTotal: Type.Optional(Type.Integer({ minimum: 0 })),
  files: Type.Array(EvidenceFile, { maxItems: REGISTER_LIMITS.files }),
  by: Actor,
  enteredAt: Instant,
  /** The fact from which the house proposed it. */
  fact: Type.Optional(Type.String({ maxLength: 200 })),
  state: EntryState,
  ruling: Type.Optional(Ruling),
  /** Rulings that an appeal has changed, the oldest first. */
  before: Type.Optional(Type.Array(Ruling, { maxItems: REGISTER_LIMITS.appeals })),
  /** Until when one may appeal, and by which calendar that was counted. */
  appealUntil: Type.Optional(Instant),
  calendar: Type.Optional(Type.String()),
  appeals: Type.Array(Appeal, { maxItems: REGISTER_LIMITS.appeals }),
  /** Who took it back before it was decided, or refused it. */
  dropped: Type.Optional(Type.Object({ by: Actor, at: Instant, why: Said })),
  /** Ids of the last commands, with a digest of each. */
  commands: Type.Array(Type.Object({ id: Type.String(), digest: Type.String() }), {
    maxItems: REGISTER_LIMITS.commands
  }),
  /** Counts its changes. */
  n: Type.Integer({ minimum: 1 })
})
export type RegisterEntry = Static<typeof RegisterEntry>

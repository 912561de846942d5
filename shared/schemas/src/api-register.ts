import { type Static, Type } from 'typebox'
import { Severity, SubjectKind } from './appraisal-rules.ts'
import { Instant } from './names.ts'
import { EntryKind, EntryState, Evidence, EvidenceFile, REGISTER_LIMITS, RegisterEntry, Training } from './register.ts'

/** What the api says of the register. */

const closed = { additionalProperties: false }
const Said = Type.String({ minLength: 1, maxLength: 2000 })
const Points = Type.Number({ minimum: 0, maximum: 100 })

/** Whom it is about; the house knows how they are called. */
export const SubjectRef = Type.Object({ kind: SubjectKind, id: Type.String({ minLength: 1, maxLength: 200 }) }, closed)

export const EntryBody = Type.Object(
  {
    kind: Type.Union([
      Type.Literal('violation'),
      Type.Literal('incident'),
      Type.Literal('reward'),
      Type.Literal('training')
    ]),
    subject: SubjectRef,
    at: Instant,
    title: Type.String({ minLength: 1, maxLength: 200 }),
    text: Type.Optional(Said),
    severity: Type.Optional(Severity),
    training: Type.Optional(Training),
    evidence: Type.Optional(Type.Array(Evidence, { maxItems: REGISTER_LIMITS.evidence }))
  },
  closed
)
export type EntryBody = Static<typeof EntryBody>

export const EvidenceBody = Type.Object(
  { evidence: Type.Array(Evidence, { minItems: 1, maxItems: REGISTER_LIMITS.evidence }) },
  closed
)
export const WhyBody = Type.Object({ why: Said }, closed)
export const RuleBody = Type.Object(
  { why: Said, severity: Type.Optional(Severity), points: Type.Optional(Points) },
  closed
)
export const AppealBody = Type.Object({ grounds: Said }, closed)
export const AnswerBody = Type.Object(
  {
    outcome: Type.Union([Type.Literal('upheld'), Type.Literal('changed'), Type.Literal('withdrawn')]),
    why: Said,
    /** Of a changed ruling: id of another consequence, how grave it was, or how many points. */
    consequence: Type.Optional(Type.String({ maxLength: 40 })),
    severity: Type.Optional(Severity),
    points: Type.Optional(Points)
  },
  closed
)

/** As people read it; `n` is for If-Match. */
export const EntryView = Type.Object({
  ...Type.Omit(RegisterEntry, ['commands', 'files']).properties,
  files: Type.Array(
    Type.Object({
      ...Type.Omit(EvidenceFile, ['name']).properties,
      fileName: EvidenceFile.properties.name
    })
  ),
  /** Whether one may still appeal, and whether an appeal waits longer than it may. */
  appealable: Type.Boolean(),
  overdue: Type.Boolean()
})
export type EntryView = Static<typeof EntryView>

export const EntryList = Type.Object({
  rows: Type.Array(EntryView),
  total: Type.Integer({ minimum: 0 }),
  after: Type.Optional(Type.String()),
  now: Instant
})

export const EntryQuery = {
  kind: Type.Optional(EntryKind),
  state: Type.Optional(EntryState),
  subjectKind: Type.Optional(SubjectKind),
  subject: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant)
}

import { type Static, Type } from 'typebox'
import { PauseReason } from './calendar.ts'
import { Instant } from './names.ts'
import { Finding } from './reply-check.ts'
import { TEMPLATE_VARIABLES } from './template.ts'
import { Ask, Corrections, LIMITS, RemovalGround, ReplyKind } from './ticket.ts'

/** What a browser sends when a person decides something. */

const closed = { additionalProperties: false }
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Name = Type.String({ minLength: 1, maxLength: 100 })
const Said = Type.String({ minLength: 1, maxLength: 2000 })
const Reason = Type.String({ minLength: 1, maxLength: 500 })
const Text = Type.String({ minLength: 1, maxLength: 5000 })

export const DismissBody = Type.Object({ reason: Reason }, closed)
export const ReopenBody = DismissBody

/** `of` is the Idempotency-Key of the act. */
export const UndoBody = Type.Object({ of: Type.String({ pattern: '^[\\x21-\\x7e]{1,100}$' }) }, closed)

/** At least one besides `comment`. */
export const CorrectBody = Type.Object(
  {
    comment: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'What it is about; the oldest turn when absent' })
    ),
    ...Corrections.properties
  },
  closed
)
export type CorrectBody = Static<typeof CorrectBody>

const Value = Type.Optional(Type.String({ maxLength: 500 }))
const values = Object.fromEntries(TEMPLATE_VARIABLES.map(name => [name, Value])) as Record<
  (typeof TEMPLATE_VARIABLES)[number],
  typeof Value
>
export const TemplateValues = Type.Object(values, closed)

/** Which template a text was made of; whether it was left as it was is found out here, not believed. */
export const TemplateChoice = Type.Object(
  { id: Type.String({ minLength: 1, maxLength: 60 }), version: Type.Integer({ minimum: 1 }), values: TemplateValues },
  closed
)
export type TemplateChoice = Static<typeof TemplateChoice>

export const ReplyBody = Type.Object(
  {
    text: Text,
    kind: Type.Optional(ReplyKind),
    /** Ids of the comments that it answers; all that are owed when absent. */
    answers: Type.Optional(Type.Array(Id, { maxItems: LIMITS.owed })),
    /** Until when the citizen is promised the result. */
    promisedAt: Type.Optional(Instant),
    template: Type.Optional(TemplateChoice),
    /** It states a position of the office: the head approves it. */
    important: Type.Optional(Type.Boolean()),
    /** Id of the reply that it was edited from. */
    edits: Type.Optional(Id),
    /** Id of the proposal that it began with. */
    proposal: Type.Optional(Id)
  },
  closed
)
export type ReplyBody = Static<typeof ReplyBody>

/** The hash says which text was read. */
export const ReviewBody = Type.Object({ hash: Type.String({ minLength: 1, maxLength: 100 }) }, closed)
export const ReturnReplyBody = Type.Object({ reason: Reason }, closed)

/** `reply` is one that stands on the ticket; else `text` is what was posted. */
export const AttestBody = Type.Object(
  {
    reply: Type.Optional(Id),
    text: Type.Optional(Text),
    kind: Type.Optional(ReplyKind),
    answers: Type.Optional(Type.Array(Id, { maxItems: LIMITS.owed })),
    /** Id of the comment under which it was posted. */
    to: Type.Optional(Id),
    postedAt: Instant,
    evidence: Type.String({ minLength: 1, maxLength: 1000 })
  },
  closed
)
export type AttestBody = Static<typeof AttestBody>

/** `spokesperson` is the id of who alone may answer; absent: anybody may again. */
export const ReleaseBody = Type.Object({ spokesperson: Type.Optional(Id) }, closed)

/** Id of a citizen's comment on the ticket; `text` says what in it is against which law. */
export const RemovalBody = Type.Object({ comment: Id, ground: RemovalGround, text: Said }, closed)
export const RefuseRemovalBody = Type.Object({ reason: Reason }, closed)
export const ElectBody = Type.Object({ comment: Id, elected: Type.Boolean() }, closed)

export const CheckBody = Type.Object(
  { ticket: Id, text: Type.String({ maxLength: 5000 }), kind: Type.Optional(ReplyKind) },
  closed
)
/** `refused`: it goes to no review before it is changed. `length` is counted as the platform counts. */
export const Checked = Type.Object({
  findings: Type.Array(Finding),
  refused: Type.Boolean(),
  length: Type.Integer(),
  limit: Type.Optional(Type.Integer())
})
export type Checked = Static<typeof Checked>

export const DispatchBody = Type.Object(
  { department: Name, assisting: Type.Optional(Type.Array(Name, { maxItems: 20 })), request: Said },
  closed
)
export const ResultBody = Type.Object({ text: Said }, closed)
/** On what grounds it is not theirs, and whose it is. */
export const BounceBody = Type.Object({ grounds: Said, proposes: Name }, closed)
export const WithdrawBody = Type.Object({ reason: Reason }, closed)
export const RuleBody = Type.Object({ department: Name, grounds: Said }, closed)
export const TransferBody = Type.Object({ department: Name, reason: Reason }, closed)

export const SuperviseBody = Type.Object(
  { text: Said, owner: Name, dueAt: Instant, instruction: Type.Optional(Type.Boolean()) },
  closed
)
/** `until` belongs to `extend`. */
export const AskBody = Type.Object({ kind: Ask.properties.kind, reason: Said, until: Type.Optional(Instant) }, closed)
export const DecideBody = Type.Object({ granted: Type.Boolean() }, closed)
export const RatingBody = Type.Object({ score: Type.Integer({ minimum: 1, maximum: 5 }) }, closed)
export const PauseBody = Type.Object({ reason: PauseReason }, closed)

/** Id of the other ticket, and the number of its last turn that the person saw; the younger joins the elder. */
export const MergeBody = Type.Object({ with: Id, seen: Type.Optional(Type.Integer({ minimum: 0 })) }, closed)
export const SplitBody = Type.Object({ reason: Reason }, closed)
export const RelateBody = Type.Object({ other: Id }, closed)

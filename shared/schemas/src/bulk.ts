import { type Static, Type } from 'typebox'
import { Corrections, ReplyKind, Tag } from './ticket.ts'

/** What is done to many tickets at once, and the steps of macros: single acts as data. */

const closed = { additionalProperties: false }
const Id = Type.String({ minLength: 1, maxLength: 200 })
const Name = Type.String({ minLength: 1, maxLength: 100 })
const Reason = Type.String({ minLength: 1, maxLength: 500 })
const Tags = Type.Optional(Type.Array(Tag, { minItems: 1, maxItems: 10 }))

const one = <T extends string>(type: T) => Type.Literal(type)

/** What bulk acts and macros have in common. */
const ACTS = [
  Type.Object({ type: one('acknowledge') }, closed),
  /** `to`: the id that they sign in with. */
  Type.Object({ type: one('assign'), to: Id }, closed),
  Type.Object({ type: one('unassign') }, closed),
  Type.Object({ type: one('tag'), add: Tags, remove: Tags }, closed),
  Type.Object({ type: one('correct'), ...Corrections.properties }, closed),
  Type.Object({ type: one('dismiss'), reason: Reason }, closed),
  Type.Object({ type: one('waive'), reason: Reason }, closed),
  Type.Object({ type: one('reopen'), reason: Reason }, closed),
  Type.Object(
    {
      type: one('dispatch'),
      department: Name,
      assisting: Type.Optional(Type.Array(Name, { maxItems: 20 })),
      request: Type.String({ minLength: 1, maxLength: 2000 })
    },
    closed
  )
] as const

export const MacroId = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' })

/** What may be done to many tickets at once. */
export const BulkAct = Type.Union([...ACTS, Type.Object({ type: one('macro'), macro: MacroId }, closed)])
export type BulkAct = Static<typeof BulkAct>

/** One step of a macro. `reply` writes a reply from the version of a template that is in use, with what is known. */
export const MacroStep = Type.Union([
  ...ACTS,
  Type.Object({ type: one('reply'), template: Id, kind: Type.Optional(ReplyKind) }, closed)
])
export type MacroStep = Static<typeof MacroStep>

/** Steps one after the other, under a name; whoever uses it needs the right of each step. */
export const Macro = Type.Object(
  {
    id: MacroId,
    name: Name,
    description: Type.Optional(Type.String({ maxLength: 500 })),
    steps: Type.Array(MacroStep, { minItems: 1, maxItems: 10 })
  },
  closed
)
export type Macro = Static<typeof Macro>

const OfJob = Type.Object({ type: one('undo'), job: Type.String() }, closed)

/** What a job does: what was asked, or that another job is taken back. */
export const JobAct = Type.Union([...BulkAct.anyOf, OfJob])
export type JobAct = Static<typeof JobAct>

/** Takes back what an earlier step did; `of` is the id of its act. */
export type UndoStep = { type: 'undo'; of: string }
export type Step = MacroStep | UndoStep

export const JOB_LIMITS = {
  /** Tickets named by their ids in one request. */
  ids: 2_000,
  /** Tickets of one frozen list. */
  tickets: 50_000,
  /** Of a list, those on which a dry run decides. */
  judged: 20_000,
  /** Tickets of one chunk of a list: what is done as one page. */
  chunk: 200
} as const

/** `stopped`: its person may sign in no more, or its token was revoked or has run out; what was done stays done. */
export const JobState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('running'),
  Type.Literal('done'),
  Type.Literal('cancelled'),
  Type.Literal('stopped')
])
export type JobState = Static<typeof JobState>

/** What a job, or a dry run, has come to so far. */
export const JobCounts = Type.Object({
  done: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer()
})
export type JobCounts = Static<typeof JobCounts>

/** A ticket on which it was refused: `step` counts from 0 where there are several. */
export const RefusedRow = Type.Object({
  ticket: Type.String(),
  number: Type.String(),
  code: Type.String(),
  message: Type.String(),
  step: Type.Optional(Type.Integer())
})
export type RefusedRow = Static<typeof RefusedRow>

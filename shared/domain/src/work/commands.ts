import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Assignee } from '@huiyin/schemas/ticket.ts'

/** `id` is the Idempotency-Key. */
type By = { actor: Actor; id: string }

/** `from`: id of whom the author saw as having it in hand; absent: nobody. */
type OfAssign = { to: Assignee; from?: string }
type OfTags = { add?: readonly string[]; remove?: readonly string[] }
/** `note`: id of the record that holds its text; `shared`: departments read it too. */
type OfNote = { note: string; mentions: readonly string[]; shared?: boolean }

/** How people share work among themselves. None of it is a turn, and none of it stops a clock. */
export type WorkAct =
  | ({ type: 'assign' } & By & OfAssign)
  | ({ type: 'unassign'; from: string } & By)
  | ({ type: 'tag' } & By & OfTags)
  | ({ type: 'note' } & By & OfNote)

/**
 * Never refused: where somebody else has taken it meanwhile it changes nothing. By a rule of fair shares only what
 * nobody has is given; a hand-over gives what `from` still has to another, or to nobody.
 */
export type WorkNews =
  | { type: 'assigned.by-rule'; actor: Actor; to: Assignee; rule: string }
  | { type: 'handed.over'; actor: Actor; from: string; to?: Assignee }

export type WorkCommand = WorkAct | WorkNews

/** One of the union by its name. */
export type WorkOf<T extends WorkCommand['type']> = Extract<WorkCommand, { type: T }>

/** Says who has it in hand. */
export const assign = (of: By & OfAssign): WorkAct => ({ type: 'assign', ...of })
/** Nobody has it in hand any more; `from` is who the author saw as having it. */
export const unassign = (of: By & { from: string }): WorkAct => ({ type: 'unassign', ...of })
/** Adds and takes away tags; both at once where both are named. */
export const tag = (of: By & OfTags): WorkAct => ({ type: 'tag', ...of })
/** Says that a note was written, whose text stands in the records. */
export const note = (of: By & OfNote): WorkAct => ({ type: 'note', ...of })
/** Gives to somebody what nobody has, by a rule. */
export const assignedByRule = (of: Omit<WorkOf<'assigned.by-rule'>, 'type'>): WorkNews => ({
  type: 'assigned.by-rule',
  ...of
})
/** Gives on what somebody leaves behind. */
export const handedOver = (of: Omit<WorkOf<'handed.over'>, 'type'>): WorkNews => ({ type: 'handed.over', ...of })

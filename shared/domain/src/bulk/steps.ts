import type { Actor } from '@huiyin/schemas/actor.ts'
import type { BulkAct, Macro, Step, UndoStep } from '@huiyin/schemas/bulk.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { Assignee, Ticket } from '@huiyin/schemas/ticket.ts'
import { dispatch } from '../cases/commands.ts'
import { acknowledge, type Command, correct, dismiss, reopen, undo, waive } from '../commands.ts'
import { decide } from '../decide.ts'
import { HuiyinError } from '../errors.ts'
import { ofTicket } from '../roles/belonging.ts'
import { checkMay } from '../roles/check-may.ts'
import { mayDo } from '../roles/may-do.ts'
import type { Action } from '../roles/table.ts'
import { assign, tag, unassign } from '../work/commands.ts'

/**
 * One step after the other on one ticket, until one is refused: bulk acts and macros. Each step is an act of its own,
 * with the id that it always has, so that what was done is not done again. What its author saw is the last turn that
 * stood when the tickets were chosen; a step's own turns count as seen, those of others never.
 */

/** For which action of the table of roles a step is. */
export const STEP_ACTIONS: Record<Step['type'], Action> = {
  acknowledge: 'ticket.acknowledge',
  assign: 'ticket.assign',
  unassign: 'ticket.assign',
  tag: 'ticket.tag',
  correct: 'ticket.triage',
  dismiss: 'ticket.close',
  waive: 'ticket.close',
  reopen: 'ticket.close',
  dispatch: 'dispatch.send',
  reply: 'reply.draft',
  undo: 'ticket.undo'
}

/** For which actions an act on many tickets is; those of a macro are its steps'. */
export const actionsOf = (steps: readonly { type: Step['type'] }[]): Action[] => [
  ...new Set(steps.map(({ type }) => STEP_ACTIONS[type]))
]

/** What an author saw of a ticket: its last turn, and the id of who had it in hand. */
export type Saw = { seen: number; assigned?: string | undefined }

export const sawOf = ({ lastTurn, assigned }: Ticket): Saw => ({
  seen: lastTurn,
  ...(assigned && { assigned: assigned.to.id })
})

export type StepBy = Saw & { actor: Actor; id: string }

/** A reply is written of a template, which stands elsewhere. May throw what would refuse it. */
export type WriteReply = (step: Step & { type: 'reply' }, ticket: Ticket, by: StepBy) => Command

type Around = Pick<Taking, 'people' | 'write'>

function commandOf(step: Step, ticket: Ticket, of: StepBy, { people, write = refuseReply }: Around): Command {
  const { seen, assigned, ...by } = of
  switch (step.type) {
    case 'acknowledge':
      return acknowledge(by)
    case 'assign':
      return assign({
        ...by,
        to: assigneeOf(people.get(step.to), step.to, ticket),
        ...(assigned !== undefined && { from: assigned })
      })
    case 'unassign':
      return unassign({ ...by, from: assigned ?? '' })
    case 'tag':
      return tag({ ...by, ...(step.add && { add: step.add }), ...(step.remove && { remove: step.remove }) })
    case 'correct': {
      const { type: _, ...corrections } = step
      return correct({ ...by, ...corrections })
    }
    case 'dismiss':
      return dismiss({ ...by, seen, reason: step.reason })
    case 'waive':
      return waive({ ...by, seen, reason: step.reason })
    case 'reopen':
      return reopen({ ...by, seen, reason: step.reason })
    case 'dispatch': {
      const { department, assisting, request } = step
      return dispatch({ ...by, seen, department, request, ...(assisting && { assisting }) })
    }
    case 'reply':
      return write(step, ticket, of)
    case 'undo':
      return undo({ ...by, of: step.of })
  }
}

export type Taking = {
  steps: readonly Step[]
  /** Whose rights count, as they are now. `only`: what their token may do at most. */
  actor: Actor & { only?: readonly string[] | undefined }
  saw: Saw
  /** Id of the act of a step by its place. */
  idOf: (step: number) => string
  /** Those to whom steps assign and who can sign in, by their ids. */
  people: ReadonlyMap<string, Actor>
  write?: WriteReply
}

/** `asking`: it is only asked what would happen. */
type At = { now: number; rules: Rules; asking?: boolean }

export type Taken = {
  /** The same object when nothing has changed. */
  ticket: Ticket
  events: HouseEvent[]
  /** How many steps were done, those of an earlier try among them. */
  done: number
  /** Steps that an earlier try had done. */
  before: number
  refused?: { step: number; error: HuiyinError }
}

/**
 * What becomes of a ticket by these steps. Pure; throws nothing that its author should know: that stands in `refused`,
 * and what came before it is done.
 */
export function takeSteps(ticket: Ticket, taking: Taking, at: At): Taken {
  const taken: Taken = { ticket, events: [], done: 0, before: 0 }
  let saw = taking.saw
  for (const [place, step] of taking.steps.entries()) {
    const id = taking.idOf(place)
    const isDone = taken.ticket.commands.some(command => command.id === id)
    try {
      if (isDone) taken.before += 1
      else saw = takeStep(taken, { ...taking, step, id, saw }, at)
      taken.done += 1
    } catch (error) {
      if (!(error instanceof HuiyinError)) throw error
      return { ...taken, refused: { step: place, error } }
    }
  }
  return taken
}

type TakingStep = Pick<Taking, 'actor' | 'people' | 'write'> & { step: Step; id: string; saw: Saw }

function takeStep(taken: Taken, taking: TakingStep, at: At): Saw {
  const { step, id, saw } = taking
  const before = taken.ticket
  if (step.type === 'undo' && !before.commands.some(one => one.id === step.of)) return saw // it was never done here
  checkMay(taking.actor, STEP_ACTIONS[step.type], ofTicket(before))
  const { accounts: _, only: __, ...actor } = taking.actor // how far they may go is no part of what they did
  const command = commandOf(step, before, { ...saw, actor, id }, taking)
  const { ticket, events } = decide(before, command, { id: before.id, ...at })
  if (!ticket || events.length === 0) return saw // an act that changes nothing leaves no trace
  taken.ticket = ticket
  taken.events.push(...events)
  return {
    seen: before.lastTurn === saw.seen ? ticket.lastTurn : saw.seen,
    assigned: before.assigned?.to.id === saw.assigned ? ticket.assigned?.to.id : saw.assigned
  }
}

/** Throws INVALID_REQUEST for somebody who cannot sign in, or does not work on this ticket. */
function assigneeOf(person: Actor | undefined, id: string, ticket: Ticket): Assignee {
  if (person && mayDo(person, 'ticket.assign', ofTicket(ticket))) return { id, name: person.name }
  throw new HuiyinError(
    'INVALID_REQUEST',
    `Expected somebody of the office who can sign in and cares for this account; "${id}" does not`
  )
}

/** Ids of those to whom steps assign. */
export const assigneesIn = (steps: readonly Step[]): string[] =>
  steps.flatMap(step => (step.type === 'assign' ? [step.to] : []))

const refuseReply = () => {
  throw new HuiyinError('INVALID_REQUEST', 'A macro that writes a reply is used on one ticket at a time')
}

/** Takes back what the steps of a job did, the last first. */
export const undoOf = (steps: readonly Step[], idOf: (step: number) => string): UndoStep[] =>
  steps.map((_, place): UndoStep => ({ type: 'undo', of: idOf(place) })).reverse()

/** What a bulk act comes to: its own step, or those of the macro that it names. */
export const stepsOf = (act: BulkAct, macro: Macro | undefined): Macro['steps'] =>
  act.type === 'macro' ? (macro?.steps ?? []) : [act]

/** What became of a ticket. */
export function outcomeOf({ events, before, refused }: Taken): 'changed' | 'unchanged' | 'refused' {
  if (refused) return 'refused'
  return events.length > 0 || before > 0 ? 'changed' : 'unchanged'
}

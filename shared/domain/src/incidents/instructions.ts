import { INCIDENT_LIMITS, type IncidentInstruction } from '@huiyin/schemas/incident.ts'
import { instructionNotFound } from '../errors.ts'
import type { IncidentAct } from './commands.ts'
import { type IncidentDraft, tellOf } from './draft.ts'
import { incidentState } from './refusals.ts'
import { owe } from './telling.ts'

/** What leaders say shall be done about an incident (批示), until somebody says what came of it. */

type ActOf<T extends IncidentAct['type']> = Extract<IncidentAct, { type: T }>

/** Those whom it is for are told, even while the incident is muted. Throws INCIDENT_STATE for a deadline that has passed. */
export function instruct(draft: IncidentDraft, { id, text, dueAt, to }: ActOf<'instruct'>): void {
  const { incident, now } = draft
  const before = incident.instructions ?? []
  if (dueAt !== undefined && dueAt <= now) throw incidentState(incident, 'the deadline has passed already')
  if (before.length >= INCIDENT_LIMITS.instructions)
    throw incidentState(incident, `it has ${before.length} instructions, which is the most that it can have`)
  const { accounts: _, ...by } = draft.actor
  const one: IncidentInstruction = {
    ...{ id, text: { ...text, by, at: now }, by, at: now },
    ...(dueAt !== undefined && { dueAt }),
    ...(to && { to })
  }
  incident.instructions = [...before, one]
  const n = tellOf(draft, 'incident.instructed', {
    instruction: id,
    hash: text.hash,
    ...(dueAt !== undefined && { dueAt })
  })
  owe(draft, { why: 'instructed', n, at: now, of: id })
}

/** Says what came of it. Throws INSTRUCTION_NOT_FOUND, and INCIDENT_STATE where that was said already. */
export function finishInstruction(draft: IncidentDraft, { instruction, text }: ActOf<'instruction.done'>): void {
  const { incident, now } = draft
  const { accounts: _, ...by } = draft.actor
  const found = incident.instructions?.find(({ id }) => id === instruction)
  if (!found) throw instructionNotFound(instruction, incident.number)
  if (found.done) throw incidentState(incident, `${found.done.by.name} has said already what came of this instruction`)
  change(draft, { ...found, done: { by, at: now, text: { ...text, by, at: now } } })
  tellOf(draft, 'incident.instruction-done', { instruction, hash: text.hash })
}

/** Deadlines of instructions that have passed, each told once. */
export function tellLateInstructions(draft: IncidentDraft): void {
  const { incident, now } = draft
  for (const one of incident.instructions ?? []) {
    if (!isRunning(one) || now < one.dueAt!) continue
    change(draft, { ...one, lateAt: now })
    const n = tellOf(draft, 'incident.stepped', { instruction: one.id, late: true, dueAt: one.dueAt! })
    owe(draft, { why: 'late', n, at: one.dueAt!, of: one.id })
  }
}

/** Whether it has a deadline that nobody was told of yet. */
export const isRunning = ({ dueAt, done, lateAt }: IncidentInstruction): boolean =>
  dueAt !== undefined && done === undefined && lateAt === undefined

function change({ incident }: IncidentDraft, next: IncidentInstruction): void {
  incident.instructions = (incident.instructions ?? []).map(one => (one.id === next.id ? next : one))
}

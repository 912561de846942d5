import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Dispatch } from '@huiyin/schemas/ticket.ts'
import { mayDo } from '../roles/may-do.ts'
import { departmentsOf } from './dispatch-state.ts'
import { notYours } from './refusals.ts'

/** Who may do what with a dispatch, by the table of roles. Persons of no department are the county office. */

const ofOffice = ({ department }: Actor) => !department

const belongsTo = ({ department }: Actor, dispatch: Dispatch) =>
  department !== undefined && departmentsOf(dispatch).includes(department)

/** Throws NOT_ALLOWED for persons who are neither of its departments nor of the county office. */
export function checkHandles(actor: Actor, dispatch: Dispatch, what: string): void {
  if (mayDo(actor, 'dispatch.handle', { department: departmentsOf(dispatch) })) return
  throw notYours(`${what} a dispatch to ${dispatch.department}`, 'its departments and the county office')
}

/**
 * Throws NOT_ALLOWED for persons of its own departments, who send back what is not theirs with grounds (R24), and
 * for all but the adjudicator when its owner was ruled.
 */
export function checkTakesAway(actor: Actor, dispatch: Dispatch): void {
  const { department, ruled } = dispatch
  if (belongsTo(actor, dispatch))
    throw notYours(
      `take it away from ${department}, to which you belong: send it back with grounds`,
      'the county office'
    )
  if (ruled && !isAdjudicator(actor))
    throw notYours(`take away what was ruled to be ${department}'s`, 'the adjudicator')
}

const isAdjudicator = (actor: Actor) => mayDo(actor, 'dispatch.rule')

/** Throws NOT_ALLOWED for all but a head or administrator of the county office. */
export function checkAdjudicates(actor: Actor): void {
  if (!isAdjudicator(actor)) throw notYours('rule whose it is', 'a head or administrator of the county office')
}

/**
 * Throws NOT_ALLOWED for persons of a department: whom a case is given to, whether it is closed, and how content the
 * citizen was, none of them says of cases that they are answerable for themselves.
 */
export function checkOffice(actor: Actor, what: string): void {
  if (!ofOffice(actor)) throw notYours(what, 'the county office')
}

/** May give instructions (批示), and end what others have put under supervision; the head of a department may not. */
export const isInstructor = (actor: Actor): boolean => mayDo(actor, 'case.instruct')

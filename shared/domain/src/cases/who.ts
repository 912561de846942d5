import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Dispatch } from '@huiyin/schemas/ticket.ts'
import { notYours } from './refusals.ts'

/** Who may do what with a dispatch. Persons of no department are the county office. */

const OFFICE: ReadonlySet<string> = new Set(['operator', 'administrator', 'head'])
const ADJUDICATORS: ReadonlySet<string> = new Set(['administrator', 'head'])
const INSTRUCTORS: ReadonlySet<string> = new Set(['leader', 'head', 'administrator'])

const ofOffice = ({ department }: Actor) => !department

/** The departments that a dispatch is with: the one that leads, and those that assist. */
export const departmentsOf = ({ department, assisting = [] }: Dispatch): readonly string[] => [department, ...assisting]

const belongsTo = ({ department }: Actor, dispatch: Dispatch) =>
  department !== undefined && departmentsOf(dispatch).includes(department)

/** Throws NOT_ALLOWED for persons who are neither of its departments nor of the county office. */
export function checkHandles(actor: Actor, dispatch: Dispatch, what: string): void {
  if (belongsTo(actor, dispatch) || (ofOffice(actor) && OFFICE.has(actor.role))) return
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

const isAdjudicator = (actor: Actor) => ofOffice(actor) && ADJUDICATORS.has(actor.role)

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

/** Throws NOT_ALLOWED for all who do not operate the accounts: persons of departments, and leaders who only read. */
export function checkOperates(actor: Actor, what: string): void {
  if (!ofOffice(actor) || !OFFICE.has(actor.role)) throw notYours(what, 'the county office')
}

/** May give instructions (批示), and end what others have put under supervision; the head of a department may not. */
export const isInstructor = (actor: Actor): boolean => ofOffice(actor) && INSTRUCTORS.has(actor.role)

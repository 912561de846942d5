import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Draft } from '../draft.ts'
import { HuiyinError, notAllowed } from '../errors.ts'

const HEADS: readonly string[] = ['head', 'administrator']

/** Whether somebody lets grave things leave: a head of the county office, of no department. */
export const isHead = ({ role, department }: Actor): boolean => !department && HEADS.includes(role)

/** Throws NOT_ALLOWED. */
export function refuseOthersThanHead({ actor }: Draft, what: string): void {
  if (!isHead(actor)) throw notAllowed(actor.role, what)
}

/** Two persons, unless the policy lets an office of one do both. Throws SECOND_PERSON_NEEDED. */
export function refuseSamePerson({ actor, policy }: Draft, first: Actor): void {
  if (actor.id !== first.id || policy.selfReview) return
  throw new HuiyinError('SECOND_PERSON_NEEDED', `${first.name} did the first half of it; another person has to do this`)
}

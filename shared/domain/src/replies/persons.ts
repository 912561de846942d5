import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Draft } from '../draft.ts'
import { HuiyinError } from '../errors.ts'

/** Two persons, unless the policy lets an office of one do both. Throws SECOND_PERSON_NEEDED. */
export function refuseSamePerson({ actor, policy }: Draft, first: Actor): void {
  if (actor.id !== first.id || policy.selfReview) return
  throw new HuiyinError('SECOND_PERSON_NEEDED', `${first.name} did the first half of it; another person has to do this`)
}

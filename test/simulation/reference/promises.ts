import type { Target } from '@huiyin/schemas/calendar.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'

export type PromiseName = 'first' | 'next' | 'close' | 'sign' | 'handle'

/** What is promised by the policy that the house ships: taken as data, read by rules of our own. */
export function promiseOf(name: PromiseName, urgent: boolean): { target: Target; warnBefore: readonly number[] } {
  for (const { when, promises } of DEFAULT_POLICY.rules) {
    if (when.urgent !== undefined && when.urgent !== urgent) continue
    const promised = promises[name] ?? (name === 'next' ? promises.first : undefined)
    if (promised) return promised
  }
  throw new RangeError(`The policy promises nothing for ${name}`)
}

/** What leaves the house can be taken back so long (ms). */
export const outgoingWait = 10_000

export const { reviewBelow, sampleOther, reopenWithin, reopenedOften, acknowledgeFor, pauseAtMost } = DEFAULT_POLICY

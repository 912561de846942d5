import type { Draft } from '../draft.ts'
import { settleCase } from '../replies/spoke.ts'

/** Nobody waits any more, here or on those who joined: the case stands by what was said here last. `at` is UTC in ms. */
export function settleAnswered(draft: Draft, at: number): void {
  const { replies, answeredOutside, label } = draft.ticket
  const last = replies.findLast(({ state }) => state === 'confirmed')
  const outside = answeredOutside !== undefined && label === 'inquiry' ? 'final' : 'interim'
  settleCase(draft, last?.kind ?? outside, { at })
}

import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { isAnswer, runningClocks } from '../clocks/running.ts'

/** What leaves the house waits so long (ms): until then it can be taken back. */
export const OUTGOING_WAIT = 10_000

/** Until the platform has taken it, in ms: the look for what is to be sent, the claim, and a slow answer. */
const SENDING_TAKES = 20_000

const isUrgent = (ticket: Ticket) => ticket.urgent || runningClocks(ticket).some(({ urgent }) => urgent)

/** When people are told what is decided at `now` (UTC in ms): at once where it is urgent. */
export const toldFrom = (ticket: Ticket, now: number): number => (isUrgent(ticket) ? now : now + OUTGOING_WAIT)

/**
 * When a reply leaves that is approved at `now` (UTC in ms): at once where it is urgent, or where a promise to the
 * citizen would be late by the wait.
 */
export function leavesAt(ticket: Ticket, now: number): number {
  const promises = runningClocks(ticket).filter(clock => isAnswer(clock) || clock.kind === 'close')
  return promises.some(({ dueAt }) => dueAt <= now + OUTGOING_WAIT + SENDING_TAKES) ? now : toldFrom(ticket, now)
}

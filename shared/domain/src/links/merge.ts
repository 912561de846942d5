import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { withdrawActive } from '../cases/dispatch.ts'
import { checkOffice } from '../cases/who.ts'
import { startClock } from '../clocks/answer.ts'
import { endClock } from '../clocks/end.ts'
import { owedSince } from '../clocks/plan.ts'
import { runningClocks } from '../clocks/running.ts'
import { cycleOf } from '../current-cycle.ts'
import { closeCase, reopenCase } from '../cycle.ts'
import { type Draft, tell, unseen } from '../draft.ts'
import { ticketClosed } from '../errors.ts'
import { failReplies, updateReply } from '../replies/standing.ts'
import { setReview } from '../review.ts'
import type { LinkOf } from './commands.ts'
import { isElder } from './elder.ts'
import { alreadyMerged, intoMerged, notMerged, notTheYounger, stillSupervised, tooManyLinks } from './refusals.ts'

/**
 * The younger ticket joins the elder. What it owes stays on it, for its citizen gets an answer there (R26), and is
 * told to the elder, whose clocks count for both. A split undoes that, with the time that was promised first.
 */

/**
 * Throws NOT_ALLOWED, ALREADY_MERGED, SOMEBODY_WAS_FASTER, TICKET_CLOSED for one that is dismissed, STILL_SUPERVISED,
 * NOT_THE_YOUNGER, INTO_MERGED, TOO_MANY.
 */
export function merge(draft: Draft, act: LinkOf<'merge'>): void {
  const { ticket, now } = draft
  const { into } = act
  refuse(draft, act)
  withdrawActive(draft, 'merged')
  failReplies(draft, 'MERGED', 'It goes on in an elder ticket, which answers for both')
  for (const clock of runningClocks(ticket)) endClock(draft, clock, { at: now, outcome: 'merged', why: 'merged' })
  closeCase(draft, 'merged', now)
  setReview(ticket, undefined)
  ticket.status = 'merged'
  ticket.mergedInto = into.id
  tell(draft, 'ticket.merged', { into: into.id, number: into.number, owed: ticket.owed.length })
}

function refuse(draft: Draft, { seen, into }: LinkOf<'merge'>): void {
  const { ticket, actor } = draft
  checkOffice(actor, 'merge it into another')
  if (ticket.status === 'merged') throw alreadyMerged(ticket)
  unseen(draft, { seen })
  if (ticket.status === 'dismissed') throw ticketClosed(ticket.number)
  if (!isElder(into, ticket)) throw notTheYounger(ticket, into.number)
  if (into.mergedInto !== undefined) throw intoMerged(into.number, into.mergedInto)
  if (ticket.supervised?.some(({ endedAt }) => endedAt === undefined)) throw stillSupervised(ticket)
  if (into.full) throw tooManyLinks(into.number)
}

/** The merge that ended the case here, while it was not done. */
export const isUnfinished = (ticket: Ticket): boolean => cycleOf(ticket).how === 'merged'

/** Throws NOT_ALLOWED, NOT_MERGED, SOMEBODY_WAS_FASTER. */
export function split(draft: Draft, act: LinkOf<'split'>): void {
  const { ticket, actor } = draft
  const { mergedInto } = ticket
  checkOffice(actor, 'split it from its elder')
  if (ticket.status !== 'merged' || mergedInto === undefined) throw notMerged(ticket)
  unseen(draft, act)
  takeBackEchoes(draft)
  delete ticket.mergedInto
  ticket.status = 'answered'
  tell(draft, 'ticket.split', { from: mergedInto, why: act.reason.slice(0, 100) })
  goOnAlone(draft)
}

/** The same cycle goes on when the merge ended it; what was owed keeps its own time. */
function goOnAlone(draft: Draft): void {
  const { ticket } = draft
  const { owed } = ticket
  const unfinished = isUnfinished(ticket)
  if (unfinished) reopenCase(draft, cycleOf(ticket).closedAt!, 'split')
  else if (owed.length > 0) reopenCase(draft, Math.min(...owed.map(owedSince)), 'split')
  if (owed.length > 0) startClock(draft, { known: true })
  else if (unfinished) ticket.status = 'handling'
}

/** The elder's words are not said in the name of a ticket that goes on alone, unless they have left. */
function takeBackEchoes(draft: Draft): void {
  const echoes = draft.ticket.replies.filter(({ state, repeats }) => state === 'approved' && repeats !== undefined)
  for (const reply of echoes) {
    const failure = { code: 'SPLIT', message: 'The ticket was split from the one that answers so', at: draft.now }
    updateReply(draft, { ...reply, state: 'failed', failure } satisfies Reply)
    tell(draft, 'reply.failed', { reply: reply.id, code: failure.code })
  }
}

import { cycleOf } from '../current-cycle.ts'
import { type Draft, tell } from '../draft.ts'
import type { CaseActOf } from './commands.ts'
import { notClosedYet } from './refusals.ts'
import { checkOffice } from './who.ts'

/** How content the citizen was, once for each cycle that was done; said again it is corrected. Throws NOT_ALLOWED, NOT_CLOSED_YET. */
export function rateCase(draft: Draft, { score }: CaseActOf<'rate'>): void {
  const { ticket, actor, now } = draft
  checkOffice(actor, 'say how content the citizen was')
  const cycle = cycleOf(ticket)
  if (ticket.status !== 'answered') throw notClosedYet(ticket.number)
  const was = cycle.satisfaction?.score
  if (was === score) return
  ticket.cycles = [...ticket.cycles.slice(0, -1), { ...cycle, satisfaction: { score, by: actor, at: now } }]
  tell(draft, 'ticket.rated', { cycle: cycle.n, score, ...(was !== undefined && { was }) })
}

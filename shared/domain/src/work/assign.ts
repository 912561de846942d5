import type { Actor } from '@huiyin/schemas/actor.ts'
import type { AssignedHow, Assignee, Ticket } from '@huiyin/schemas/ticket.ts'
import { caseClosed } from '../cases/refusals.ts'
import { type Draft, tell } from '../draft.ts'
import { somebodyWasFaster } from '../errors.ts'
import { checkMay } from '../roles/check-may.ts'
import type { WorkOf } from './commands.ts'

/**
 * Who has a ticket in hand: one person, or nobody. It stays when the case closes, and is there again when it is
 * reopened; of two tickets that are merged the elder keeps its own. Whoever acknowledges a ticket has it in hand no
 * more than before.
 */

export const isOpen = ({ status }: Pick<Ticket, 'status'>): boolean => status === 'open' || status === 'handling'

/** Given again to whom has it, it stays as it is. Throws NOT_ALLOWED, TICKET_CLOSED, SOMEBODY_WAS_FASTER. */
export function assignTicket(draft: Draft, { to, from }: WorkOf<'assign'>): void {
  const { ticket, actor } = draft
  checkMay(actor, 'ticket.assign')
  if (!isOpen(ticket)) throw caseClosed(ticket)
  if (ticket.assigned?.to.id === to.id) return
  refuseUnseen(ticket, from)
  give(draft, to, 'hand')
}

/** What nobody has, nobody takes away. Throws NOT_ALLOWED, SOMEBODY_WAS_FASTER. */
export function unassignTicket(draft: Draft, { from }: WorkOf<'unassign'>): void {
  checkMay(draft.actor, 'ticket.assign')
  if (!draft.ticket.assigned) return
  refuseUnseen(draft.ticket, from)
  takeAway(draft, 'hand')
}

/** Only what is open and nobody has. */
export function assignByRule(draft: Draft, { to, rule }: WorkOf<'assigned.by-rule'>): void {
  const { ticket } = draft
  if (isOpen(ticket) && !ticket.assigned) give(draft, to, 'rule', { rule })
}

/** Only what they still have. */
export function handOver(draft: Draft, { from, to }: WorkOf<'handed.over'>): void {
  if (draft.ticket.assigned?.to.id !== from || to?.id === from) return
  if (to) give(draft, to, 'hand-over')
  else takeAway(draft, 'hand-over')
}

/** Over whom the author did not see, nobody assigns. */
function refuseUnseen({ assigned }: Ticket, from: string | undefined): void {
  if (!assigned || assigned.to.id === from) return
  throw somebodyWasFaster(assigned.how === 'rule' ? assigned.to.name : nameOf(assigned.by))
}

const nameOf = ({ name }: Actor) => name

function give(draft: Draft, to: Assignee, how: AssignedHow, data: { rule?: string } = {}): void {
  const { ticket, actor, now } = draft
  const from = ticket.assigned?.to.id ?? null
  ticket.assigned = { to: { id: to.id, name: to.name }, by: actor, at: now, how }
  tell(draft, 'ticket.assigned', { to: to.id, from, how, ...data })
}

function takeAway(draft: Draft, how: AssignedHow): void {
  const { ticket } = draft
  const from = ticket.assigned?.to.id ?? null
  delete ticket.assigned
  tell(draft, 'ticket.unassigned', { from, how })
}

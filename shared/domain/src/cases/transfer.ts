import { repromise } from '../clocks/repromise.ts'
import { type Draft, tell } from '../draft.ts'
import type { CaseActOf } from './commands.ts'
import { checkGoesOn, endDispatch, idBy, sendDispatch } from './dispatch.ts'
import { activeDispatch } from './dispatch-state.ts'
import { sameDepartment } from './refusals.ts'
import { checkOffice, checkTakesAway } from './who.ts'

/**
 * R23: the ticket goes to another department, and what was dispatched of it is dispatched there anew with the same
 * request, on a LEG of its own from now. The citizen's clocks are never reset; where the new department has other
 * promises they are carried over (R22).
 * Throws SAME_DEPARTMENT, NOT_ALLOWED, TICKET_CLOSED.
 */
export function transferTicket(draft: Draft, act: CaseActOf<'transfer'>): void {
  const { ticket, actor } = draft
  const { department, reason } = act
  checkGoesOn(ticket)
  const active = activeDispatch(ticket)
  const moves = active && active.department !== department
  if (department === ticket.department && !moves) throw sameDepartment(department)
  if (moves) checkTakesAway(actor, active)
  checkOffice(actor, 'transfer it')
  if (moves) endDispatch(draft, active, 'superseded', reason)
  moveDepartment(draft, department, reason)
  if (!moves) return
  const { request, assisting } = active
  sendDispatch(draft, { id: idBy(draft, act), department, request, ...(assisting && { assisting }) })
}

/** The ticket is that department's; nothing happens when it is already. */
export function moveDepartment(draft: Draft, department: string, why: string): void {
  const { ticket } = draft
  const was = ticket.department
  if (was === department) return
  ticket.department = department
  tell(draft, 'ticket.transferred', { department, wasDepartment: was ?? null, why: why.slice(0, 100) })
  repromise(draft, 'transferred')
}

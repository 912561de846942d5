import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import { stopLeg } from '../clocks/leg.ts'
import { type Draft, tell } from '../draft.ts'
import type { CaseActOf } from './commands.ts'
import {
  activeOf,
  checkGoesOn,
  dispatchesOfCycle,
  endDispatch,
  idBy,
  keepDispatch,
  lastDispatch,
  sendDispatch
} from './dispatch.ts'
import { activeDispatch } from './dispatch-state.ts'
import { handledBy } from './link.ts'
import { bounceFinal, bounceTooLate, groundsNeeded, nothingToRule } from './refusals.ts'
import { departmentKnows } from './told-department.ts'
import { moveDepartment } from './transfer.ts'
import { checkAdjudicates } from './who.ts'

const bouncedIn = (ticket: Ticket) => dispatchesOfCycle(ticket).filter(({ state }) => state === 'bounced')

/**
 * R24: a department sends back what is not its own, inside the window, with the grounds and whose it is. The ticket
 * stays where it was, and the citizen's clocks run on; the time is charged to the routing (`routingMs`), not to the
 * department.
 * Throws BOUNCE_TOO_LATE, BOUNCE_FINAL, GROUNDS_NEEDED, NOT_ALLOWED, DISPATCH_NOT_FOUND, DISPATCH_OVER.
 */
export function bounce(draft: Draft, { dispatch: id, grounds, proposes }: CaseActOf<'dispatch.bounce'>): void {
  const { ticket, actor, now } = draft
  const dispatch = handledBy(draft, activeOf(ticket, id), 'send back')
  checkFinality(draft)
  checkWindow(draft, dispatch)
  if (grounds.trim() === '') throw groundsNeeded('the grounds in law or duty for which it is not yours')
  if (proposes.trim() === '' || proposes === dispatch.department)
    throw groundsNeeded('the name of another department whose it is')
  keepDispatch(ticket, {
    ...dispatch,
    state: 'bounced',
    bounce: { by: actor, at: now, grounds, proposes },
    endedAt: now
  })
  tell(draft, 'dispatch.bounced', {
    dispatch: id,
    department: dispatch.department,
    proposes,
    times: bouncedIn(ticket).length,
    routingMs: now - dispatch.dispatchedAt
  })
  departmentKnows(draft, id, 'handed-over')
  stopLeg(draft, id, now, 'cancelled')
}

function checkFinality({ ticket, policy }: Draft): void {
  const { atMost } = policy.bounce
  if (dispatchesOfCycle(ticket).some(({ ruled }) => ruled)) throw bounceFinal('its owner was ruled')
  if (bouncedIn(ticket).length >= atMost)
    throw bounceFinal(`it was sent back ${atMost} times, and may be no more often`)
}

/** Like every promise, the window is over from the very moment it ends. */
function checkWindow({ policy, now }: Draft, { dispatchedAt }: Dispatch): void {
  const until = dispatchedAt + policy.bounce.within
  if (now >= until) throw bounceTooLate(until)
}

/**
 * R24: the adjudicator says whose it is, for good. Who has it already keeps it and the clock that runs; otherwise it
 * is dispatched anew with the same request, and the ticket goes to that department.
 * Throws NOTHING_TO_RULE, GROUNDS_NEEDED, NOT_ALLOWED, TICKET_CLOSED.
 */
export function rule(draft: Draft, act: CaseActOf<'dispatch.rule'>): void {
  const { ticket, actor, now } = draft
  const { department, grounds } = act
  checkAdjudicates(actor)
  checkGoesOn(ticket)
  if (grounds.trim() === '') throw groundsNeeded('the grounds of the ruling')
  const active = activeDispatch(ticket)
  const about = active ?? lastDispatch(ticket)
  if (!about || about.state === 'returned') throw nothingToRule(ticket.number)
  const ruled = { by: actor, at: now, grounds }
  const stays = active?.department === department
  const id = stays ? active.id : idBy(draft, act)
  tell(draft, 'dispatch.ruled', { dispatch: id, department })
  if (active && !stays) endDispatch(draft, active, 'superseded', 'ruled')
  moveDepartment(draft, department, 'ruled')
  if (stays) return keepDispatch(ticket, { ...active, ruled })
  const { request, assisting } = about
  sendDispatch(draft, { id, department, request, ruled, ...(assisting && { assisting }) })
}

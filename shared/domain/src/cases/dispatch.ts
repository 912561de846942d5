import { type Dispatch, LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'
import { startLeg, stopLeg } from '../clocks/leg.ts'
import { cycleOf } from '../current-cycle.ts'
import { type Draft, tell } from '../draft.ts'
import { digest } from '../ids.ts'
import { toldFrom } from '../undo/outgoing.ts'
import { keepAttachment } from './attach.ts'
import type { CaseActOf } from './commands.ts'
import { activeDispatch, isActive } from './dispatch-state.ts'
import { handledBy } from './link.ts'
import { caseClosed, dispatchActive, dispatchNotFound, dispatchOver, tooMany } from './refusals.ts'
import { departmentKnows, tellDepartment } from './told-department.ts'
import { checkOffice, checkTakesAway } from './who.ts'

/**
 * A department is asked to act: dispatched → signed → returned with a result, or bounced, or withdrawn. One is active
 * at a time. Its LEG runs from the dispatch, not from when the department accepts it (R23): to the signature, then to
 * the result. No act on a dispatch moves what was promised to the citizen.
 */

/** What was dispatched last in this cycle and stood; how far the case has come with the departments. */
export const lastDispatch = (ticket: Ticket): Dispatch | undefined =>
  dispatchesOfCycle(ticket).findLast(({ state }) => state !== 'withdrawn')

/** Those of the cycle that runs now, or ran last. */
export const dispatchesOfCycle = ({ dispatches, cycles }: Ticket): Dispatch[] =>
  dispatches.filter(({ cycle }) => cycle === cycleOf({ cycles }).n)

/** Throws TICKET_CLOSED when nothing of the case is to be done any more. */
export function checkGoesOn(ticket: Ticket): void {
  if (ticket.status !== 'open' && ticket.status !== 'handling') throw caseClosed(ticket)
}

/** The id of what an act makes. */
export const idBy = ({ ticket }: Draft, { id }: { id: string }): string => digest(`${ticket.id}/${id}`)

/** Throws NOT_ALLOWED, DISPATCH_ACTIVE while a department has it, TICKET_CLOSED, TOO_MANY. */
export function sendToDepartment(draft: Draft, act: CaseActOf<'dispatch'>): void {
  checkOffice(draft.actor, 'dispatch it')
  checkGoesOn(draft.ticket)
  const active = activeDispatch(draft.ticket)
  if (active) throw dispatchActive(active)
  const { department, assisting, request } = act
  sendDispatch(draft, { id: idBy(draft, act), department, request, ...(assisting && { assisting }) })
}

type Sent = Pick<Dispatch, 'id' | 'department' | 'assisting' | 'request' | 'ruled'>

/** A new dispatch from now; people are told of it once it cannot be withdrawn unseen any more. The caller has seen to it that none is active. */
export function sendDispatch(draft: Draft, { assisting = [], ...of }: Sent): void {
  const { ticket, actor, now } = draft
  const others = [...new Set(assisting)].filter(name => name !== of.department)
  const { n: cycle } = cycleOf(ticket)
  const told = toldFrom(ticket, now)
  const dispatch: Dispatch = {
    ...of,
    ...(others.length > 0 && { assisting: others }),
    state: 'dispatched',
    cycle,
    by: actor,
    dispatchedAt: now,
    ...(told > now && { leavesAt: told })
  }
  ticket.dispatches = [...roomAmong(ticket.dispatches, cycle), dispatch]
  const n = tell(draft, 'dispatch.sent', {
    dispatch: of.id,
    department: of.department,
    assisting: others.length,
    cycle
  })
  startLeg(draft, dispatch, 'sign')
  tellDepartment(draft, dispatch, n, told)
}

/** What nothing depends on any more makes room: an earlier cycle's first, then what was withdrawn. */
function roomAmong(dispatches: readonly Dispatch[], cycle: number): readonly Dispatch[] {
  if (dispatches.length < LIMITS.dispatches) return dispatches
  const spare =
    dispatches.find(one => one.cycle < cycle && !isActive(one)) ??
    dispatches.find(({ state, ruled }) => state === 'withdrawn' && !ruled)
  if (!spare) throw tooMany('dispatches', LIMITS.dispatches)
  return dispatches.filter(one => one !== spare)
}

/** The dispatch, still active. Throws DISPATCH_NOT_FOUND, DISPATCH_OVER. */
export function activeOf(ticket: Ticket, id: string): Dispatch {
  const dispatch = ticket.dispatches.find(one => one.id === id)
  if (!dispatch) throw dispatchNotFound(id, ticket.number)
  if (!isActive(dispatch)) throw dispatchOver(dispatch)
  return dispatch
}

/** Puts a changed dispatch in the place of what it was. */
export function keepDispatch(ticket: Ticket, next: Dispatch): void {
  ticket.dispatches = ticket.dispatches.map(one => (one.id === next.id ? next : one))
}

/** Throws DISPATCH_OVER when it is signed for already. */
export function signFor(draft: Draft, { dispatch: id }: CaseActOf<'dispatch.sign'>): void {
  const dispatch = handledBy(draft, activeOf(draft.ticket, id), 'sign for')
  if (dispatch.state === 'signed') throw dispatchOver(dispatch)
  sign(draft, dispatch)
}

function sign(draft: Draft, dispatch: Dispatch): Dispatch {
  const { ticket, actor, now } = draft
  const signed: Dispatch = { ...dispatch, state: 'signed', signedBy: actor, signedAt: now }
  keepDispatch(ticket, signed)
  tell(draft, 'dispatch.signed', { dispatch: dispatch.id, after: now - dispatch.dispatchedAt })
  departmentKnows(draft, dispatch.id, 'replied')
  stopLeg(draft, dispatch.id, now)
  startLeg(draft, signed, 'handle')
  return signed
}

/** The result stands, with its files; what was not signed for counts as signed for now. */
export function returnResult(draft: Draft, act: CaseActOf<'dispatch.return'>): void {
  const { ticket, actor, now } = draft
  const { dispatch: id, text, attachments = [] } = act
  const found = handledBy(draft, activeOf(ticket, id), 'return the result of')
  for (const one of attachments) keepAttachment(draft, { ...one, dispatch: id })
  const dispatch = found.state === 'signed' ? found : sign(draft, found)
  keepDispatch(ticket, { ...dispatch, state: 'returned', result: { text, by: actor, at: now }, endedAt: now })
  tell(draft, 'dispatch.returned', { dispatch: id, after: now - dispatch.dispatchedAt })
  stopLeg(draft, id, now)
}

/** Its clock is cancelled: nobody was late (R9). Throws DISPATCH_NOT_FOUND, DISPATCH_OVER, NOT_ALLOWED. */
export function withdraw(draft: Draft, { dispatch: id, reason }: CaseActOf<'dispatch.withdraw'>): void {
  const dispatch = activeOf(draft.ticket, id)
  checkTakesAway(draft.actor, dispatch)
  endDispatch(draft, dispatch, 'cancelled', reason)
}

/** The department has it no more. `superseded`: another has it instead. */
export function endDispatch(
  draft: Draft,
  dispatch: Dispatch,
  outcome: 'cancelled' | 'superseded',
  reason: string
): void {
  const { ticket, now } = draft
  keepDispatch(ticket, { ...dispatch, state: 'withdrawn', endedAt: now })
  tell(draft, 'dispatch.withdrawn', {
    dispatch: dispatch.id,
    department: dispatch.department,
    why: reason.slice(0, 100)
  })
  departmentKnows(draft, dispatch.id, outcome === 'superseded' ? 'handed-over' : 'closed')
  stopLeg(draft, dispatch.id, now, outcome)
}

/** The case is closed: no department needs to act on it any more. */
export function withdrawActive(draft: Draft, why: string): void {
  const active = activeDispatch(draft.ticket)
  if (active) endDispatch(draft, active, 'cancelled', why)
}

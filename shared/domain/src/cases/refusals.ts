import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import { type ErrorCode, HuiyinError } from '../errors.ts'

/** Why an act on a case is refused, and what to do instead. */

const refusal =
  <A extends unknown[]>(code: ErrorCode, message: (...of: A) => string) =>
  (...of: A) =>
    new HuiyinError(code, message(...of))

const shown = (instant: number) => new Date(instant).toISOString()

export const caseClosed = refusal('TICKET_CLOSED', ({ number, status, mergedInto }: Ticket) =>
  status === 'merged'
    ? `Ticket ${number} goes on in ticket ${mergedInto}; act on that one`
    : `Ticket ${number} is ${status}; reopen it before you act on it`
)

/** `what` such as `sign for a dispatch to 住建局`. */
export const notYours = refusal('NOT_ALLOWED', (what: string, who: string) => `You may not ${what}; ${who} may`)

export const dispatchNotFound = refusal(
  'DISPATCH_NOT_FOUND',
  (id: string, number: string) => `Ticket ${number} has no dispatch "${id}"`
)
export const dispatchActive = refusal(
  'DISPATCH_ACTIVE',
  ({ department }: Dispatch) => `${department} has it; withdraw or transfer that dispatch first`
)
export const dispatchOver = refusal(
  'DISPATCH_OVER',
  ({ department, state }: Dispatch) => `The dispatch to ${department} is ${state} already`
)
export const bounceTooLate = refusal(
  'BOUNCE_TOO_LATE',
  (until: number) => `It could be sent back until ${shown(until)}; ask the county office for a ruling`
)
export const bounceFinal = refusal(
  'BOUNCE_FINAL',
  (why: string) => `It cannot be sent back any more: ${why}; ask the county office for a ruling`
)
export const groundsNeeded = refusal('GROUNDS_NEEDED', (what: string) => `Expected ${what}; none came`)
export const nothingToRule = refusal(
  'NOTHING_TO_RULE',
  (number: string) => `Nothing of ticket ${number} is with a department or was sent back by one; dispatch it`
)
export const sameDepartment = refusal('SAME_DEPARTMENT', (department: string) => `${department} has it already`)

export const askNotFound = refusal(
  'ASK_NOT_FOUND',
  (id: string, number: string) => `Nobody asked "${id}" on ticket ${number}`
)
export const askOpen = refusal(
  'ASK_OPEN',
  (who: string) => `${who} has asked for that already; it waits for a decision`
)
export const askDecided = refusal('ASK_DECIDED', (why: string) => `There is nothing to decide any more: ${why}`)
export const secondPersonNeeded = refusal(
  'SECOND_PERSON_NEEDED',
  (who: string) => `${who} asked for it; another person decides`
)
export const outsiderNeeded = refusal(
  'OUTSIDER_NEEDED',
  (department: string) => `What is asked for ${department} is decided by somebody outside it`
)
export const tooLate = refusal(
  'TOO_LATE',
  (what: string, since: number) => `${what} was possible until ${shown(since)} only`
)
export const untilNotAllowed = refusal(
  'UNTIL_NOT_ALLOWED',
  (after: number, until: number | undefined, came: number | undefined) =>
    `Expected a time after ${shown(after)}${until === undefined ? '' : ` and no later than ${shown(until)}`}; ` +
    (came === undefined ? 'none came' : `${shown(came)} came`)
)
export const extendedAlready = refusal(
  'TOO_MANY',
  (number: string) => `Ticket ${number} was given longer time once; it is not given a second time`
)
export const interimReplyNeeded = refusal(
  'INTERIM_REPLY_NEEDED',
  () => 'Tell the citizen first how it stands: an interim reply must be public before you ask for longer time'
)
export const notUrgent = refusal('NOT_URGENT', (number: string) => `Ticket ${number} is not urgent`)
export const noResultPromised = refusal(
  'CLOCK_NOT_RUNNING',
  (number: string) => `No result is promised on ticket ${number}, so there is no time to make longer`
)
export const answerOwed = refusal(
  'ANSWER_OWED',
  (number: string) => `A citizen still waits for an answer on ticket ${number}; it cannot be closed before that`
)
export const exceptionNeeded = refusal(
  'EXCEPTION_NEEDED',
  ({ number, label }: Ticket) =>
    `Ticket ${number} is a ${label}: dispatch it and tell its result; or answer it and ask for closing without a ` +
    'result, which another person grants; or correct its label if it is none'
)
export const notClosedYet = refusal(
  'NOT_CLOSED_YET',
  (number: string) => `Ticket ${number} is not done; the citizen is asked afterwards how content they are`
)
export const supervisionNotFound = refusal(
  'SUPERVISION_NOT_FOUND',
  (id: string, number: string) => `Ticket ${number} is not watched under "${id}"`
)
export const tooMany = refusal(
  'TOO_MANY',
  (what: string, most: number) => `A ticket keeps ${most} ${what} at most, and all of them still count`
)

export const fileTooMuch = refusal(
  'ATTACHMENT_REFUSED',
  (atMost: number) =>
    `Expected ${atMost / 1024 / 1024} MB at most of all files of one dispatch or ticket; it has more with this`
)

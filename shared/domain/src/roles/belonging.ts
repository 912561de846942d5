import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'
import { activeDispatch, departmentsOf } from '../cases/dispatch-state.ts'
import { accountId } from '../ids.ts'
import type { Belonging } from './may-do.ts'

type OfAccount = { platform: string; account: string }

export const ofAccount = ({ platform, account }: OfAccount): Belonging => ({
  account: accountId({ platform, id: account })
})

/**
 * Every department that a ticket was dispatched to: they go on seeing what they had a part in. What was taken back before
 * anybody was told of it was never theirs.
 */
export const departmentsOn = ({ dispatches }: Pick<Ticket, 'dispatches'>): string[] => [
  ...new Set(dispatches.filter(one => !isUnsent(one)).flatMap(departmentsOf))
]

const isUnsent = ({ state, signedAt, endedAt = Infinity, leavesAt = 0 }: Dispatch) =>
  state === 'withdrawn' && signedAt === undefined && endedAt < leavesAt

/** What a ticket belongs to. */
export const ofTicket = (ticket: Pick<Ticket, 'platform' | 'account' | 'dispatches'>): Belonging => ({
  ...ofAccount(ticket),
  department: departmentsOn(ticket)
})

/** What a ticket belongs to where only who has it now counts. */
export function ofTicketNow(ticket: Ticket): Belonging {
  const active = activeDispatch(ticket)
  return { ...ofAccount(ticket), department: active ? departmentsOf(active) : [] }
}

import type { Dispatch, Ticket } from '@huiyin/schemas/ticket.ts'

/** It is with a department: sent or signed for, and not over. */
export const isActive = ({ state }: Dispatch) => state === 'dispatched' || state === 'signed'

/** The dispatch that a department has now. */
export const activeDispatch = ({ dispatches }: Ticket): Dispatch | undefined => dispatches.find(isActive)

/** The departments that a dispatch is with: the one that leads, and those that assist. */
export const departmentsOf = ({ department, assisting = [] }: Dispatch): readonly string[] => [department, ...assisting]

import type { Cycle, Ticket } from '@huiyin/schemas/ticket.ts'

/** The cycle that the case is in (R20). */
export const cycleOf = ({ cycles }: Pick<Ticket, 'cycles'>): Cycle => cycles.at(-1)!

import { LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'
import { HuiyinError } from '../errors.ts'

/** Why two tickets are not linked or unlinked, and what to do instead. */

export const alreadyMerged = ({ number }: Ticket) =>
  new HuiyinError('ALREADY_MERGED', `Ticket ${number} goes on in an elder ticket already; split it before you merge it`)

export const notTheYounger = ({ number }: Ticket, other: string) =>
  new HuiyinError('NOT_THE_YOUNGER', `Ticket ${number} is not younger than ${other}; the younger joins the elder`)

export const intoMerged = (number: string, elder: string) =>
  new HuiyinError('INTO_MERGED', `Ticket ${number} goes on in ticket "${elder}"; merge into that one`)

export const notMerged = ({ number }: Ticket) =>
  new HuiyinError('NOT_MERGED', `Ticket ${number} has joined no other; there is nothing to split`)

export const stillSupervised = ({ number }: Ticket) =>
  new HuiyinError(
    'STILL_SUPERVISED',
    `Ticket ${number} is watched; end that, or watch the elder one, before you merge it`
  )

export const tooManyLinks = (number: string) =>
  new HuiyinError('TOO_MANY', `Ticket ${number} has ${LIMITS.links} links, and keeps no more`)

import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type KeptProposal, proposalId } from '@huiyin/domain/proposals/proposed.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { ReplyBody } from '@huiyin/schemas/api.ts'
import type { Proposed } from '@huiyin/schemas/reply.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

const KIND = 'proposal'

type Kept = { records: Pick<Records, 'get' | 'create'> }

/** The same text proposed twice on a ticket is one proposal. */
export async function keepProposal({ records }: Kept, id: string, value: KeptProposal): Promise<void> {
  await records.create(KIND, { id, value })
}

async function isThere({ records }: Kept, id: string, ticket: Ticket): Promise<boolean> {
  const found = await records.get<KeptProposal>(KIND, id)
  return found?.document.value.ticket === ticket.id
}

/** Whether a text is what a machine proposed for the ticket, to the last letter. */
export const isAsProposed = (kept: Kept, ticket: Ticket, text: string) =>
  isThere(kept, proposalId(ticket.id, text), ticket)

/**
 * How a reply began with a proposal; that it was left as it is is found out here, not believed.
 * Throws PROPOSAL_NOT_FOUND for one that the ticket does not have.
 */
export async function proposedFor(
  kept: Kept,
  ticket: Ticket,
  { text, proposal }: ReplyBody
): Promise<Proposed | undefined> {
  const id = proposalId(ticket.id, text)
  if (proposal !== undefined && !(await isThere(kept, proposal, ticket))) throw proposalNotFound(ticket)
  if (await isThere(kept, id, ticket)) return { id, unchanged: true }
  return proposal === undefined ? undefined : { id: proposal, unchanged: false }
}

const proposalNotFound = ({ number }: Ticket) =>
  new HuiyinError('PROPOSAL_NOT_FOUND', `Ticket ${number} has no such proposal; leave "proposal" out, or ask for one`)

import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Clock, Owed, Reply, Ticket } from '@huiyin/schemas/ticket.ts'

/** What an act of linking looks at in the other ticket: what never changes, and whether it can be joined. */
export type LinkEnd = Pick<Ticket, 'id' | 'key' | 'number' | 'bornAt' | 'mergedInto'> & {
  /** As many tickets have joined it as one may keep. */
  full?: boolean
}

/** `id` is the Idempotency-Key. */
type By = { actor: Actor; id: string }
type OfMerge = { seen: number; into: LinkEnd }
type OfSplit = { seen: number; reason: string }

/** What people decide on the younger of two tickets; `seen` is the number of the last turn that they saw. */
export type LinkAct =
  | ({ type: 'merge' } & By & OfMerge)
  | ({ type: 'split' } & By & OfSplit)
  | ({ type: 'relate'; other: LinkEnd } & By)
  | ({ type: 'unrelate'; other: string } & By)

/** How the younger ticket stood at its event `n`: the elder takes over who is owed an answer there. */
type Absorbed = {
  from: string
  number: string
  n: number
  owed: readonly Owed[]
  /** When those were answered that it does not owe any more, by id of the comment; UTC in ms. */
  answered: Readonly<Record<string, number>>
  urgent: boolean
  /** It was not done when it joined. */
  unfinished: boolean
  /** Its replies are locked until a head releases them: why, and since when. */
  lock?: { why: string; since: number }
  /** The clocks that the merge ended, while they are still about what is owed. */
  answer?: Clock
  close?: Clock
}

/** The elder's public reply, to be given to those who joined it. */
export type ElderReply = Pick<Reply, 'id' | 'kind' | 'answers' | 'text' | 'hash' | 'author' | 'draftedAt'> &
  Partial<Pick<Reply, 'important' | 'template' | 'reviewedBy' | 'reviewedAt' | 'selfReviewed' | 'approvedBy'>>

/** What the tickets at the two ends of a link tell each other, delivered by the desk. */
export type LinkNews =
  | ({ type: 'ticket.absorbed'; actor: Actor } & Absorbed)
  | { type: 'ticket.parted'; actor: Actor; from: string; n: number }
  | { type: 'elder.replied'; actor: Actor; elder: string; reply: ElderReply }
  | { type: 'ticket.related'; actor: Actor; from: string; n: number }
  | { type: 'ticket.unrelated'; actor: Actor; from: string; n: number }

export type LinkCommand = LinkAct | LinkNews

/** One command of the union by its name. */
export type LinkOf<T extends LinkCommand['type']> = Extract<LinkCommand, { type: T }>

/** The younger joins the elder (R26); see `directed`. */
export const mergeTicket = (of: By & OfMerge): LinkAct => ({ type: 'merge', ...of })
/** Undoes a merge: the younger goes on alone. */
export const splitTicket = (of: By & OfSplit): LinkAct => ({ type: 'split', ...of })
/** Says of the younger that it belongs to another case as well; both go on. */
export const relateTicket = (of: By & { other: LinkEnd }): LinkAct => ({ type: 'relate', ...of })
/** Takes that back; `other` is a ticket's id. */
export const unrelateTicket = (of: By & { other: string }): LinkAct => ({ type: 'unrelate', ...of })

import { LIMITS, type Owed, type Ticket, type Turn } from '@huiyin/schemas/ticket.ts'

/** What of a text stands in the ticket: its first 100 characters. */
export const excerpt = (text: string) => Array.from(text).slice(0, 100).join('')

/** The turns that a ticket keeps are the newest by their time. */
export function addTurn(ticket: Ticket, turn: Turn): void {
  ticket.turns = [...ticket.turns, turn].toSorted((a, b) => a.at - b.at).slice(-LIMITS.turns)
}

/** `comment` is an id; the turn stays, and says that it is gone (R28), and when it was us who had it removed. */
export function markDeleted(ticket: Ticket, comment: string, byOffice = false): void {
  const mark = { deleted: true, ...(byOffice && { byOffice }) }
  ticket.turns = ticket.turns.map(turn => (turn.comment === comment ? { ...turn, ...mark } : turn))
}

/**
 * What was deleted since it was answered or set aside is not owed again (R28); what we had removed is: nobody settles
 * a complaint by deleting it.
 */
export const isThere = ({ turns }: Ticket, { comment }: Pick<Owed, 'comment'>): boolean =>
  !turns.some(turn => turn.comment === comment && turn.deleted && !turn.byOffice)

/** Whether a comment, met already, has not been a turn: it is none of those kept, and none older was let go. */
export const neverWasTurn = ({ turns }: Ticket, { id, publishedAt }: { id: string; publishedAt: number }): boolean =>
  !turns.some(({ comment }) => comment === id) && (turns.length < LIMITS.turns || publishedAt > turns[0]!.at)

import type { ShareRule } from '@huiyin/schemas/share-rule.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { inOrder, type Share, type Sharers, shareOf, withShare } from './shares.ts'

export type SharedOut = {
  /** In the order of the tickets. */
  shares: (Share & { ticket: string })[]
  /** Ids of the tickets that stay with nobody. */
  left: string[]
  sharers: Sharers
  /** The number of the last share. */
  last: number
}

/** How tickets fall, one after the other, when `last` shares were given before. The same of the same. */
export function shareOut(
  tickets: readonly Ticket[],
  rules: readonly ShareRule[],
  { sharers, last }: Pick<SharedOut, 'sharers' | 'last'>
): SharedOut {
  const ordered = inOrder(rules)
  const out: SharedOut = { shares: [], left: [], sharers, last }
  for (const ticket of tickets) {
    const share = shareOf(ticket, ordered, out.sharers)
    if (!share) {
      out.left.push(ticket.id)
      continue
    }
    out.last += 1
    out.sharers = withShare(out.sharers, share, out.last)
    out.shares.push({ ...share, ticket: ticket.id })
  }
  return out
}

import { type Heard, LIMITS, type Owed, type Ticket } from '@huiyin/schemas/ticket.ts'
import { digest } from '../ids.ts'

/**
 * What an elder ticket keeps of each younger one that points at it: the number `n` of the younger's last event then,
 * and what it owed. Of two tellings the one with the greater `n` counts, in whatever order they come.
 */

/** What is owed to the ticket's own citizen. */
export const ownOwed = ({ owed }: Pick<Ticket, 'owed'>): Owed[] => owed.filter(({ via }) => via === undefined)

/** Whether the telling is no newer than what is known. */
export const isOld = ({ heard }: Pick<Ticket, 'heard'>, { from, n }: { from: string; n: number }): boolean =>
  (heard?.[from]?.n ?? 0) >= n

/** In place of what was heard of that ticket before. */
export function keepHeard(ticket: Ticket, from: string, heard: Heard): void {
  ticket.heard = { ...ticket.heard, [from]: heard }
}

/** One comment owed, in few letters. */
const mark = ({ comment, urgent }: Owed): string => `${digest(comment)}${urgent ? '!' : ''}`

/** What is owed, as `Heard` keeps it. */
export const marksOf = (owed: readonly Owed[]): string[] => owed.map(mark)

/**
 * Takes over what a younger ticket owes now; what no younger ticket owes any more goes. What was lowered here stays so.
 * Answers what is new or has become urgent there, and what went.
 */
export function takeOwed(
  ticket: Ticket,
  from: string,
  owed: readonly Owed[],
  heard: Heard
): { fresh: Owed[]; gone: Owed[] } {
  const before = new Set(ticket.heard?.[from]?.owed)
  keepHeard(ticket, from, heard)
  const claimed = new Set(Object.values(ticket.heard!).flatMap(({ owed = [] }) => owed))
  const gone = ticket.owed.filter(one => one.via !== undefined && !isClaimed(claimed, one))
  const known = new Set(ticket.owed.map(({ comment }) => comment))
  const raised = ({ urgent, comment }: Owed) => urgent === true && before.has(digest(comment))
  const dismissed = (one: Owed) => ticket.status === 'dismissed' && isClaimed(before, one)
  const fresh = owed
    .filter(one => (!known.has(one.comment) && !dismissed(one)) || raised(one))
    .map(one => ({ ...one, via: one.via ?? from }))
  const replaced = new Set([...gone, ...fresh].map(({ comment }) => comment))
  ticket.owed = withinLimit([...ticket.owed.filter(({ comment }) => !replaced.has(comment)), ...fresh])
  return { fresh, gone }
}

const isClaimed = (marks: ReadonlySet<string>, { comment }: Owed) =>
  marks.has(digest(comment)) || marks.has(`${digest(comment)}!`)

/** The oldest of each ticket stands first in line, so that everyone gets an answer and tells what is left. */
function withinLimit(owed: readonly Owed[]): Owed[] {
  const byAge = owed.toSorted((a, b) => a.publishedAt - b.publishedAt)
  if (byAge.length <= LIMITS.owed) return byAge
  const first = new Set(new Map(byAge.toReversed().map(one => [one.via, one])).values())
  const line = [...first, ...byAge.filter(one => !first.has(one))].slice(0, LIMITS.owed)
  return line.toSorted((a, b) => a.publishedAt - b.publishedAt)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const APART = 10 * MINUTE
const AT_MOST = 2_000

/** The comments of one post that a complete pass did not meet, and when the first such pass began (ms, UTC). */
export type Missing = Record<string, number>

/** One walk through all the comments of a post, from the first page to the last. Instants are ms, UTC. */
export interface Pass {
  startedAt: number
  seen: ReadonlySet<string>
  /** The comments under the post that are visible as far as we know. */
  held: readonly { id: string; publishedAt: number; firstObservedAt: number }[]
  /** How many comments the platform counts, where it does. */
  total?: number
}

/**
 * What a complete pass says about comments that are there no more: `gone` are those that two passes at least 10 minutes
 * apart did not meet, for a row that shifts between two pages is missed by one. One met again is forgotten.
 */
export function afterPass(missing: Missing, pass: Pass): { missing: Missing; gone: string[] } {
  const missed = pass.held.filter(({ id, firstObservedAt }) => firstObservedAt < pass.startedAt && !pass.seen.has(id))
  if (wasCutShort(pass, missed.length)) return { missing, gone: [] }
  const since = ({ id }: { id: string }) => (Object.hasOwn(missing, id) ? missing[id]! : pass.startedAt)
  const isGone = (comment: { id: string }) => pass.startedAt - since(comment) >= APART
  const still = missed.filter(comment => !isGone(comment)).map(comment => [comment.id, since(comment)] as const)
  still.sort(([, a], [, b]) => a - b)
  return {
    missing: Object.fromEntries(still.slice(0, AT_MOST)), // those left out are missed anew by the next pass
    gone: missed.filter(isGone).map(({ id }) => id)
  }
}

const MANY = 20

/** Most of what is held is missing, and the platform counts far more than it showed: the list ended early. */
const wasCutShort = ({ held, seen, total }: Pass, missed: number): boolean =>
  total !== undefined && missed > MANY && missed > held.length / 2 && total > seen.size + missed / 2

const EVERY: readonly { upTo: number; every: number }[] = [
  { upTo: 6 * HOUR, every: 15 * MINUTE },
  { upTo: 72 * HOUR, every: HOUR },
  { upTo: 7 * DAY, every: 6 * HOUR },
  { upTo: 30 * DAY, every: DAY },
  { upTo: 90 * DAY, every: 7 * DAY }
]

/** How long from one complete pass to the next, in ms, by how long ago something last happened under the post (ms); Infinity: no more. */
export const nextPassAfter = (ageMs: number): number => EVERY.find(({ upTo }) => ageMs <= upTo)?.every ?? Infinity

const MINUTE = 60_000
const WEEK = 7 * 24 * 60 * MINUTE

/** How long until the likes and replies of a comment so old (ms) are looked at again, in ms; Infinity: no more. */
export const nextLookAfter = (ageMs: number): number => (ageMs > WEEK ? Infinity : Math.max(15 * MINUTE, ageMs / 4))

/** The last of 0, 1, 2, 5, 10, 20, 50, 100 … that a count has reached. */
export function stepOf(count: number): number {
  if (!(count >= 1)) return 0
  const power = Number(`1e${Math.floor(count).toString().length - 1}`)
  const first = count / power
  return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1)
}

/** Whether it is worth an event: a step was crossed, up or down. What is not told now says nothing. */
export function saysMore(
  before: { likes?: number; replies?: number },
  now: { likes?: number; replies?: number }
): boolean {
  return crossed(before.likes, now.likes) || crossed(before.replies, now.replies)
}

const crossed = (before: number | undefined, now: number | undefined) =>
  now !== undefined && stepOf(before ?? 0) !== stepOf(now)

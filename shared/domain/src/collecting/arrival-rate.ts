const HOUR = 3_600_000

/** What was seen before counts half after so long. */
const HALF_LIFE = 6 * HOUR

/** What a post may expect before anything is known of it: comments per ms at its publication. */
const PRIOR = 2 / HOUR
const PRIOR_HALF_LIFE = 12 * HOUR
/** However old a post, somebody may still write: one comment in 30 days. */
const PRIOR_LEAST = 1 / (30 * 24 * HOUR)
/** As old is a post taken whose publication the platform does not tell. */
const AGE_UNTOLD = 24 * HOUR
/** The prior weighs as much as so long a look at the post, in ms. */
const PRIOR_EXPOSURE = HOUR

/** How many comments came in how much watched time (ms), what is longer ago counting less; as of `at` (ms, UTC). */
export type Rate = { events: number; exposure: number; at: number }

/** Nothing is known yet. */
export const NO_RATE = (at: number): Rate => ({ events: 0, exposure: 0, at })

/**
 * The rate with what was published between two instants (ms, UTC). Stretches may come in any order, but each only once:
 * learnt in pieces, late or at once they end in the same.
 */
export function learn(rate: Rate, arrivals: { comments: number; from: number; to: number }): Rate {
  const { comments, from, to } = arrivals
  const at = Math.max(rate.at, to)
  const length = Math.max(0, to - from)
  const exposure = (HALF_LIFE / Math.LN2) * (1 - fade(length)) * fade(at - to)
  const weight = length > 0 ? exposure / length : fade(at - to) // spread evenly over the stretch
  const old = fade(at - rate.at)
  return { events: rate.events * old + comments * weight, exposure: rate.exposure * old + exposure, at }
}

/**
 * Comments per ms that a post may expect now: what was seen of it, drawn to what posts of its age usually get, the more
 * so the less and the longer ago it was watched. Never 0. Instants are ms, UTC.
 */
export function expectedRate(rate: Rate, post: { publishedAt?: number }, now: number): number {
  const old = fade(Math.max(0, now - rate.at))
  const prior = priorRate(post.publishedAt === undefined ? AGE_UNTOLD : Math.max(0, now - post.publishedAt))
  return (PRIOR_EXPOSURE * prior + rate.events * old) / (PRIOR_EXPOSURE + rate.exposure * old)
}

const fade = (ms: number) => 2 ** (-ms / HALF_LIFE)

const priorRate = (age: number) => Math.max(PRIOR_LEAST, PRIOR * 2 ** (-age / PRIOR_HALF_LIFE))

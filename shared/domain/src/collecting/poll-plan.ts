const SECOND = 1_000
const DAY = 86_400_000
const FRESH_FOR = 72 * 3_600_000
const OLD_FOR = 30 * DAY

/** No post waits longer than so many times the bound. */
const CAP = 6
/** None is asked more often than every tenth of the bound, nor more than once a second. */
const FLOOR = 1 / 10
/** A post that nobody writes under still has a rate. */
const LEAST_RATE = 1e-12

export type PostAge = 'fresh' | 'old' | 'past'

/** A post as the plan sees it: `rate` is in comments per ms. */
export interface PlannedPost {
  id: string
  rate: number
  age: PostAge
}

/**
 * `fresh` up to 72 h after its publication or its last comment, `old` up to 30 days, then `past`; ms, UTC.
 * One of which nothing is known is `old`.
 */
export function ageClassOf(publishedAt: number | undefined, lastCommentAt: number | undefined, now: number): PostAge {
  const last = Math.max(publishedAt ?? -Infinity, lastCommentAt ?? -Infinity)
  if (last === -Infinity) return 'old'
  if (now - last <= FRESH_FOR) return 'fresh'
  return now - last <= OLD_FOR ? 'old' : 'past'
}

/**
 * How long to wait between two looks at each post, in ms: the fewest calls with which a comment of the class stands
 * unseen on average no longer than its bound (ms). A post is asked as the square root of its rate, within a floor and
 * a cap; `past` ones once a day.
 */
export function pollIntervals(
  posts: readonly PlannedPost[],
  bounds: { fresh: number; old: number }
): Map<string, number> {
  const intervals = new Map<string, number>()
  for (const age of ['fresh', 'old'] as const) {
    const ofAge = posts.filter(post => post.age === age)
    for (const [id, interval] of planned(ofAge, bounds[age])) intervals.set(id, interval)
  }
  for (const { id, age } of posts) if (age === 'past') intervals.set(id, DAY)
  return intervals
}

/**
 * The multiplier c of `T = c / √rate`, kept within floor and cap, grows with the mean delay: halved until the delay is
 * the bound. Whoever is held by floor or cap leaves the others' share to be solved anew by the same c.
 */
function planned(posts: readonly PlannedPost[], bound: number): [string, number][] {
  const floor = Math.max(SECOND, bound * FLOOR)
  const cap = Math.max(floor, bound * CAP)
  const rates = posts.map(({ rate }) => Math.max(LEAST_RATE, rate))
  const roots = rates.map(Math.sqrt)
  const interval = (c: number, i: number) => Math.min(cap, Math.max(floor, c / roots[i]!))
  const wanted = 2 * bound * sum(rates)
  const waits = (c: number) => sum(rates.map((rate, i) => rate * interval(c, i)))

  let [low, high] = [floor * Math.min(...roots), cap * Math.max(...roots)]
  for (let step = 0; step < 100 && high / low > 1 + 1e-9; step++) {
    const middle = Math.sqrt(low * high)
    if (waits(middle) <= wanted) low = middle
    else high = middle
  }
  return posts.map(({ id }, i) => [id, interval(low, i)])
}

/** What a plan asks, in calls per ms, where each look is one call. */
export const callsPerMsOf = (intervals: ReadonlyMap<string, number>): number =>
  sum([...intervals.values()].map(interval => 1 / interval))

/**
 * The plan with all intervals longer by one factor, when it needs more calls per ms than are allowed. At least one call
 * a day is taken for allowed, so that every interval has an end.
 */
export function stretch(
  intervals: ReadonlyMap<string, number>,
  callsPerMs: number,
  allowed: number
): { intervals: Map<string, number>; factor: number } {
  const factor = Math.max(1, callsPerMs / Math.max(allowed, 1 / DAY))
  return { intervals: new Map([...intervals].map(([id, interval]) => [id, interval * factor])), factor }
}

/** How often an inbox is asked for its comments to stand unseen for `bound` ms on average. */
export const inboxInterval = (bound: number): number => 2 * bound

/** How long a comment under one of these posts stands unseen on average, in ms; 0 without posts. */
export function expectedDelay(
  intervals: ReadonlyMap<string, number>,
  posts: readonly Pick<PlannedPost, 'id' | 'rate'>[]
): number {
  const known = posts
    .filter(({ id }) => intervals.has(id))
    .map(({ id, rate }) => ({ id, rate: Math.max(LEAST_RATE, rate) }))
  if (known.length === 0) return 0
  return sum(known.map(({ id, rate }) => (rate * intervals.get(id)!) / 2)) / sum(known.map(({ rate }) => rate))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

import fc from 'fast-check'
import t from 'tap'
import {
  ageClassOf,
  callsPerMsOf,
  expectedDelay,
  inboxInterval,
  type PlannedPost,
  pollIntervals,
  stretch
} from '../src/collecting/poll-plan.ts'

const SECOND = 1_000
const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOON = Date.UTC(2026, 10, 21, 4)

const bound = fc.integer({ min: 500, max: 2 * HOUR })
/** Comments per ms, from one in three years to a hundred a second. */
const rate = fc.double({ min: -11, max: -1, noNaN: true }).map(power => 10 ** power)
const posts = (max: number) =>
  fc
    .array(rate, { minLength: 1, maxLength: max })
    .map(rates => rates.map((rate, n): PlannedPost => ({ id: `p${n}`, rate, age: 'fresh' })))

const planned = (posts: readonly PlannedPost[], fresh: number) => pollIntervals(posts, { fresh, old: fresh })
const limits = (bound: number) => ({ floor: Math.max(SECOND, bound / 10), cap: 6 * bound })

/** The fewest calls found by trying: all but the last interval over a grid, the last as long as the bound then allows. */
function fewestCalls(posts: readonly PlannedPost[], bound: number): number {
  const { floor, cap } = limits(bound)
  const STEPS = 60
  const grid = Array.from({ length: STEPS + 1 }, (_, n) => floor * (cap / floor) ** (n / STEPS))
  const total = 2 * bound * posts.reduce((sum, { rate }) => sum + rate, 0)
  const best = ([post, ...rest]: readonly PlannedPost[], left: number): number => {
    if (!post) return 0
    if (rest.length === 0) {
      const longest = Math.min(cap, left / post.rate)
      return longest >= floor * (1 - 1e-12) ? 1 / longest : Infinity
    }
    return Math.min(...grid.map(interval => 1 / interval + best(rest, left - post.rate * interval)))
  }
  return best(posts, total)
}

t.test('the plan of looks', async t => {
  t.test('keeps the mean delay at the bound, and not below it', async () => {
    fc.assert(
      fc.property(posts(30), bound, (posts, bound) => {
        const delay = expectedDelay(planned(posts, bound), posts)
        return delay <= bound * (1 + 1e-9) && delay >= bound * (1 - 1e-6)
      }),
      { numRuns: 300 }
    )
  })

  t.test('needs no more calls than the best that trying finds, within 1 %', async () => {
    fc.assert(
      fc.property(posts(3), bound, (posts, bound) => {
        return callsPerMsOf(planned(posts, bound)) * 0.99 <= fewestCalls(posts, bound)
      }),
      { numRuns: 150 }
    )
  })

  t.test('asks as the square root of the rate where nothing holds it back', async t => {
    const intervals = planned(
      [
        { id: 'busy', rate: 4e-3, age: 'fresh' },
        { id: 'quiet', rate: 1e-3, age: 'fresh' }
      ],
      60 * SECOND
    )
    t.ok(Math.abs(intervals.get('quiet')! / intervals.get('busy')! - 2) < 1e-6)
  })

  t.test('never lets a busier post wait longer than a quieter one', async () => {
    fc.assert(
      fc.property(posts(30), bound, (posts, bound) => {
        const intervals = planned(posts, bound)
        const sorted = [...posts].sort((a, b) => a.rate - b.rate).map(({ id }) => intervals.get(id)!)
        return sorted.every((interval, n) => n === 0 || interval <= sorted[n - 1]!)
      })
    )
  })

  t.test('lets no post wait longer than six bounds, and asks none more often than once a second', async () => {
    fc.assert(
      fc.property(posts(30), bound, (posts, bound) => {
        const { floor, cap } = limits(bound)
        return [...planned(posts, bound).values()].every(
          interval => interval >= floor && interval <= Math.max(floor, cap) * (1 + 1e-12)
        )
      })
    )
  })

  t.test('gives one post alone twice the bound', async t => {
    const [interval] = planned([{ id: 'a', rate: 1e-4, age: 'fresh' }], 5_000).values()
    t.ok(Math.abs(interval! - 10_000) < 0.01)
    t.equal(inboxInterval(5_000), 10_000)
  })

  t.test('plans each age by its own bound, and looks at what is past once a day', async t => {
    const all: PlannedPost[] = [
      { id: 'a', rate: 1e-4, age: 'fresh' },
      { id: 'b', rate: 1e-4, age: 'old' },
      { id: 'c', rate: 1, age: 'past' }
    ]
    const intervals = pollIntervals(all, { fresh: 60 * SECOND, old: 600 * SECOND })
    t.ok(Math.abs(intervals.get('a')! - 120 * SECOND) < 0.1)
    t.ok(Math.abs(intervals.get('b')! - 1200 * SECOND) < 1)
    t.equal(intervals.get('c'), DAY)
    t.equal(pollIntervals([], { fresh: 500, old: 500 }).size, 0)
  })

  t.test('is made for posts without any rate too', async t => {
    const intervals = planned(
      [
        { id: 'a', rate: 0, age: 'fresh' },
        { id: 'b', rate: 1e-5, age: 'fresh' }
      ],
      SECOND
    )
    t.equal(intervals.get('a'), 6 * SECOND)
    t.ok(intervals.get('b')! > 0)
  })

  t.test('is stretched by one factor to the calls that are allowed, and left alone when they suffice', async () => {
    fc.assert(
      fc.property(posts(10), bound, fc.double({ min: 0, max: 3, noNaN: true }), (posts, bound, share) => {
        const plan = planned(posts, bound)
        const needed = callsPerMsOf(plan)
        const allowed = Math.max(1 / DAY, needed * share)
        const { intervals, factor } = stretch(plan, needed, needed * share)
        const same = [...plan].every(([id, interval]) => intervals.get(id) === interval * factor)
        return same && callsPerMsOf(intervals) <= allowed * (1 + 1e-9) && (factor === 1) === needed <= allowed
      })
    )
  })

  t.test('has an end for every interval even when nothing is allowed', async t => {
    const { intervals, factor } = stretch(new Map([['a', 1_000]]), 1 / 1_000, 0)
    t.equal(factor, DAY / 1_000)
    t.ok(Math.abs(intervals.get('a')! - DAY) < 1e-3)
    t.equal(stretch(new Map(), 0, Infinity).factor, 1)
  })

  t.test('delays of no posts are 0, and those that are not planned do not count', async t => {
    t.equal(expectedDelay(new Map(), []), 0)
    t.equal(
      expectedDelay(new Map([['a', 10]]), [
        { id: 'a', rate: 1 },
        { id: 'b', rate: 5 }
      ]),
      5
    )
  })
})

t.test('a post is fresh for 72 hours from its publication or its last comment, then old to its 30th day', async t => {
  t.equal(ageClassOf(NOON - 72 * HOUR, undefined, NOON), 'fresh')
  t.equal(ageClassOf(NOON - 72 * HOUR - 1, undefined, NOON), 'old')
  t.equal(ageClassOf(NOON - 300 * DAY, NOON - HOUR, NOON), 'fresh')
  t.equal(ageClassOf(undefined, NOON - 30 * DAY, NOON), 'old')
  t.equal(ageClassOf(NOON - 30 * DAY - 1, NOON - 31 * DAY, NOON), 'past')
  t.equal(ageClassOf(undefined, undefined, NOON), 'old')
  t.equal(ageClassOf(NOON + HOUR, undefined, NOON), 'fresh')
})

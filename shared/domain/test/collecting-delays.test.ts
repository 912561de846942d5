import fc from 'fast-check'
import t from 'tap'
import { addDelay, type Delays, NO_DELAYS, standingOf } from '../src/collecting/delays.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOON = Date.UTC(2026, 10, 21, 4)

const after = (delays: readonly number[], at = NOON) =>
  delays.reduce<Delays>((all, delay) => addDelay(all, delay, at), NO_DELAYS)

const exact = (delays: readonly number[], share: number) =>
  [...delays].sort((a, b) => a - b)[Math.ceil(share * delays.length) - 1]!

const close = (found: number | undefined, exact: number) => Math.abs(found! - exact) <= Math.max(1, 0.1 * exact)

t.test('discovery delays', async t => {
  const delay = fc.double({ min: 0, max: 7.5, noNaN: true }).map(power => Math.round(1_000 * 10 ** (power - 2)))

  t.test('are told within 10 %, over several hours', async () => {
    const found = fc.array(fc.tuple(delay, fc.nat(23)), { minLength: 1, maxLength: 400 })
    fc.assert(
      fc.property(found, found => {
        const all = found.reduce<Delays>((all, [delay, hour]) => addDelay(all, delay, NOON + hour * HOUR), NO_DELAYS)
        const { comments, p50, p90, p99 } = standingOf(all, NOON + 23 * HOUR)
        const delays = found.map(([delay]) => delay)
        return (
          comments === found.length &&
          close(p50, exact(delays, 0.5)) &&
          close(p90, exact(delays, 0.9)) &&
          close(p99, exact(delays, 0.99))
        )
      }),
      { numRuns: 200 }
    )
  })

  t.test('stay small however many and however spread, and the longest are still told rightly', async t => {
    const spread = Array.from({ length: 5_000 }, (_, n) => Math.round(10 ** ((n / 5_000) * 9.5)))
    const all = after(spread)
    for (const buckets of Object.values(all)) t.ok(Object.keys(buckets).length <= 60)
    t.ok(JSON.stringify(all).length < 1_000)
    const { comments, p90, p99 } = standingOf(all, NOON)
    t.equal(comments, 5_000)
    t.ok(close(p90, exact(spread, 0.9)))
    t.ok(close(p99, exact(spread, 0.99)))
  })

  t.test('are forgotten after 24 hours and the current one', async t => {
    const all = after([1_000, 2_000])
    t.equal(standingOf(all, NOON + DAY).comments, 2)
    t.strictSame(standingOf(all, NOON + DAY + HOUR), { comments: 0 })
    const later = addDelay(all, 5_000, NOON + DAY + HOUR)
    t.equal(Object.keys(later).length, 1)
    t.equal(Object.keys(addDelay(later, 5_000, NOON)).length, 1)
  })

  t.test('of a comment that seems to come from the future count as none', async t => {
    t.strictSame(standingOf(after([-500, 0]), NOON), { comments: 2, p50: 1, p90: 1, p99: 1 })
  })

  t.test('come through JSON as they were', async t => {
    const all = after([1, 10, 100_000])
    t.strictSame(JSON.parse(JSON.stringify(all)), all)
  })
})

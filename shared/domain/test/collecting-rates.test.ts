import fc from 'fast-check'
import t from 'tap'
import { expectedRate, learn, NO_RATE, type Rate } from '../src/collecting/arrival-rate.ts'

const HOUR = 3_600_000
const NOON = Date.UTC(2026, 10, 21, 4)

const learnt = (stretches: readonly { comments: number; from: number; to: number }[], at = NOON) =>
  stretches.reduce(learn, NO_RATE(at))

const near = (a: Rate, b: Rate) =>
  a.at === b.at && Math.abs(a.events - b.events) < 1e-6 && Math.abs(a.exposure - b.exposure) < 1e-3

const stretches = fc.array(
  fc
    .record({ comments: fc.nat(500), from: fc.integer({ min: -48, max: 48 }), hours: fc.nat(24) })
    .map(({ comments, from, hours }) => ({ comments, from: NOON + from * HOUR, to: NOON + (from + hours) * HOUR })),
  { maxLength: 8 }
)

t.test('how fast comments come', async t => {
  t.test('is never 0, whatever was seen and however old the post', async () => {
    fc.assert(
      fc.property(stretches, fc.option(fc.integer({ min: -9_000, max: 9_000 }), { nil: undefined }), (seen, age) => {
        const post = age === undefined ? {} : { publishedAt: NOON - age * HOUR }
        const rate = expectedRate(learnt(seen), post, NOON)
        return rate > 0 && Number.isFinite(rate)
      })
    )
  })

  t.test('is the same in whatever order stretches are learnt', async () => {
    fc.assert(
      fc.property(
        stretches.chain(seen => fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length }))),
        ([seen, shuffled]) => near(learnt(seen), learnt(shuffled))
      )
    )
  })

  t.test('is the same when an even stretch is learnt in pieces', async () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), (pieces, each) => {
        const cut = Array.from({ length: pieces }, (_, n) => ({
          comments: each,
          from: NOON + n * HOUR,
          to: NOON + (n + 1) * HOUR
        }))
        return near(learnt(cut), learnt([{ comments: pieces * each, from: NOON, to: NOON + pieces * HOUR }]))
      })
    )
  })

  t.test('grows with every comment seen', async () => {
    fc.assert(
      fc.property(stretches, fc.nat(100), (seen, comments) => {
        const rate = learnt(seen)
        const of = (comments: number) =>
          expectedRate(learn(rate, { comments, from: NOON, to: NOON + HOUR }), {}, NOON + HOUR)
        return of(comments + 1) > of(comments)
      })
    )
  })

  t.test('comes close to what is really there within a day, at many rates', async t => {
    for (const perHour of [1, 10, 300, 5_000]) {
      const seen = Array.from({ length: 24 }, (_, n) => ({
        comments: perHour,
        from: NOON + n * HOUR,
        to: NOON + (n + 1) * HOUR
      }))
      const found = expectedRate(learnt(seen), { publishedAt: NOON }, NOON + 24 * HOUR) * HOUR
      t.ok(Math.abs(found / perHour - 1) < 0.15, `${perHour} an hour, found ${found}`)
    }
  })

  t.test('goes back to what posts of its age get, when nobody looks', async t => {
    const post = { publishedAt: NOON }
    const busy = learnt([{ comments: 900, from: NOON, to: NOON + 3 * HOUR }])
    const later = NOON + 200 * HOUR
    t.ok(Math.abs(expectedRate(busy, post, later) / expectedRate(NO_RATE(later), post, later) - 1) < 0.01)
  })

  t.test('of an unwatched post halves every 12 hours of its age', async t => {
    const at = (age: number) => expectedRate(NO_RATE(NOON), { publishedAt: NOON - age * HOUR }, NOON)
    t.ok(Math.abs(at(0) / at(12) - 2) < 1e-9)
    t.ok(Math.abs(at(12) / at(36) - 4) < 1e-9)
    t.equal(at(9_000), at(10_000))
    t.equal(at(-1), at(0))
    t.equal(expectedRate(NO_RATE(NOON), {}, NOON), at(24))
  })
})

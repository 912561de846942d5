import { COUNTS_KEPT, type Post } from '@huiyin/schemas/post.ts'
import fc from 'fast-check'
import t from 'tap'
import { lookAtCounts } from '../src/collecting/counts.ts'
import { nextLookAfter, saysMore, stepOf } from '../src/collecting/engagement.ts'
import { publishingOf } from '../src/collecting/publishing.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOON = Date.UTC(2026, 10, 21, 4)

const post: Post = {
  id: 'weibo/1001/p1',
  platform: 'weibo',
  account: '1001',
  post: 'p1',
  foundAt: NOON,
  source: 'poll',
  looks: []
}

t.test('likes and replies', async t => {
  t.test('are looked at after a quarter of the age, at least 15 minutes on, for a week', async t => {
    t.equal(nextLookAfter(0), 15 * MINUTE)
    t.equal(nextLookAfter(HOUR), 15 * MINUTE)
    t.equal(nextLookAfter(4 * HOUR), HOUR)
    t.equal(nextLookAfter(7 * DAY), 42 * HOUR)
    t.equal(nextLookAfter(7 * DAY + 1), Infinity)
  })

  t.test('cost at most 30 looks in all', async t => {
    let looks = 0
    for (let age = 0; Number.isFinite(nextLookAfter(age)); age += nextLookAfter(age)) looks += 1
    t.ok(looks <= 30, `${looks} looks`)
  })

  t.test('count in steps of 1, 2, 5, 10, 20, 50 and so on', async t => {
    const steps: [number, number][] = [
      [0, 0],
      [1, 1],
      [2, 2],
      [4, 2],
      [5, 5],
      [9, 5],
      [10, 10],
      [19, 10],
      [99, 50],
      [100, 100],
      [1_999_999, 1_000_000],
      [-3, 0]
    ]
    for (const [count, step] of steps) t.equal(stepOf(count), step, `${count}`)
  })

  t.test('have a step no count is below, and at most two and a half times under it', async () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), count => stepOf(count) <= count && count < stepOf(count) * 2.5)
    )
  })

  t.test('say more only when a step is crossed, up or down', async t => {
    t.notOk(saysMore({ likes: 5, replies: 1 }, { likes: 9, replies: 1 }))
    t.ok(saysMore({ likes: 9 }, { likes: 10 }))
    t.ok(saysMore({ likes: 10 }, { likes: 9 }))
    t.ok(saysMore({ likes: 3, replies: 0 }, { likes: 3, replies: 1 }))
    t.ok(saysMore({}, { likes: 1 }))
    t.notOk(saysMore({}, { likes: 0 }))
    t.notOk(saysMore({ likes: 50 }, {}))
  })
})

t.test('the counts of a post', async t => {
  t.test('are written when they change, or when the last look is a day old', async t => {
    const first = lookAtCounts(post, { reads: 10, likes: 1 }, NOON)
    t.strictSame(first.counts, { reads: 10, likes: 1, at: NOON })
    t.strictSame(first.looks, [first.counts])
    t.equal(lookAtCounts(first, { reads: 10, likes: 1 }, NOON + DAY - 1), first)
    t.equal(lookAtCounts(first, { reads: 10, likes: 1 }, NOON + DAY).looks.length, 2)
    t.equal(lookAtCounts(first, { reads: 11, likes: 1 }, NOON + 1).counts?.reads, 11)
  })

  t.test('stay as told where another answer tells nothing of them', async t => {
    const both = lookAtCounts(lookAtCounts(post, { reads: 10 }, NOON), { comments: 3 }, NOON + 1)
    t.strictSame(both.counts, { reads: 10, comments: 3, at: NOON + 1 })
    t.equal(lookAtCounts(both, { reads: 10 }, NOON + 2), both)
    t.equal(lookAtCounts(post, {}, NOON), post)
  })

  t.test('are not changed by a look that comes late', async t => {
    const now = lookAtCounts(post, { reads: 10 }, NOON)
    t.equal(lookAtCounts(now, { reads: 4 }, NOON - 1), now)
  })

  t.test('have one look for an instant', async t => {
    const twice = lookAtCounts(lookAtCounts(post, { reads: 10 }, NOON), { reads: 12 }, NOON)
    t.strictSame(twice.looks, [{ reads: 12, at: NOON }])
  })

  t.test('are kept in few looks: in order, with the first and the last, whatever the times between', async () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 3 * DAY }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(gaps, gaps => {
        let [at, seen] = [NOON, lookAtCounts(post, { reads: 0 }, NOON)]
        gaps.forEach((gap, n) => {
          at += gap
          seen = lookAtCounts(seen, { reads: n + 1 }, at)
        })
        const times = seen.looks.map(({ at }) => at)
        return (
          times.length === Math.min(COUNTS_KEPT, gaps.length + 1) &&
          times[0] === NOON &&
          times.at(-1) === at &&
          times.every((time, n) => n === 0 || time > times[n - 1]!)
        )
      }),
      { numRuns: 100 }
    )
  })

  t.test('stay dense lately and reach back to the beginning', async t => {
    let seen = post
    for (let n = 0; n <= 2_000; n++) seen = lookAtCounts(seen, { reads: n }, NOON + n * HOUR)
    const ages = seen.looks.map(({ at }) => (NOON + 2_000 * HOUR - at) / HOUR)
    for (let n = 1; n < ages.length - 1; n++) {
      t.ok(ages[n - 1]! <= ages[n]! * 1.5 + 1, `from ${ages[n - 1]} to ${ages[n]} hours ago`)
    }
    t.ok(ages.filter(age => age < 24).length >= 10, 'the last day')
  })
})

t.test('how an account publishes', async t => {
  const at = (...hours: number[]) => hours.map(ago => ({ publishedAt: NOON - ago * HOUR }))

  t.test('tells the last post, the silence since, and what is missing to the target', async t => {
    const found = publishingOf(at(200, 5, 30), { posts: 3, days: 7 }, NOON)
    t.strictSame(found, { lastAt: NOON - 5 * HOUR, silentFor: 5 * HOUR, inWindow: 2, short: 1 })
  })

  t.test('counts neither what is to come nor what is just too old', async t => {
    const found = publishingOf(at(-1, 24), { posts: 1, days: 1 }, NOON)
    t.strictSame(found, { lastAt: NOON - DAY, silentFor: DAY, inWindow: 0, short: 1 })
  })

  t.test('is never short without a target, and has no last post without one', async t => {
    t.strictSame(publishingOf(at(1, 2), undefined, NOON).short, 0)
    t.strictSame(publishingOf([], { posts: 2, days: 7 }, NOON), { inWindow: 0, short: 2 })
  })
})

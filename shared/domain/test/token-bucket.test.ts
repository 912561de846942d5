import t from 'tap'
import { allowed, allowedAt, type Bucket, fullBucket, type Lane, type Limit, taken } from '../src/token-bucket.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const WECOM: Limit[] = [{ atMost: 15, per: MINUTE }]
const FEISHU: Limit[] = [
  { atMost: 60, per: MINUTE },
  { atMost: 3, per: SECOND }
]

/** Takes whatever is allowed, every so many ms; the instants at which something left. */
function greedy(limits: Limit[], lane: Lane, every: number, until: number): number[] {
  let bucket: Bucket | undefined
  const left: number[] = []
  for (let now = 0; now < until; now += every) {
    while (allowed(bucket, limits, lane, now) > 0) {
      bucket = taken(bucket, limits, now)
      left.push(now)
    }
  }
  return left
}

const mostWithin = (instants: readonly number[], per: number) =>
  Math.max(...instants.map(end => instants.filter(at => at > end - per && at <= end).length))

t.test('a bucket of tokens', async t => {
  t.test('lets a burst of a third of its rate leave at once, then as fast as it fills', async t => {
    let bucket: Bucket = fullBucket(WECOM, 0)
    t.equal(allowed(bucket, WECOM, 'urgent', 0), 5)
    for (let i = 0; i < 5; i++) bucket = taken(bucket, WECOM, 0)
    t.equal(allowed(bucket, WECOM, 'urgent', 0), 0)
    t.equal(allowedAt(bucket, WECOM, 'urgent', 0), 4 * SECOND)
    t.equal(allowed(bucket, WECOM, 'urgent', 4 * SECOND - 1), 0)
    t.equal(allowed(bucket, WECOM, 'urgent', 4 * SECOND), 1)
  })

  t.test('keeps a place for the urgent that the others may not take', async t => {
    let bucket: Bucket | undefined
    while (allowed(bucket, WECOM, 'normal', 0) > 0) bucket = taken(bucket, WECOM, 0)
    t.equal(allowed(bucket, WECOM, 'urgent', 0), 1)
    t.equal(allowedAt(bucket, WECOM, 'urgent', 0), 0)
    t.equal(allowedAt(bucket, WECOM, 'normal', 0), 4 * SECOND)
  })

  t.test('never lets 20 be exceeded in any minute by the most eager sender', async t => {
    for (const every of [100, 777, 4 * SECOND]) {
      const most = mostWithin(greedy(WECOM, 'urgent', every, 5 * MINUTE), MINUTE)
      t.ok(most <= 20, `${most} within a minute`)
      t.ok(most >= 15, `${most} within a minute`)
    }
  })

  t.test('keeps several limits at once: 5 a second and 100 a minute', async t => {
    const left = greedy(FEISHU, 'urgent', 50, 3 * MINUTE)
    t.ok(mostWithin(left, SECOND) <= 5)
    t.ok(mostWithin(left, MINUTE) <= 100)
  })

  t.test('without limits is never empty', async t => {
    t.equal(allowed(undefined, [], 'normal', 0), Infinity)
    t.equal(allowedAt(undefined, [], 'normal', 7), 7)
  })

  t.test('gives nothing when time goes back, and starts anew under other limits', async t => {
    let bucket = fullBucket(WECOM, MINUTE)
    for (let i = 0; i < 5; i++) bucket = taken(bucket, WECOM, MINUTE)
    t.equal(allowed(bucket, WECOM, 'urgent', 0), 0)
    t.equal(allowed(taken(bucket, WECOM, 0), WECOM, 'urgent', MINUTE), 0)
    t.equal(allowed(bucket, FEISHU, 'urgent', MINUTE), 1)
  })
})

import type { Purpose, Quota } from '@huiyin/schemas/quota.ts'
import fc from 'fast-check'
import t from 'tap'
import { allows, type Budget, nextFree, type Spent, sparePerMs, windowOf } from '../src/collecting/budget.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Midnight in Beijing. */
const MIDNIGHT = Date.UTC(2026, 10, 20, 16)
const ORDER = ['intake', 'read-back', 'deletions', 'engagement', 'coverage'] as const

const perDay = (calls: number): Quota => ({ scope: 'app', calls, per: 'day' })
const budget = (given: Partial<Budget>): Budget => ({ quota: perDay(100), used: 0, reserve: 0, replies: 0, ...given })

const purpose = fc.constantFrom<Purpose>(...ORDER)
const calls = fc.integer({ min: 1, max: 300 })
const moment = fc.integer({ min: MIDNIGHT, max: MIDNIGHT + DAY - 1 })
const anyBudget = fc
  .record({
    quota: fc.record({
      scope: fc.constant('app' as const),
      calls: fc.integer({ min: 1, max: 300 }),
      per: fc.constantFrom('second', 'minute', '5-minutes', 'hour', 'day')
    }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    reserve: fc.nat(400),
    replies: fc.nat(100),
    spent: fc.record({ 'read-back': fc.nat(100) }),
    needs: fc.record({ deletions: fc.nat(50), engagement: fc.nat(50) })
  })
  .map(({ part, ...rest }): Budget => ({ ...rest, used: Math.floor(rest.quota.calls * part) }))

t.test('the window of a quota', async t => {
  t.test('is a day or an hour of Beijing', async t => {
    t.strictSame(windowOf({ per: 'day' }, MIDNIGHT), { from: MIDNIGHT, until: MIDNIGHT + DAY })
    t.strictSame(windowOf({ per: 'day' }, MIDNIGHT - 1), { from: MIDNIGHT - DAY, until: MIDNIGHT })
    t.strictSame(windowOf({ per: 'hour' }, MIDNIGHT + 90 * MINUTE), {
      from: MIDNIGHT + HOUR,
      until: MIDNIGHT + 2 * HOUR
    })
    t.equal(windowOf({ per: '5-minutes' }, MIDNIGHT + 9 * MINUTE).from, MIDNIGHT + 5 * MINUTE)
    t.equal(windowOf({ per: 'minute' }, MIDNIGHT + 61_000).until, MIDNIGHT + 2 * MINUTE)
    t.equal(windowOf({ per: 'second' }, MIDNIGHT + 1_999).from, MIDNIGHT + 1_000)
  })
})

t.test('calls', async t => {
  t.test('are never allowed beyond the quota', async () => {
    fc.assert(
      fc.property(anyBudget, purpose, calls, moment, (budget, purpose, calls, now) => {
        return !allows(budget, purpose, calls, now) || budget.used + calls <= budget.quota.calls
      }),
      { numRuns: 500 }
    )
  })

  t.test(
    'for something later in the order are never allowed where those for something earlier are not, replies aside',
    async () => {
      const others = ORDER.filter(purpose => purpose !== 'read-back')
      fc.assert(
        fc.property(anyBudget, calls, moment, (budget, calls, now) => {
          const answers = others.map(purpose => allows(budget, purpose, calls, now))
          return answers.every((allowed, n) => n === 0 || !allowed || answers[n - 1])
        })
      )
    }
  )

  t.test(
    'for something earlier in the order never fail by what came later in it, when forecasts are right',
    async () => {
      const asked = fc.array(fc.record({ purpose, calls: fc.integer({ min: 1, max: 9 }), now: moment }), {
        maxLength: 60
      })
      fc.assert(
        fc.property(asked, fc.constantFrom(2, 3, 4, 5), fc.nat(20), fc.nat(20), (asked, kept, spare, more) => {
          const total = (purposes: readonly Purpose[], from: number) =>
            asked
              .filter(({ purpose, now }) => purposes.includes(purpose) && now >= from)
              .reduce((sum, { calls }) => sum + calls, 0)
          const replies = total(['read-back'], 0) + more
          const sure = ORDER.slice(0, kept) // the quota is enough for these
          const quota = perDay(Math.max(1, total(sure, 0) + more + spare))
          const spent: Spent = {}
          const sumOf = () => Object.values(spent).reduce((sum, calls) => sum + calls, 0)
          const sorted = [...asked].sort((a, b) => a.now - b.now)
          return sorted.every(({ purpose, calls, now }, n) => {
            const still = (of: Purpose) =>
              sorted.slice(n).reduce((sum, { purpose, calls }) => sum + (purpose === of ? calls : 0), 0)
            const needs = { deletions: still('deletions'), engagement: still('engagement') }
            const standing = { quota, used: sumOf(), reserve: still('intake'), replies, spent, needs }
            if (!allows(standing, purpose, calls, now)) return !sure.includes(purpose)
            spent[purpose] = (spent[purpose] ?? 0) + calls
            return sumOf() <= quota.calls
          })
        }),
        { numRuns: 500 }
      )
    }
  )

  t.test('for intake leave what is kept for replies, less of it as the day passes', async t => {
    const standing = budget({ used: 90, replies: 20 })
    t.notOk(allows(standing, 'intake', 1, MIDNIGHT))
    t.notOk(allows(standing, 'intake', 1, MIDNIGHT + DAY / 2))
    t.ok(allows(standing, 'intake', 5, MIDNIGHT + (DAY * 3) / 4))
    t.ok(allows(budget({ used: 90, replies: 20, spent: { 'read-back': 20 } }), 'intake', 10, MIDNIGHT))
  })

  t.test('for reading back may take what is kept for them although intake needs more than there is', async t => {
    const short = budget({ used: 90, reserve: 500, replies: 5 })
    t.ok(allows(short, 'read-back', 5, MIDNIGHT))
    t.notOk(allows(short, 'read-back', 6, MIDNIGHT))
    t.notOk(allows({ ...short, spent: { 'read-back': 5 } }, 'read-back', 1, MIDNIGHT))
    t.notOk(allows(short, 'deletions', 1, MIDNIGHT))
  })

  t.test('for looking after deletions stand before engagement, and that before coverage', async t => {
    const standing = budget({ reserve: 50, replies: 10, needs: { deletions: 20, engagement: 15 } })
    t.ok(allows(standing, 'deletions', 40, MIDNIGHT))
    t.notOk(allows(standing, 'deletions', 41, MIDNIGHT))
    t.ok(allows(standing, 'engagement', 20, MIDNIGHT))
    t.notOk(allows(standing, 'engagement', 21, MIDNIGHT))
    t.ok(allows(standing, 'coverage', 5, MIDNIGHT))
    t.notOk(allows(standing, 'coverage', 6, MIDNIGHT))
  })
})

t.test('when to ask again', async t => {
  t.test('is now exactly when it is allowed, and never later than the next window unless it can never be', async () => {
    fc.assert(
      fc.property(anyBudget, purpose, calls, moment, (budget, purpose, calls, now) => {
        const at = nextFree(budget, purpose, calls, now)
        const { until } = windowOf(budget.quota, now)
        if (allows(budget, purpose, calls, now)) return at === now
        if (calls > budget.quota.calls) return at === Infinity
        return at > now && at <= until && (at === until || allows(budget, purpose, calls, at))
      }),
      { numRuns: 1_000 }
    )
  })

  t.test('is the next second, minute or day of Beijing when the window is used up', async t => {
    const used = (per: Quota['per']) => budget({ quota: { scope: 'app', calls: 3, per }, used: 3 })
    t.equal(nextFree(used('second'), 'intake', 1, MIDNIGHT + 400), MIDNIGHT + 1_000)
    t.equal(nextFree(used('minute'), 'coverage', 1, MIDNIGHT + 400), MIDNIGHT + MINUTE)
    t.equal(nextFree(used('day'), 'read-back', 1, MIDNIGHT + 400), MIDNIGHT + DAY)
  })

  t.test('is when enough of what is kept for replies has flowed down to intake', async t => {
    t.equal(nextFree(budget({ used: 90, replies: 20 }), 'intake', 5, MIDNIGHT), MIDNIGHT + (DAY * 3) / 4)
  })
})

t.test('what intake may spend per ms', async t => {
  t.test('lasts to the end of the window', async () => {
    fc.assert(
      fc.property(anyBudget, moment, (budget, now) => {
        const { until } = windowOf(budget.quota, now)
        const calls = Math.floor(sparePerMs(budget, now) * (until - now))
        const beyondTheHour = until - now >= HOUR
        return !beyondTheHour || calls <= 0 || allows(budget, 'intake', calls, now)
      })
    )
  })

  t.test('is what is left over the time that is left', async t => {
    t.equal(sparePerMs(budget({ used: 50, replies: 0 }), MIDNIGHT + DAY / 2) * (DAY / 2), 50)
    t.equal(sparePerMs(budget({ used: 100 }), MIDNIGHT + DAY / 2), 0)
  })

  t.test('looks an hour ahead where the window ends before', async t => {
    const everySecond = budget({ quota: { scope: 'app', calls: 2, per: 'second' }, used: 2 })
    t.ok(Math.abs(sparePerMs(everySecond, MIDNIGHT) * 1_000 - 2) < 0.001)
    const lastMinute = budget({ quota: perDay(14_400), used: 14_400 })
    t.ok(Math.abs(sparePerMs(lastMinute, MIDNIGHT + DAY - MINUTE) * MINUTE - 10 * (59 / 60)) < 1e-9)
  })
})

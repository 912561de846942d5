import fc from 'fast-check'
import t from 'tap'
import { dayInShanghai } from '../src/day.ts'
import { ordinalOf, periodAt, periodInWords, periodNamed, previousPeriod, yearBefore } from '../src/reports/period.ts'
import { duePeriods } from '../src/reports/rounds.ts'

const KINDS = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const
const anyKind = fc.constantFrom(...KINDS)
const anyInstant = fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2060, 0, 1) })
const at = (text: string) => Date.parse(`${text}+08:00`)

t.test('periods', async t => {
  t.test('begin and end with days of Shanghai, and hold the instant that they are asked for', async t => {
    fc.assert(
      fc.property(anyKind, anyInstant, (kind, instant) => {
        const { from, to, name } = periodAt(kind, instant)
        const midnight = (at: number) => (at + 8 * 3_600_000) % 86_400_000 === 0
        const again = periodNamed(kind, name)
        return (
          from <= instant && instant < to && midnight(from) && midnight(to) && again.from === from && again.to === to
        )
      })
    )
    t.pass()
  })

  t.test('follow one another without a gap', async t => {
    fc.assert(
      fc.property(anyKind, anyInstant, (kind, instant) => {
        const period = periodAt(kind, instant)
        return previousPeriod(period).to === period.from && periodAt(kind, period.to).from === period.to
      })
    )
    t.pass()
  })

  t.test('of weeks are those of ISO 8601, from Monday on, over the turn of the year', async t => {
    t.equal(periodAt('weekly', at('2027-01-01T12:00:00')).name, '2026-W53')
    t.equal(dayInShanghai(periodNamed('weekly', '2026-W53').from), '2026-12-28')
    t.equal(periodAt('weekly', at('2024-12-30T00:00:00')).name, '2025-W01')
    t.equal(periodAt('weekly', at('2024-12-29T23:59:59')).name, '2024-W52')
  })

  t.test('of a year before are the same ones, where there are any', async t => {
    t.equal(yearBefore(periodNamed('quarterly', '2026-Q4'))?.name, '2025-Q4')
    t.equal(yearBefore(periodNamed('weekly', '2026-W53')), undefined)
    t.equal(yearBefore(periodNamed('daily', '2024-02-29')), undefined)
  })

  t.test('that there are not are refused with an example', async t => {
    for (const [kind, name] of [
      ['daily', '2026-02-30'],
      ['weekly', '2025-W53'],
      ['monthly', '2026-13'],
      ['quarterly', '2026-Q5'],
      ['yearly', '26']
    ] as const)
      t.throws(() => periodNamed(kind, name), { code: 'REPORT_INVALID', message: /is named like 2026/ })
  })

  t.test('read as documents write them, and have a number in their year', async t => {
    const words = (kind: (typeof KINDS)[number], name: string) => periodInWords(periodNamed(kind, name))
    t.equal(words('daily', '2026-11-01'), '2026年11月1日')
    t.equal(words('weekly', '2026-W47'), '2026年第47周（2026年11月16日至2026年11月22日）')
    t.equal(words('monthly', '2026-11'), '2026年11月')
    t.equal(words('quarterly', '2026-Q4'), '2026年第4季度')
    t.equal(words('yearly', '2026'), '2026年')
    t.equal(ordinalOf(periodNamed('daily', '2026-12-31')), 365)
    t.equal(ordinalOf(periodNamed('weekly', '2026-W47')), 47)
  })
})

t.test('a round is due from its hour on, so many days after the period', async t => {
  const round = { kind: 'monthly', on: true, day: 3, at: '08:30', to: [], receipt: false, files: [] } as const
  const names = (now: string) => duePeriods({ ...round, to: [], files: [] }, at(now), 2).map(({ name }) => name)
  t.same(names('2026-11-03T08:29:59'), ['2026-09', '2026-08'])
  t.same(names('2026-11-03T08:30:00'), ['2026-10', '2026-09'])
  t.same(duePeriods({ ...round, on: false, to: [], files: [] }, at('2026-11-03T08:30:00'), 2), [])
})

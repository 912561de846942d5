import type { Calendar } from '@huiyin/schemas/calendar.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import t from 'tap'
import { NOTICES, OFFICE_VERSIONS, officeCalendar } from '../src/calendar/office-calendar.ts'
import { closeClock } from '../src/clocks/running.ts'
import { explainClock } from '../src/clocks/why.ts'
import { decide } from '../src/decide.ts'
import { calendarAt, calendarOf, DEFAULT_RULES, refOf } from '../src/rules.ts'
import { at, shown } from './calendar-fixtures.ts'
import { arrived, ID, judged, said } from './fixtures.ts'

const withOwn = (...own: readonly Calendar[]): Rules => ({
  ...DEFAULT_RULES,
  calendars: [...DEFAULT_RULES.calendars, ...own]
})

const complained = (wall: string) => {
  const seen = said('路灯坏了', at(wall))
  const command = arrived(seen, judged({ label: 'complaint' }))
  return decide(undefined, command, { id: ID, now: at(wall), rules: DEFAULT_RULES }).ticket!
}

t.test('the shipped calendars', async t => {
  t.test('are one version per notice, each with a name of its own, in force from the day it came', async t => {
    const names = OFFICE_VERSIONS.map(refOf)
    t.equal(new Set(names).size, NOTICES.length)
    t.equal(OFFICE_VERSIONS[0]!.effectiveFrom, 0)
    const [instant] = OFFICE_VERSIONS.slice(-1).map(({ effectiveFrom }) => effectiveFrom)
    t.equal(shown(instant!).slice(0, 10), NOTICES.at(-1)!.publishedOn)
    t.same(
      OFFICE_VERSIONS.map(({ effectiveFrom }) => effectiveFrom),
      OFFICE_VERSIONS.map(({ effectiveFrom }) => effectiveFrom).toSorted((a, b) => a - b)
    )
    t.same(officeCalendar('2020-01-26').version, 'cn-2019-11-21')
    t.same(officeCalendar('2018-01-01').version, 'cn-none')
  })

  t.test('give what is replayed later the due time that it had: by the notices of its time (R15)', async t => {
    const clock = closeClock(complained('2020-01-22 10:00'))!
    t.equal(clock.calendar, 'office@cn-2019-11-21')
    t.equal(shown(clock.dueAt), '2020-02-04 10:00') // off until 30 January, and 1 February worked, as was told then
    t.equal(explainClock(clock, DEFAULT_RULES).dueAt, clock.dueAt)
    t.equal(closeClock(complained('2020-01-28 10:00'))!.calendar, 'office@cn-2020-01-27')
  })

  t.test('change with the day on which a notice came', async t => {
    t.match(closeClock(complained('2025-11-03 23:59')), { calendar: 'office@cn-2024-11-12' })
    t.match(closeClock(complained('2025-11-04 00:00')), { calendar: 'office@cn-2025-11-04' })
  })

  t.test('serve until the office has a version of its own in force, and no later notice replaces that', async t => {
    const own: Calendar = { ...officeCalendar(), version: 'own', effectiveFrom: at('2020-06-01 00:00') }
    const rules = withOwn(own)
    t.equal(calendarAt(rules, 'office', at('2020-05-31 23:59')).version, 'cn-2020-01-27')
    t.equal(calendarAt(rules, 'office', at('2020-06-01 00:00')).version, 'own')
    t.equal(calendarAt(rules, 'office', at('2026-01-01 00:00')).version, 'own')
    t.equal(calendarAt(rules, 'round-the-clock', 0).version, '1')
    t.throws(() => calendarAt(rules, 'nowhere', 0), { code: 'CALENDAR_INVALID' })
  })

  t.test('are found by the name that a clock bears, and one that nobody has is said', async t => {
    for (const calendar of OFFICE_VERSIONS) t.equal(calendarOf(DEFAULT_RULES, refOf(calendar)), calendar)
    t.throws(() => calendarOf(DEFAULT_RULES, 'office@gone'), { code: 'CALENDAR_INVALID' })
  })
})

t.test('of versions that begin together the later one named counts, before them the first there is', async t => {
  const one: Calendar = { ...officeCalendar(), id: 'hall', version: 'a', effectiveFrom: 1000 }
  const rules = withOwn(one, { ...one, version: 'b' })
  t.equal(calendarAt(rules, 'hall', 1000).version, 'b')
  t.equal(calendarAt(rules, 'hall', 999).version, 'a')
})

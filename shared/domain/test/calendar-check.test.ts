import type { Calendar, HolidayNotice } from '@huiyin/schemas/calendar.ts'
import t, { type Test } from 'tap'
import { checkCalendar, readCalendar } from '../src/calendar/check-calendar.ts'
import { dayNumber } from '../src/calendar/dates.ts'
import { daysOf } from '../src/calendar/days.ts'
import { withNotice, yearToLoad } from '../src/calendar/notices.ts'
import { BARE_OFFICE, NOTICES, officeCalendar } from '../src/calendar/office-calendar.ts'
import { checkPause, pause, pausedAt, pausedBetween, resume } from '../src/calendar/pauses.ts'
import { DAY, HOUR, OFFICE } from './calendar-fixtures.ts'

const mon = (...times: string[]) => times.map(time => ({ start: time.slice(0, 5), end: time.slice(6) }))
const refused = (t: Test, of: Partial<Calendar>, message: RegExp) =>
  t.throws(() => readCalendar({ ...OFFICE, ...of }), { code: 'CALENDAR_INVALID', message })

t.test('a calendar (R12)', async t => {
  t.test('is refused when intervals of a day overlap, end before they start, or are none', async t => {
    const week = (...times: string[]) => ({ week: { ...OFFICE.week, mon: mon(...times) } })
    refused(t, week('09:00-12:00', '11:00-18:00'), /week, mon: .*do not overlap; 09:00–12:00 and 11:00–18:00/)
    refused(t, week('12:00-09:00'), /an end after the start; 12:00–09:00 came/)
    refused(t, week('09:00-09:00'), /an end after the start/)
    refused(t, week('09:00-24:30'), /\/week\/mon\/0\/end/)
    refused(t, { workday: [] }, /workday; none came/)
    const off = Object.fromEntries(Object.keys(OFFICE.week).map(name => [name, []])) as unknown as Calendar['week']
    refused(t, { week: off }, /every day is off/)
    refused(
      t,
      { days: [...OFFICE.days, { date: '2026-11-24', kind: 'hours', hours: [], reason: '县庆' }] },
      /expected hours; a day without any is of kind off/
    )
  })

  t.test('may touch at noon and end at 24:00', async t => {
    t.doesNotThrow(() => checkCalendar({ ...OFFICE, week: { ...OFFICE.week, sun: mon('12:00-24:00', '00:00-12:00') } }))
  })

  t.test('is refused when a day is replaced twice, does not exist, or seasons overlap', async t => {
    const day = (date: string, to?: string) => ({ date, ...(to && { to }), kind: 'off' as const, reason: '停电' })
    refused(t, { days: [...OFFICE.days, day('2026-10-01')] }, /"国庆节" and "停电" both replace 2026-10-01/)
    refused(t, { days: [...OFFICE.days, day('2026-02-30')] }, /there is no day 2026-02-30/)
    refused(t, { days: [...OFFICE.days, day('2026-08-02', '2026-08-01')] }, /last day on or after the first/)
    refused(t, { days: [...OFFICE.days, day('2026-11-24', '2028-01-01')] }, /at most 366 days/)
    const season = { week: OFFICE.week, workday: OFFICE.workday }
    const seasons = [
      { ...season, from: '2026-05-01', to: '2026-09-30', reason: '夏季' },
      { ...season, from: '2026-09-30', to: '2026-10-10', reason: '秋季' }
    ]
    refused(t, { seasons }, /"夏季" and "秋季" do on 2026-09-30/)
  })

  t.test('is refused in a zone that does not exist', async t => {
    refused(t, { zone: 'Asia/Beijing' }, /IANA zone such as Asia\/Shanghai; "Asia\/Beijing" came/)
  })

  t.test('that calls a year known of which it has no day is refused (R14)', async t => {
    refused(t, { years: [2026, 2027] }, /2027 has none, so it is not known/)
  })
})

t.test('the notices of the State Council (R13)', async t => {
  const workedIn = (year: number) =>
    OFFICE.days.filter(({ kind, notice }) => kind === 'workday' && notice === year).map(({ date }) => date)

  t.test('open six weekends in 2026', async t => {
    t.same(workedIn(2026), ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
  })

  t.test('are known from 2019 to 2026 and no further', async t => {
    t.same(OFFICE.years, [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    t.equal(daysOf(OFFICE)(dayNumber('2027-01-01')!).isKnown, false)
  })

  t.test('close weekdays and open weekends only: a worked day is a Saturday or a Sunday', async t => {
    for (const { days } of NOTICES)
      for (const { date, isOffDay } of days) if (!isOffDay) t.ok([0, 6].includes(new Date(date).getUTCDay()), date)
  })

  t.test('have eleven days off at least for each year, thirteen from 2025 on', async t => {
    for (const { year, days } of NOTICES)
      t.ok(days.filter(({ isOffDay }) => isOffDay).length >= (year < 2025 ? 11 : 13))
  })

  t.test('of 27 January 2020 extend the Spring Festival and take back a worked Saturday', async t => {
    const kinds = (calendar: Calendar) =>
      ['2020-01-31', '2020-02-01', '2020-02-02'].map(date => daysOf(calendar)(dayNumber(date)!).override?.kind)
    t.same(kinds(officeCalendar('2020-01-26')), [undefined, 'workday', undefined])
    t.same(kinds(officeCalendar('2020-01-27')), ['off', 'off', 'off'])
  })
})

t.test('a notice that is taken in', async t => {
  const of = { version: '2', effectiveFrom: 1 }
  const notice = (...days: HolidayNotice['days']): HolidayNotice => ({ year: 2027, papers: [], days })
  const newYear = { name: '元旦', date: '2027-01-01', isOffDay: true }

  t.test('makes its year known and tells each day that changes', async t => {
    const { calendar, changes } = withNotice(OFFICE, notice(newYear), of)
    t.match(calendar, { version: '2', effectiveFrom: 1, years: [...(OFFICE.years as number[]), 2027] })
    t.match(changes, [{ date: '2027-01-01', before: undefined, after: { kind: 'off', reason: '元旦' } }])
    t.equal(changes.length, 1)
  })

  t.test('takes the place of the earlier notice of that year', async t => {
    const first = withNotice(
      OFFICE,
      notice(newYear, { name: '元旦', date: '2027-01-02', isOffDay: false }),
      of
    ).calendar
    const { changes, calendar } = withNotice(first, notice(newYear), { ...of, version: '3' })
    t.match(changes, [{ date: '2027-01-02', before: { kind: 'workday' }, after: undefined }])
    t.equal(daysOf(calendar)(dayNumber('2027-01-02')!).override, undefined)
  })

  t.test('leaves what the office has replaced itself', async t => {
    const own = { date: '2027-01-01', kind: 'workday' as const, reason: '值班' }
    const { calendar, changes } = withNotice(
      { ...OFFICE, days: [...OFFICE.days, own] },
      notice(newYear, { ...newYear, date: '2027-01-02' }),
      of
    )
    t.match(changes, [{ date: '2027-01-01', kept: true }, { date: '2027-01-02' }])
    t.equal(daysOf(calendar)(dayNumber('2027-01-01')!).override?.reason, '值班')
  })

  t.test('without a day of its year is refused, so that the year stays unknown (R14)', async t => {
    const decemberOnly = notice({ name: '元旦', date: '2026-12-31', isOffDay: true })
    for (const empty of [notice(), decemberOnly])
      t.throws(() => withNotice(OFFICE, empty, of), { code: 'CALENDAR_INVALID', message: /2027: .*stays unknown/ })
  })

  t.test('with a day twice, of another year, or that does not exist is refused', async t => {
    for (const wrong of [newYear, { ...newYear, date: '2028-01-01' }, { ...newYear, date: '2027-02-30' }])
      t.throws(() => withNotice(OFFICE, notice(newYear, wrong), of), { code: 'CALENDAR_INVALID' })
  })

  t.test('is asked for from 1 December on (R14)', async t => {
    t.equal(yearToLoad(OFFICE, '2026-11-30'), undefined)
    t.equal(yearToLoad(OFFICE, '2026-12-01'), 2027)
    t.equal(yearToLoad(BARE_OFFICE, '2026-11-30'), 2026)
  })
})

t.test('a pause (R18)', async t => {
  const first = pause([], { at: HOUR, reason: 'awaiting_citizen', longest: DAY })

  t.test('ends by itself after the longest time', async t => {
    t.same(first, [{ from: HOUR, to: HOUR + DAY, reason: 'awaiting_citizen' }])
    t.equal(pausedAt(first, HOUR + DAY), undefined)
  })

  t.test('within a pause changes nothing', async t => {
    t.equal(pause(first, { at: 2 * HOUR, reason: 'legal_hold', longest: 9 * DAY }), first)
  })

  t.test('that is ended at once never was', async t => {
    t.same(resume(first, HOUR), [])
    t.equal(resume(first, 3 * DAY), first)
  })

  t.test('counts once where two overlap', async t => {
    const other = { from: 0, to: 2 * HOUR, reason: 'legal_hold' as const }
    t.equal(pausedBetween([...first, other], 0, 5 * HOUR), 5 * HOUR)
    t.equal(pausedBetween([...first, other], 1.5 * HOUR, 3 * HOUR), 1.5 * HOUR)
  })

  t.test('of a first reply is allowed only while the platform is out of order', async t => {
    const of = { clock: 'first' as const, urgent: false, byResponsible: false }
    t.throws(() => checkPause({ ...of, reason: 'awaiting_citizen' }), { code: 'PAUSE_NOT_ALLOWED' })
    t.doesNotThrow(() => checkPause({ ...of, reason: 'platform_outage' }))
  })

  t.test('of what is urgent is not for the department that has to act', async t => {
    const of = { clock: 'leg' as const, urgent: true, reason: 'legal_hold' as const }
    t.throws(() => checkPause({ ...of, byResponsible: true }), { code: 'PAUSE_NOT_ALLOWED' })
    t.doesNotThrow(() => checkPause({ ...of, byResponsible: false }))
  })
})

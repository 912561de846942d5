import t from 'tap'
import { dueAt, remaining } from '../src/calendar/due.ts'
import { officeCalendar, ROUND_THE_CLOCK } from '../src/calendar/office-calendar.ts'
import { pause, resume } from '../src/calendar/pauses.ts'
import { replan } from '../src/calendar/replan.ts'
import {
  at,
  DAY,
  HOUR,
  MINUTE,
  naturalHours,
  OFFICE,
  office,
  rolling,
  shown,
  workdays,
  workingHours
} from './calendar-fixtures.ts'

const due = (...args: Parameters<typeof dueAt>) => shown(dueAt(...args).dueAt)

t.test('working hours', async t => {
  t.test('count a make-up Saturday and leave out the holiday after it (T1, R13)', async t => {
    const { dueAt: instant, provisional, explanation } = dueAt(workingHours(8), at('2026-02-14 16:00'), OFFICE)
    t.equal(shown(instant), '2026-02-24 17:00')
    t.equal(provisional, false)
    t.same(
      explanation.counted.map(({ from, to }) => [shown(from), shown(to)]),
      [
        ['2026-02-14 16:00', '2026-02-14 18:00'],
        ['2026-02-24 09:00', '2026-02-24 12:00'],
        ['2026-02-24 14:00', '2026-02-24 17:00']
      ]
    )
    t.same(explanation.skipped, [{ from: '2026-02-15', to: '2026-02-23', reason: '春节' }])
    t.same(explanation.replaced, [{ date: '2026-02-14', kind: 'workday', reason: '春节' }])
  })

  t.test('count a Sunday that is worked (T2)', async t => {
    t.equal(due(workingHours(4), at('2026-09-18 17:00'), OFFICE), '2026-09-20 12:00')
  })

  t.test('go over the National Day week (T3)', async t => {
    t.equal(due(workingHours(1), at('2026-09-30 17:30'), OFFICE), '2026-10-08 09:30')
  })

  t.test('that reach into a year without holidays are provisional and say which (T8, R14)', async t => {
    const found = dueAt(workingHours(4), at('2026-12-31 17:00'), OFFICE)
    t.equal(found.provisional, true)
    t.same(found.explanation.unknownYears, [2027])
  })

  t.test('that end at closing time on 31 December are not provisional', async t => {
    const found = dueAt(workingHours(1), at('2026-12-31 17:00'), OFFICE)
    t.match(found, { dueAt: at('2026-12-31 18:00'), provisional: false })
  })

  t.test('lose no moment at midnight round the clock (T7)', async t => {
    const start = at('2026-11-24 23:59:59.5')
    const found = dueAt({ kind: 'WORKING_HOURS', ms: 2000 }, start, ROUND_THE_CLOCK)
    t.equal(found.dueAt, at('2026-11-25 00:00:01.5'))
    t.same(found.explanation.counted, [{ from: start, to: found.dueAt }])
    t.equal(found.provisional, false)
  })

  t.test('follow the hours of a season, on a worked weekend too (R12)', async t => {
    const hours = [
      { start: '08:00', end: '12:00' },
      { start: '14:30', end: '17:30' }
    ]
    const week = { ...OFFICE.week, mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }
    const summer = office({
      seasons: [{ from: '2026-05-01', to: '2026-09-30', week, workday: hours, reason: '夏季作息' }]
    })
    t.equal(due(workingHours(1), at('2026-05-08 17:00'), summer), '2026-05-09 08:30')
    t.equal(due(workingHours(1), at('2026-10-08 17:30'), summer), '2026-10-09 09:30')
  })

  t.test('follow the hours of one day where it has its own (R12)', async t => {
    const half = office({
      days: [
        ...OFFICE.days,
        { date: '2026-11-24', kind: 'hours', hours: [{ start: '09:00', end: '10:00' }], reason: '县庆' }
      ]
    })
    const { dueAt: instant, explanation } = dueAt(workingHours(2), at('2026-11-24 09:00'), half)
    t.equal(shown(instant), '2026-11-25 10:00')
    t.same(explanation.replaced, [{ date: '2026-11-24', kind: 'hours', reason: '县庆' }])
  })

  t.test('refuse a calendar that never opens, instead of looking for ever', async t => {
    const off = {
      ...OFFICE,
      week: { ...OFFICE.week, mon: [], tue: [], wed: [], thu: [], fri: [] },
      years: [],
      days: []
    }
    t.throws(() => dueAt(workingHours(1), at('2026-11-24 09:00'), off), { code: 'CALENDAR_INVALID' })
  })

  t.test('go years ahead', async t => {
    const far = dueAt(workingHours(7 * 1900), at('2019-01-01 00:00'), OFFICE)
    t.equal(shown(far.dueAt).slice(0, 4), '2026')
    t.equal(far.provisional, false)
  })
})

t.test('working days', async t => {
  t.test('count a Saturday that is worked, at the same time of day (T4)', async t => {
    t.equal(due(workdays(2), at('2026-10-09 17:00'), OFFICE), '2026-10-12 17:00')
  })

  t.test('from a day off end with the last of them (R10)', async t => {
    t.equal(due(workdays(1), at('2026-11-21 10:00'), OFFICE), '2026-11-24 00:00')
  })
})

t.test('natural hours', async t => {
  t.test('run on holidays and by night (T5)', async t => {
    const found = dueAt(naturalHours(1), at('2026-02-19 02:10'), OFFICE)
    t.equal(shown(found.dueAt), '2026-02-19 03:10')
    t.same(found.explanation.skipped, [])
  })

  t.test('give the sooner of both due times when something is raised (T6)', async t => {
    const normal = dueAt(naturalHours(24), at('2026-11-23 10:00'), OFFICE).dueAt
    const raised = dueAt(naturalHours(1), at('2026-11-23 15:00'), OFFICE).dueAt
    t.equal(shown(Math.min(normal, raised)), '2026-11-23 16:00')
  })

  t.test('are never provisional', async t => {
    t.equal(dueAt(naturalHours(24), at('2026-12-31 17:00'), OFFICE).provisional, false)
  })
})

t.test('natural hours that roll', async t => {
  t.test('stay when they end in the open hours', async t => {
    const found = dueAt(rolling(24), at('2026-11-23 10:00'), OFFICE)
    t.equal(shown(found.dueAt), '2026-11-24 10:00')
    t.notOk('rolledFrom' in found.explanation)
  })

  t.test('end when it opens next, with the due time before kept', async t => {
    const found = dueAt(rolling(24), at('2026-09-30 19:00'), OFFICE)
    t.equal(shown(found.dueAt), '2026-10-08 09:00')
    t.equal(shown(found.explanation.rolledFrom!), '2026-10-01 19:00')
    t.same(found.explanation.skipped, [{ from: '2026-10-01', to: '2026-10-07', reason: '国庆节' }])
  })

  t.test('are provisional only when the roll needs an unknown year', async t => {
    t.equal(dueAt(rolling(24), at('2026-12-30 19:00'), OFFICE).provisional, true)
    t.equal(dueAt(rolling(24), at('2026-12-30 10:00'), OFFICE).provisional, false)
  })

  t.test('are not due within a pause', async t => {
    const pauses = [{ from: at('2026-11-22 12:00'), to: at('2026-11-24 12:30'), reason: 'platform_outage' as const }]
    const found = dueAt(rolling(24), at('2026-11-20 19:00'), OFFICE, { pauses })
    t.equal(shown(found.dueAt), '2026-11-24 14:00')
  })
})

t.test('a pause', async t => {
  const start = at('2026-11-23 09:00')
  const target = workingHours(8)
  const planned = dueAt(target, start, OFFICE).dueAt

  t.test('of three days ten minutes before the due time leaves ten working minutes (T9)', async t => {
    const from = planned - 10 * MINUTE
    const paused = pause([], { at: from, reason: 'awaiting_citizen', longest: 30 * DAY })
    const resumedAt = from + 3 * DAY
    const pauses = resume(paused, resumedAt)
    const left = remaining(target, start, OFFICE, resumedAt, { pauses })
    t.equal(left, 10 * MINUTE)
    const moved = dueAt(target, start, OFFICE, { pauses })
    t.equal(moved.dueAt, dueAt({ kind: 'WORKING_HOURS', ms: left }, resumedAt, OFFICE).dueAt)
    t.equal(shown(moved.dueAt), '2026-11-27 10:00')
    t.same(moved.explanation.pauses, [{ from, to: resumedAt, reason: 'awaiting_citizen' }])
  })

  t.test('that began when it was due already moves nothing', async t => {
    const pauses = pause([], { at: planned, reason: 'legal_hold', longest: DAY })
    t.equal(dueAt(target, start, OFFICE, { pauses }).dueAt, planned)
  })
})

t.test('a calendar of quiet hours or of duty counts no working time (R17)', async t => {
  t.throws(() => dueAt(workingHours(1), at('2026-11-23 09:00'), office({ purpose: 'quiet' })), {
    code: 'CALENDAR_INVALID'
  })
  t.throws(() => remaining(workdays(1), 0, office({ purpose: 'duty' }), 1), { code: 'CALENDAR_INVALID' })
  t.equal(due(rolling(1), at('2026-11-23 09:00'), office({ purpose: 'duty' })), '2026-11-23 10:00')
})

t.test('a new version of a calendar (R15)', async t => {
  const before = officeCalendar('2020-01-26')
  const after = officeCalendar('2020-01-27')
  const start = at('2020-01-23 17:00')
  const published = at('2020-01-27 08:00')
  const target = workingHours(4)
  const first = dueAt(target, start, before).dueAt

  t.test('that extends the holiday moves a running clock and says from when to when and why (T14)', async t => {
    t.equal(shown(first), '2020-01-31 12:00')
    const found = replan({ target, start, dueAt: first }, { from: before, to: after }, published)
    t.equal(shown(found!.dueAt), '2020-02-03 12:00')
    t.match(found, { used: HOUR, start: published })
    t.same(found?.moved, { from: first, to: found?.dueAt, why: 'calendar office@cn-2020-01-27' })
    t.equal(found?.explanation.used, HOUR)
  })

  t.test('never moves a clock that has stopped, nor one that is due already (T14)', async t => {
    const stopped = { target, start, dueAt: first, stoppedAt: at('2020-01-23 17:30') }
    t.equal(replan(stopped, { from: before, to: after }, published), undefined)
    t.equal(replan({ target, start, dueAt: first }, { from: before, to: after }, first), undefined)
  })

  t.test('that changes nothing for a clock tells nothing', async t => {
    const early = { target: workingHours(1), start: at('2020-03-02 10:00'), dueAt: at('2020-03-02 11:00') }
    const found = replan(early, { from: before, to: after }, published)
    t.equal(found?.dueAt, early.dueAt)
    t.equal(found?.moved, undefined)
  })

  t.test('may come again: what was used adds up', async t => {
    const once = replan({ target, start, dueAt: first }, { from: before, to: after }, published)!
    const half = at('2020-02-03 10:30')
    const shorter = office({
      version: 'short',
      days: [...after.days, { date: '2020-02-03', kind: 'off', reason: '停电' }]
    })
    const twice = replan({ target, ...once }, { from: after, to: shorter }, half)!
    t.equal(twice.used, 2.5 * HOUR)
    t.equal(shown(twice.dueAt), '2020-02-04 10:30')
  })
})

import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { officeCalendar } from '@huiyin/domain/calendar/office-calendar.ts'
import { calendarStore } from '@huiyin/ports/calendars.ts'
import type { HolidayNotice } from '@huiyin/schemas/calendar.ts'
import t, { type Test } from 'tap'
import { noticesOfIcal } from '../src/calendar-ical.ts'
import { runHuiyin } from './command.ts'
import { office } from './house.ts'

const event = (from: string, until: string, summary: string, more = '') =>
  `BEGIN:VEVENT\nUID:${from}\nDTSTART;VALUE=DATE:${from}\nDTEND;VALUE=DATE:${until}\nSUMMARY:${summary}\n${more}END:VEVENT\n`
const ical = (...events: string[]) => `BEGIN:VCALENDAR\nVERSION:2.0\n${events.join('')}END:VCALENDAR\n`

t.test('an iCalendar', async t => {
  t.test('gives each year its days off and days worked, whole days with the end left out', async t => {
    const notices = noticesOfIcal(
      ical(event('20270101', '20270104', '元旦假期'), event('20270110', '20270111', '上班(补元旦假期)'))
    )
    t.same(notices, [
      {
        year: 2027,
        papers: [],
        days: [
          { name: '元旦', date: '2027-01-01', isOffDay: true },
          { name: '元旦', date: '2027-01-02', isOffDay: true },
          { name: '元旦', date: '2027-01-03', isOffDay: true },
          { name: '元旦', date: '2027-01-10', isOffDay: false }
        ]
      }
    ])
  })

  t.test('is believed about what Apple’s word says before its summary', async t => {
    const worked = event('20270220', '20270221', '春节(休)', 'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\n')
    t.match(noticesOfIcal(ical(worked)), [{ days: [{ name: '春节', isOffDay: false }] }])
  })

  t.test('gives a holiday that begins in December to the year that it is about', async t => {
    const notices = noticesOfIcal(
      ical(event('20261231', '20270103', '元旦假期'), event('20270501', '20270506', '劳动节假期'))
    )
    t.same(
      notices.map(({ year, days }) => [year, days.length, days[0]?.date]),
      [[2027, 8, '2026-12-31']]
    )
  })

  for (const [what, text, message] of [
    ['an event that is neither off nor worked', ical(event('20270101', '20270102', 'Picnic')), /"Picnic" has none/],
    [
      'hours of a day',
      ical(event('20270101', '20270102', '休').replaceAll(/;VALUE=DATE:(\d+)/g, ':$1T090000Z')),
      /whole days/
    ],
    ['what comes every year', ical(event('20270101', '20270102', '休', 'RRULE:FREQ=YEARLY\n')), /again and again/],
    ['half a file', ical(event('20270101', '20270102', '休')).slice(0, 90), /expected an iCalendar/]
  ] as const)
    t.test(`with ${what} is refused`, async t => {
      t.throws(() => noticesOfIcal(text), { code: 'INVALID_REQUEST', message })
    })
})

t.test('versions of a calendar', async t => {
  t.test('are made once, and the newest by number is read', async t => {
    const here = await office(t)
    await here.look(async ({ store: { records } }) => {
      const store = calendarStore(records)
      t.equal((await store.newest('office')).version, officeCalendar().version)
      for (const version of ['1', '2', '9', '10']) await store.add({ ...officeCalendar(), version })
      t.equal((await store.newest('office')).version, '10')
      t.equal(await store.nextVersion('office'), '11')
      await t.rejects(store.add({ ...officeCalendar(), version: '2', name: '另一个' }), { code: 'VERSION_EXISTS' })
      t.not((await records.get<{ name: string }>('calendar', 'office@2'))?.document.value.name, '另一个')
      await t.rejects(store.newest('night'), { code: 'INVALID_REQUEST', message: /"night" came/ })
    })
  })
})

const written = (t: Test, name: string, content: string) => {
  const path = join(t.testdir({}), name)
  writeFileSync(path, content)
  return path
}

t.test('huiyin calendar', async t => {
  const notice = (days: HolidayNotice['days']) => JSON.stringify({ year: 2027, papers: [], days })
  const newYear = [{ name: '元旦', date: '2027-01-01', isOffDay: true }]

  t.test('shows a year of the shipped calendar without making a folder', async t => {
    const data = join(t.testdir({}), 'data')
    const { code, stdout } = await runHuiyin(data, 'calendar', 'show', '--year', '2026')
    t.equal(code, 0)
    t.match(stdout, '2026: 248 working days')
    t.match(stdout, /off +2026-02-15 Sun to 2026-02-23 Mon +春节/)
    t.match(stdout, /worked +2026-09-20 Sun +国庆节/)
    t.notOk(existsSync(data))
  })

  t.test('takes a year in as a new version, once, and says what changes', async t => {
    const file = written(t, '2027.json', notice(newYear))
    const data = join(t.testdirName, 'data')
    const dry = await runHuiyin(data, 'calendar', 'import', file, '--dry-run')
    t.match(dry.stdout, /2027-01-01 Fri {2}off \(元旦\)\nNothing was changed/)
    t.match(dry.stdout, '2027 has 1 off, by law there are 13 at least: is the file whole?')
    t.notOk(existsSync(data))
    t.match((await runHuiyin(data, 'calendar', 'import', file)).stdout, /office@cn-[-\d]+ is now office@1/)
    t.match((await runHuiyin(data, 'calendar', 'import', file)).stdout, 'Nothing is different in office@1')
    t.match((await runHuiyin(data, 'calendar', 'show', '--year', '2027')).stdout, /off +2027-01-01 Fri +元旦/)
  })

  t.test('refuses a year with no days, as JSON and as iCalendar (R14)', async t => {
    for (const [name, content] of [
      ['a.json', notice([])],
      ['b.ics', ical()]
    ] as const) {
      const file = written(t, name, content)
      const { code, stderr } = await runHuiyin(join(t.testdirName, 'data'), 'calendar', 'import', file)
      t.equal(code, 1)
      t.match(stderr, /there is none, so (the|no) year/)
    }
  })
})

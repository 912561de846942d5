import t from 'tap'
import { compare } from './compare.ts'
import { dueAfter, HOUR } from './reference/minutes.ts'
import { type Simulated, simulate } from './run.ts'
import { showMismatch } from './verdict/mismatch.ts'

const at = (wall: string) => Date.parse(`${wall}+08:00`)
const hours = (n: number) => ({ kind: 'WORKING_HOURS', ms: n * HOUR }) as const

t.test('the reference that counts minute after minute', async t => {
  t.test('knows the make-up days and holidays of 2026 (T1–T4)', async t => {
    t.equal(dueAfter(hours(8), at('2026-02-14T16:00')), at('2026-02-24T17:00'))
    t.equal(dueAfter(hours(4), at('2026-09-18T17:00')), at('2026-09-20T12:00'))
    t.equal(dueAfter(hours(1), at('2026-09-30T17:30')), at('2026-10-08T09:30'))
    t.equal(dueAfter({ kind: 'WORKDAYS', days: 2 }, at('2026-10-09T17:00')), at('2026-10-12T17:00'))
  })

  t.test('counts what is left by an amended notice, and what was used by the first (R15)', async t => {
    const start = at('2026-02-14T16:00')
    t.equal(dueAfter(hours(8), start, { by: 'amended-meanwhile' }), at('2026-02-26T17:00'))
  })

  t.test('loses no moment at midnight, and none of a pause (T7, T9)', async t => {
    const [midnight, noon] = [at('2026-02-10T23:59:59.500'), at('2026-02-10T11:00')]
    t.equal(dueAfter({ kind: 'CALENDAR_HOURS', ms: 2_000 }, midnight), at('2026-02-11T00:00:01.500'))
    const pause = { from: at('2026-02-10T11:50'), to: at('2026-02-12T15:00') }
    t.equal(dueAfter(hours(1), noon, { pauses: [pause] }), at('2026-02-12T15:10'))
  })
})

t.test('two days of an office with killed processes, restarts, sleeps and people who are late', async t => {
  const run = await simulate({ days: 2, seed: 1, comments: 1_000 })
  const { mismatches, clocks, alerts } = compare(run)

  t.test('end with every clock, alert and message as the reference says', async t => {
    t.same(mismatches.map(showMismatch), [])
  })

  t.test('have seen what can go wrong', async t => {
    t.ok(run.deaths > 5)
    t.ok(run.restarts > 0)
    t.match(clocks, { first: { met: Number, missed_answered_late: Number }, close: { met: Number }, 'leg-sign': {} })
    t.match(alerts, { warn: Number, breach: Number, urgent: Number })
  })

  t.test('would tell of one due time a minute off, an alert that is not there, and one told twice', async t => {
    const late = run.tickets.map((ticket, i) => {
      const [clock, ...others] = ticket.clocks
      return i === 0 && clock ? { ...ticket, clocks: [{ ...clock, dueAt: clock.dueAt + 60_000 }, ...others] } : ticket
    })
    const told = run.messages.find(({ notices }) => notices.length === 1)!
    t.equal(count({ ...run, tickets: late }), 1)
    t.equal(count({ ...run, alerts: run.alerts.slice(1) }), 1)
    t.equal(count({ ...run, messages: [...run.messages, told] }), 1)
  })
})

const count = (run: Simulated) => compare(run).mismatches.length

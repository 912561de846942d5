import type { Target } from '@huiyin/schemas/calendar.ts'
import { DEFAULT_POLICY, type Rules } from '@huiyin/schemas/policy.ts'
import type { Clock, ClockOutcome, Ticket } from '@huiyin/schemas/ticket.ts'
import fc from 'fast-check'
import t from 'tap'
import { withNotice } from '../src/calendar/notices.ts'
import { officeCalendar } from '../src/calendar/office-calendar.ts'
import { ask, dispatch, returnDispatch, signDispatch, supervise, transfer } from '../src/cases/commands.ts'
import { closeClock, runningClock, runningClocks } from '../src/clocks/running.ts'
import { alertOwed } from '../src/clocks/telling.ts'
import { explainClock } from '../src/clocks/why.ts'
import { acknowledge, type Command, correct, dismiss, pause, resume } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { after, arrived, CALM, DESK, decideOn, HOUR, ID, judged, LI, MINUTE, NINE, said, URGENT } from './fixtures.ts'
import * as l from './links-fixtures.ts'
import { approved, by, claimed, decided, news } from './replies-fixtures.ts'

const DAY = 24 * HOUR
const CHEN = { id: 'chen', name: '陈工', role: 'handler', department: '住建局' }
const opened = (of = judged()) => after([arrived(said('路灯坏了', NINE), of), NINE + MINUTE])
const answer = (at: number) =>
  arrived(said('已为您办好', at, { comment: `o${at}`, parent: '100', ours: true, author: { id: '0' } }))
const further = (at: number) => arrived(said('还是不行？', at, { comment: `c${at}`, parent: '100' }))
const on = (ticket: Ticket, command: Command, now: number, rules: Rules = DEFAULT_RULES) =>
  decide(ticket, command, { id: ID, now, rules }).ticket!
const outcomeOf = (ticket: Ticket) => ticket.clocks[0]?.outcome

t.test('a clock keeps the versions that it was made under, whatever comes after (R1)', async t => {
  const clock = closeClock(opened())!
  t.match(clock, { policy: DEFAULT_POLICY.version, calendar: /^office@/, target: { kind: 'WORKDAYS', days: 5 } })
  const rules = {
    ...DEFAULT_RULES,
    policies: [DEFAULT_POLICY, { ...DEFAULT_POLICY, version: 'v2', effectiveFrom: NINE + HOUR }]
  }
  const later = on(opened(), acknowledge({ actor: LI, id: 'k' }), NINE + 2 * HOUR, rules)
  t.same(closeClock(later), clock)
})

t.test('published, seen and opened are three times, and only the first one counts (R2)', async t => {
  const seen = said('路灯坏了', NINE, { observedAt: NINE + 3 * HOUR })
  const { ticket, events } = decideOn(undefined, arrived(seen), NINE + 5 * HOUR)
  t.match(events[0], {
    type: 'ticket.opened',
    at: NINE + 5 * HOUR,
    data: { publishedAt: NINE, observedAt: NINE + 3 * HOUR }
  })
  t.match(ticket, { openedAt: NINE, bornAt: NINE + 5 * HOUR })
  for (const clock of ticket!.clocks) t.equal(clock.startedAt, NINE)
})

t.test('the first clock is stopped by nothing but a public answer (R4)', async t => {
  const dispatched = (ticket: Ticket) =>
    decided(
      ticket,
      NINE + HOUR,
      dispatch({ ...by(LI), seen: ticket.lastTurn, department: '住建局', request: '请维修' })
    )
  const returned = (ticket: Ticket) => {
    const sent = dispatched(ticket)
    const of = { ...by(CHEN), dispatch: sent.dispatches[0]!.id }
    return decided(sent, NINE + HOUR, signDispatch(of), returnDispatch({ ...of, id: 'r', text: '已修好' }))
  }
  const notes: Record<string, (ticket: Ticket) => Ticket> = {
    'an acknowledgement': ticket => decided(ticket, NINE + HOUR, acknowledge(by(LI))),
    'a like': ticket =>
      decided(ticket, NINE + HOUR, arrived(said('路灯坏了', NINE, { likes: 99, observedAt: NINE + HOUR }))),
    'thanks of the citizen': ticket =>
      on(ticket, arrived(said('谢谢', NINE + HOUR, { comment: '101', parent: '100' }), CALM), NINE + HOUR),
    'a dispatch': dispatched,
    'a result that the citizen was not told': returned,
    'a transfer': ticket => decided(ticket, NINE + HOUR, transfer({ ...by(LI), department: '水务局', reason: '职责' })),
    'a supervision': ticket =>
      decided(
        ticket,
        NINE + HOUR,
        supervise({ ...by(LI), text: '请尽快', owner: '住建局', dueAt: NINE + DAY, instruction: false })
      ),
    'an ask': ticket => decided(ticket, NINE + HOUR, ask({ ...by(LI), kind: 'close-without-result', reason: '重复' })),
    'a correction': ticket => decided(ticket, NINE + HOUR, correct({ ...by(LI), sentiment: 'negative' })),
    'an approved reply': ticket => approved(ticket),
    'a reply on its way': ticket => claimed(approved(ticket)),
    'a reply that the platform took and nobody read back': ticket => {
      const gone = claimed(approved(ticket))
      return decided(gone, NINE + HOUR, news(gone, 'reply.sent', { native: '500' }))
    }
  }
  const { id, startedAt, dueAt } = runningClock(opened())!
  for (const [what, done] of Object.entries(notes))
    t.match(runningClock(done(opened())), { id, startedAt, dueAt }, what)
})

t.test('a ticket is judged at birth as it stands then (R8)', async t => {
  t.test('answered before we found the question it starts no clock', async t => {
    const closed = after([arrived(said('问', NINE)), NINE], [answer(NINE + HOUR), NINE + HOUR])
    t.same(runningClocks(on(closed, further(NINE + HOUR / 2), NINE + 2 * HOUR)), [])
  })

  t.test('overdue at birth it is told of at once', async t => {
    const late = decideOn(undefined, arrived(said('水管爆了', NINE), URGENT), NINE + 4 * HOUR).ticket!
    t.equal(late.nextDueAt, NINE + 4 * HOUR)
    t.match(late.clocks[0], { bornLate: true, detectedAt: NINE + 4 * HOUR })
  })

  t.test('found while the platform is out of order it keeps the time that was paused', async t => {
    const paused = on(opened(), pause({ ...by(LI), clock: 'first-1', reason: 'platform_outage' }), NINE + HOUR)
    const older = on(paused, further(NINE - HOUR), NINE + 2 * HOUR)
    t.match(runningClock(older), { startedAt: NINE - HOUR, dueAt: NINE - HOUR + 2 * DAY })
  })
})

t.test('each outcome (R9)', async t => {
  const breached = (ticket: Ticket) => {
    const { clock, kind, point } = alertOwed(ticket, NINE + DAY)!
    return on(
      ticket,
      { type: 'clock.told', actor: DESK, clock: clock.id, dueSetBy: clock.dueSetBy, kind, point },
      NINE + DAY
    )
  }
  const away = (ticket: Ticket) => dismiss({ ...by(LI), seen: ticket.lastTurn, reason: '广告' })
  const sooner = {
    ...DEFAULT_POLICY.rules[1]!.promises.first!,
    target: { kind: 'CALENDAR_HOURS' as const, ms: 12 * HOUR }
  }
  const rules = {
    ...DEFAULT_RULES,
    policies: [
      {
        ...DEFAULT_POLICY,
        rules: [
          { name: '水务', when: { departments: ['水务局'] }, promises: { first: sooner } },
          ...DEFAULT_POLICY.rules
        ]
      }
    ]
  }
  const found: Record<ClockOutcome, () => Ticket> = {
    met: () => on(opened(), answer(NINE + DAY), NINE + DAY),
    missed_answered_late: () => on(opened(), answer(NINE + DAY + 1), NINE + DAY + 1),
    missed_open: () => breached(opened()),
    cancelled: () => on(opened(), away(opened()), NINE + HOUR),
    superseded: () => on(opened(), transfer({ ...by(LI), department: '水务局', reason: '职责' }), NINE + HOUR, rules),
    merged: () => l.joined(l.opened('1', NINE), l.opened('2', NINE + HOUR), NINE + 2 * HOUR).younger,
    void: () => after([arrived(said('问', NINE)), NINE + 30 * HOUR], [answer(NINE + 31 * HOUR), NINE + 31 * HOUR])
  }
  for (const [outcome, ticketOf] of Object.entries(found)) t.equal(outcomeOf(ticketOf()), outcome)
  t.equal(outcomeOf(opened()), undefined, 'running, it has none')
  const late = on(breached(opened()), answer(NINE + 2 * DAY), NINE + 2 * DAY)
  t.match(late.clocks[0], { outcome: 'missed_answered_late', breachedAt: NINE + DAY, overrun: DAY })
})

t.test('how late an answer was goes by when the platform took it, not by when we heard (R7)', async t => {
  const late = on(opened(), answer(NINE + DAY + HOUR), NINE + 3 * DAY)
  t.match(late.clocks[0], { stoppedAt: NINE + DAY + HOUR, overrun: HOUR, outcome: 'missed_answered_late' })
  const inTime = on(opened(), answer(NINE + HOUR), NINE + 3 * DAY)
  t.match(inTime.clocks[0], { stoppedAt: NINE + HOUR, overrun: 0, outcome: 'met' })
})

t.test('resumed with little left there is a warning before the breach, never more time (R19)', async t => {
  const complaint = on(opened(judged({ label: 'complaint' })), answer(NINE + HOUR), NINE + HOUR)
  const { dueAt } = closeClock(complaint)!
  const stopped = on(complaint, pause({ ...by(LI), clock: 'close-1', reason: 'legal_hold' }), dueAt - 3 * MINUTE)
  const now = dueAt + 2 * DAY
  const resumed = on(stopped, resume({ ...by(LI), clock: 'close-1' }), now)
  t.equal(closeClock(resumed)?.dueAt, now + 3 * MINUTE)
  t.match(alertOwed(resumed, now), { kind: 'warn', point: 4 * HOUR })
  t.match(alertOwed(resumed, now + 3 * MINUTE), { kind: 'breach' })
})

t.test('seven days after the closing, to the millisecond, it is the same case (R20)', async t => {
  const closedAt = NINE + HOUR
  const closed = after([arrived(said('问', NINE)), NINE], [answer(closedAt), closedAt])
  const back = (at: number) => on(closed, further(at), at)
  t.match(back(closedAt + 7 * DAY).cycles.at(-1), { n: 2, newCase: undefined })
  t.match(runningClock(back(closedAt + 7 * DAY)), { kind: 'next', cycle: 2 })
  t.match(back(closedAt + 7 * DAY + 1).cycles.at(-1), { n: 2, newCase: true })
  t.match(runningClock(back(closedAt + 7 * DAY + 1)), { kind: 'first', cycle: 2 })
})

t.test('an edit that raises the risk is judged anew, and its first text is not forgotten (R28)', async t => {
  const edited = arrived(said('路灯坏了，有人触电', NINE, { observedAt: NINE + 2 * HOUR }), URGENT)
  const { ticket, events } = decideOn(opened(), edited, NINE + 2 * HOUR)
  t.ok(events.some(({ type }) => type === 'comment.edited'))
  t.match(ticket, { urgent: true, risk: { level: 'orange' } })
  t.match(runningClock(ticket!), { startedAt: NINE, dueAt: NINE + 3 * HOUR, originalDueAt: NINE + DAY })
})

/** What people and offices do to a clock that runs, at growing instants. */
const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 * 60 }), fc.constantFrom('pause', 'resume', 'notice')), {
  maxLength: 8
})

function notices(): Rules {
  const calendars = [...DEFAULT_RULES.calendars]
  const off = ['2026-11-25', '2026-11-27', '2026-12-01']
  for (const i of off.keys()) {
    const notice = {
      year: 2026,
      papers: [],
      days: off.slice(0, i + 1).map(date => ({ name: '停工', date, isOffDay: true }))
    }
    const made = { version: `storm-${i}`, effectiveFrom: NINE + (i + 1) * 20 * HOUR }
    calendars.push(withNotice(officeCalendar(), notice, made).calendar)
  }
  return { ...DEFAULT_RULES, calendars }
}

t.test('whatever is paused, resumed and announced, a clock says why it is due (R15, R16)', async () => {
  const rules = notices()
  const lengthOf = ({ target }: Clock) => (target.kind === 'WORKDAYS' ? target.days * DAY : target.ms)
  const explained = (clock: Clock) => {
    const { counted, dueAt } = explainClock(clock, rules)
    const sum = counted.reduce((sum, { from, to }) => sum + to - from, 0)
    return dueAt === clock.dueAt && sum === lengthOf(clock) - clock.used
  }
  fc.assert(
    fc.property(steps, all => {
      let now = NINE + HOUR
      let ticket = decide(undefined, arrived(said('路灯坏了', NINE), judged({ label: 'complaint' })), {
        id: ID,
        now,
        rules
      }).ticket!
      for (const [minutes, what] of all) {
        now += minutes * MINUTE
        for (const { id: clock, dueAt } of runningClocks(ticket)) {
          if (dueAt <= now || what === 'notice') continue
          const of = { ...by(LI), clock }
          ticket = on(ticket, what === 'pause' ? pause({ ...of, reason: 'platform_outage' }) : resume(of), now, rules)
        }
        if (what === 'notice') ticket = on(ticket, { type: 'rules.changed', actor: DESK }, now, rules)
        if (!runningClocks(ticket).every(explained)) return false
      }
      return true
    }),
    { numRuns: 300 }
  )
})

const TARGETS: readonly Target[] = [
  { kind: 'CALENDAR_HOURS', ms: 30 * HOUR },
  { kind: 'WORKING_HOURS', ms: 9 * HOUR },
  { kind: 'WORKDAYS', days: 3 },
  { kind: 'CALENDAR_ROLL', ms: 20 * HOUR }
]

t.test('what is said later is never due sooner, whatever is promised (R10)', async () => {
  const [urgent, normal] = DEFAULT_POLICY.rules
  const start = fc.integer({ min: 0, max: 40 * 24 * 60 }).map(minutes => NINE + minutes * MINUTE) // into an unknown year
  fc.assert(
    fc.property(start, start, fc.constantFrom(...TARGETS), (one, other, target) => {
      const promises = { ...normal!.promises, first: { target, calendar: 'office', warnBefore: [] } }
      const policy = { ...DEFAULT_POLICY, rules: [urgent!, { ...normal!, promises }] }
      const rules = { ...DEFAULT_RULES, policies: [policy] }
      const dueOf = (at: number) =>
        runningClock(decide(undefined, arrived(said('问', at)), { id: ID, now: at, rules }).ticket!)!.dueAt
      return dueOf(Math.min(one, other)) <= dueOf(Math.max(one, other))
    }),
    { numRuns: 300 }
  )
})

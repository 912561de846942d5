import type { Policy, Rules } from '@huiyin/schemas/policy.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { withNotice } from '../src/calendar/notices.ts'
import { officeCalendar } from '../src/calendar/office-calendar.ts'
import { closeClock, runningClock } from '../src/clocks/running.ts'
import { explainClock } from '../src/clocks/why.ts'
import { type Command, correct, dismiss, pause, reopen, resume, waive } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { approveReply } from '../src/replies/commands.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { arrived, DESK, HOUR, ID, judged, LI, MINUTE, NINE, said, URGENT } from './fixtures.ts'
import { approved, by, claimed, confirmed, decided, HEAD, last, news } from './replies-fixtures.ts'

const DAY = 24 * HOUR
const asked = said('请问医保卡丢了去哪里补办？', NINE)
const complained = judged({ label: 'complaint' })
const outside = (at: number, of = {}) =>
  arrived(said('已为您办好', at, { comment: `o${at}`, parent: '100', ours: true, author: { id: '0' }, ...of }))
const further = (at: number) => arrived(said('还是不行？', at, { comment: `c${at}`, parent: '100' }))

/** What is urgent needs the head as well. */
function publicReply(ticket: Ticket, at: number): Ticket {
  const reviewed = approved(ticket, at)
  const { id: reply, hash } = last(reviewed)
  const gone = claimed(decided(reviewed, at, approveReply({ ...by(HEAD), reply, hash })), at)
  return decided(gone, at, news(gone, 'reply.confirmed', { acceptedAt: at }))
}

type Step = [command: Command, now: number]

function lived(rules: Rules, ...steps: readonly Step[]): Ticket {
  let ticket: Ticket | undefined
  for (const [command, now] of steps) ticket = decide(ticket, command, { id: ID, now, rules }).ticket
  return ticket!
}

const life = (...steps: readonly Step[]) => lived(DEFAULT_RULES, ...steps)
const then = (ticket: Ticket, command: Command, now: number, rules = DEFAULT_RULES) =>
  decide(ticket, command, { id: ID, now, rules }).ticket!
const kindOf = ({ kind, cycle, outcome }: Clock) => `${kind} ${cycle} ${outcome ?? 'running'}`
const clocksOf = (ticket: Ticket) => ticket.clocks.map(kindOf)
const changed = (of: Partial<Policy>): Rules => ({
  ...DEFAULT_RULES,
  policies: [DEFAULT_POLICY, { ...DEFAULT_POLICY, version: 'v2', ...of }]
})

t.test('the clock of the result', async t => {
  t.test('starts with the first comment that is owed, 5 working days, or 24 hours when it is urgent (R1)', async t => {
    const normal = closeClock(life([arrived(asked), NINE]))
    t.match(normal, { startedAt: NINE, dueAt: Date.parse('2026-11-30T09:00:00+08:00'), cycle: 1 })
    const urgent = closeClock(life([arrived(said('煤气漏了', NINE), URGENT), NINE]))
    t.match(urgent, { startedAt: NINE, dueAt: NINE + DAY })
  })

  t.test('stops with the answer to an inquiry, for good, with what it was over (R7)', async t => {
    const late = NINE + 8 * DAY
    const ticket = life([arrived(asked), NINE], [outside(late), late])
    t.same(clocksOf(ticket), ['first 1 missed_answered_late', 'close 1 missed_answered_late'])
    t.equal(ticket.clocks[1]?.overrun, DAY)
    t.match(ticket.cycles, [{ n: 1, closedAt: late, how: 'answered' }])
    const again = then(ticket, outside(late), late + 30 * DAY)
    t.same(again.clocks, ticket.clocks)
  })

  t.test('goes on after an answer to a complaint, whose result is not told yet', async t => {
    const ticket = life([arrived(asked, complained), NINE], [outside(NINE + HOUR), NINE + HOUR])
    t.equal(ticket.status, 'handling')
    t.same(clocksOf(ticket), ['first 1 met', 'close 1 running'])
    t.equal(ticket.nextDueAt, Date.parse('2026-11-29T09:00:00+08:00'))
  })

  t.test('is cancelled with a dismissal, and starts again from its own time when that is taken back (R9)', async t => {
    const opened = life([arrived(asked), NINE])
    const by = { actor: LI, seen: opened.lastTurn, reason: '重复' }
    const away = then(opened, dismiss({ ...by, id: 'd' }), NINE + HOUR)
    t.same(clocksOf(away), ['first 1 cancelled', 'close 1 cancelled'])
    const back = then(away, reopen({ ...by, seen: away.lastTurn, id: 'r' }), NINE + 2 * HOUR)
    t.match(runningClock(back), { kind: 'first', startedAt: NINE, dueAt: NINE + DAY })
    t.match(closeClock(back), { cycle: 1, startedAt: NINE })
  })
})

t.test('a case that is asked about again', async t => {
  const closed = () => life([arrived(asked), NINE], [outside(NINE + HOUR), NINE + HOUR])

  t.test('within seven days is the second cycle: FIRST stays as it ended, NEXT and CLOSE start (R20)', async t => {
    const at = NINE + 3 * DAY
    const ticket = then(closed(), further(at), at)
    t.same(clocksOf(ticket), ['first 1 met', 'close 1 met', 'next 2 running', 'close 2 running'])
    t.match(runningClock(ticket), { startedAt: at, dueAt: at + DAY })
    t.equal(closeClock(ticket)?.startedAt, at)
    t.match(ticket.cycles, [
      { n: 1, closedAt: NINE + HOUR },
      { n: 2, openedAt: at, newCase: undefined }
    ])
  })

  t.test('later counts as a new case, with a first clock of its own (R20)', async t => {
    const at = NINE + 9 * DAY
    const ticket = then(closed(), further(at), at)
    t.match(ticket.cycles.at(-1), { n: 2, newCase: true })
    t.same(clocksOf(ticket).slice(2), ['first 2 running', 'close 2 running'])
  })

  t.test('by what was said before it was closed, and found only then, was not done: the cycle goes on', async t => {
    const at = NINE + HOUR / 2
    const ticket = then(closed(), further(at), NINE + 2 * HOUR)
    t.equal(ticket.cycles.length, 1, 'what was written in the platform’s own app answers all before it')
    const after = then(closed(), further(NINE + HOUR + MINUTE), NINE + 2 * HOUR)
    t.equal(after.cycles.length, 2)
  })
})

t.test('a pause', async t => {
  const opened = () => life([arrived(asked), NINE])

  t.test('of the first reply is refused unless the platform is out of order (R18)', async t => {
    const of = { actor: LI, id: 'p', clock: 'first-1' }
    t.throws(() => then(opened(), pause({ ...of, reason: 'awaiting_citizen' }), NINE + HOUR), {
      code: 'PAUSE_NOT_ALLOWED'
    })
    const paused = then(opened(), pause({ ...of, reason: 'platform_outage' }), NINE + HOUR)
    t.match(runningClock(paused), { dueAt: NINE + 2 * DAY, pauses: [{ from: NINE + HOUR, to: NINE + HOUR + DAY }] })
  })

  t.test('conserves what was left, and ends by itself (R18, R19, T9)', async t => {
    const ticket = life([arrived(asked, complained), NINE], [outside(NINE + HOUR), NINE + HOUR])
    const at = closeClock(ticket)!.dueAt - 10 * MINUTE
    const paused = then(ticket, pause({ actor: LI, id: 'p', clock: 'close-1', reason: 'awaiting_citizen' }), at)
    t.equal(closeClock(paused)?.pauses[0]?.to, at + 7 * DAY, 'the policy’s longest')
    const resumed = then(paused, resume({ actor: LI, id: 'r', clock: 'close-1' }), at + 3 * DAY)
    t.equal(closeClock(resumed)?.dueAt, at + 3 * DAY + 10 * MINUTE)
    t.not(closeClock(resumed)?.dueSetBy, closeClock(ticket)?.dueSetBy, 'alerts of the old due time are void (R34)')
  })

  t.test('does not have a warning looked for that was told before it (R29)', async t => {
    const ticket = life([arrived(asked, complained), NINE], [outside(NINE + HOUR), NINE + HOUR])
    const { dueAt, dueSetBy } = closeClock(ticket)!
    const point = { clock: 'close-1', dueSetBy, kind: 'warn', point: DAY } as const
    const warned = then(ticket, { type: 'clock.told', actor: DESK, ...point }, dueAt - DAY)
    const of = { actor: LI, clock: 'close-1' }
    const paused = then(warned, pause({ ...of, id: 'p', reason: 'legal_hold' }), dueAt - 20 * HOUR)
    const resumed = then(paused, resume({ ...of, id: 'r' }), dueAt + 4 * HOUR)
    t.equal(closeClock(resumed)?.dueAt, dueAt + 13 * HOUR, 'the Sunday had not counted')
    t.equal(resumed.nextDueAt, dueAt + 9 * HOUR, 'the next point, 4 hours before')
  })

  t.test('while it is paused changes nothing (R18)', async t => {
    const once = then(opened(), pause({ actor: LI, id: 'a', clock: 'first-1', reason: 'platform_outage' }), NINE + HOUR)
    const twice = then(
      once,
      pause({ actor: LI, id: 'b', clock: 'first-1', reason: 'platform_outage' }),
      NINE + 2 * HOUR
    )
    t.same(twice.clocks, once.clocks)
  })
})

t.test('other rules', async t => {
  t.test('by department: the clock ends as superseded, another goes on with its start (R22)', async t => {
    const rules = changed({
      rules: [
        {
          name: '教育',
          when: { departments: ['教育局'] },
          promises: { first: { target: { kind: 'CALENDAR_HOURS', ms: 12 * HOUR }, calendar: 'office', warnBefore: [] } }
        },
        ...DEFAULT_POLICY.rules
      ]
    })
    const opened = lived(rules, [arrived(asked), NINE])
    const moved = then(opened, correct({ actor: LI, id: 'k', department: '教育局' }), NINE + HOUR, rules)
    t.same(clocksOf(moved), ['first 1 superseded', 'close 1 running', 'first 1 running'])
    t.match(runningClock(moved), { startedAt: NINE, dueAt: NINE + 12 * HOUR, policy: 'v2' })
    const late = then(opened, correct({ actor: LI, id: 'k', department: '教育局' }), NINE + 20 * HOUR, rules)
    t.match(runningClock(late), { lateUpgrade: true }, 'told once as "act now" (R21)')
  })

  t.test(
    'from tomorrow do not touch a clock of today until it is told of them, and then only one that runs',
    async t => {
      const [urgent, normal] = DEFAULT_POLICY.rules
      const first = {
        target: { kind: 'CALENDAR_HOURS' as const, ms: 48 * HOUR },
        calendar: 'office',
        warnBefore: [HOUR]
      }
      const rules = changed({
        effectiveFrom: NINE + 10 * HOUR,
        rules: [urgent!, { ...normal!, promises: { ...normal!.promises, first } }]
      })
      const opened = lived(rules, [arrived(asked), NINE])
      t.equal(runningClock(opened)?.dueAt, NINE + DAY)
      t.equal(runningClock(then(opened, further(NINE + 11 * HOUR), NINE + 11 * HOUR, rules))?.dueAt, NINE + DAY)
      const told = then(opened, { type: 'rules.changed', actor: DESK }, NINE + 12 * HOUR, rules)
      t.match(runningClock(told), { dueAt: NINE + 2 * DAY, policy: 'v2', startedAt: NINE })
      const done = lived(rules, [arrived(asked), NINE], [outside(NINE + HOUR), NINE + HOUR])
      t.same(then(done, { type: 'rules.changed', actor: DESK }, NINE + 12 * HOUR, rules).clocks, done.clocks)
    }
  )

  t.test(
    'of a calendar that extends a holiday move what runs, with the reason, and leave what has ended (R15, T14)',
    async t => {
      const before = officeCalendar()
      const notice = { year: 2026, papers: [], days: [{ name: '停课停工', date: '2026-11-25', isOffDay: true }] }
      const made = { version: 'v2', effectiveFrom: Date.parse('2026-11-24T08:00:00+08:00') }
      const { calendar } = withNotice(before, notice, made)
      const rules = { ...DEFAULT_RULES, calendars: [...DEFAULT_RULES.calendars, calendar] }
      const opened = lived(rules, [arrived(asked, complained), NINE])
      const told = decide(opened, { type: 'rules.changed', actor: DESK }, { id: ID, now: made.effectiveFrom, rules })
      t.equal(closeClock(told.ticket!)?.dueAt, closeClock(opened)!.dueAt + DAY)
      t.match(told.events, [{ type: 'clock.moved', data: { clock: 'close-1', why: 'calendar office@v2' } }])
      const explanation = explainClock(closeClock(told.ticket!)!, rules)
      t.match(explanation, { calendar: { id: 'office', version: 'v2' }, dueAt: closeClock(told.ticket!)!.dueAt })
    }
  )
})

t.test('a due time that reaches into a year without a notice is provisional, and says so (R14, T8)', async t => {
  const year = Date.parse('2026-12-30T09:00:00+08:00')
  const clock = closeClock(life([arrived(said('路灯坏了', year), complained), year]))!
  t.equal(clock.provisional, true)
  t.same(explainClock(clock, DEFAULT_RULES).unknownYears, [2027])
})

t.test('a due time that no longer reaches into such a year is no longer provisional (R14)', async t => {
  const year = Date.parse('2026-12-30T09:00:00+08:00')
  const grave = arrived(said('水管爆了', year + HOUR, { comment: '101', parent: '100' }), URGENT)
  const ticket = life([arrived(said('路灯坏了', year), complained), year], [grave, year + HOUR])
  t.match(closeClock(ticket), { dueAt: year + HOUR + DAY, provisional: undefined })
})

t.test('what was late before anybody could know is judged at once, and ends as void (R8, R30)', async t => {
  const seen = NINE + 30 * HOUR
  const ticket = life([arrived(asked), seen])
  t.match(runningClock(ticket), { bornLate: true, detectedAt: seen })
  const answered = then(ticket, outside(seen + HOUR), seen + HOUR)
  t.match(answered.clocks[0], { outcome: 'void', overrun: 7 * HOUR })
})

t.test('a last word that needs no reply', async t => {
  const thanks = arrived(said('好的', NINE + DAY, { comment: 'c7', parent: '100' }))
  const closed = life([arrived(asked), NINE], [outside(NINE + HOUR), NINE + HOUR], [thanks, NINE + DAY])

  t.test('is set aside with a reason: NEXT is cancelled, and the case closed as before (R6)', async t => {
    t.equal(runningClock(closed)?.kind, 'next')
    const aside = then(closed, waive({ actor: LI, id: 'w', seen: closed.lastTurn, reason: '致谢' }), NINE + DAY + HOUR)
    t.match(aside, { status: 'answered', owed: [] })
    t.same(clocksOf(aside), ['first 1 met', 'close 1 met', 'next 2 cancelled', 'close 2 cancelled'])
    t.match(aside.cycles.at(-1), { how: 'nothing-asked' })
  })

  t.test('of a complaint under way leaves its result owed (R6)', async t => {
    const under = life([arrived(asked, complained), NINE], [outside(NINE + HOUR), NINE + HOUR], [thanks, NINE + DAY])
    const aside = then(under, waive({ actor: LI, id: 'w', seen: under.lastTurn, reason: '致谢' }), NINE + DAY + HOUR)
    t.equal(aside.status, 'handling')
    t.same(clocksOf(aside), ['first 1 met', 'close 1 running', 'next 1 cancelled'])
  })

  t.test('cannot be set aside twice', async t => {
    const aside = then(closed, waive({ actor: LI, id: 'w', seen: closed.lastTurn, reason: '致谢' }), NINE + DAY + HOUR)
    const again = waive({ actor: LI, id: 'x', seen: aside.lastTurn, reason: '致谢' })
    t.throws(() => then(aside, again, NINE + 2 * DAY), { code: 'NOTHING_OWED' })
  })
})

t.test('a comment that is deleted', async t => {
  const gone = (comment: string, at: number, of = {}) =>
    arrived(said('', NINE, { comment, deleted: true, observedAt: at, ...of }))

  t.test('lets the clock go by what is left (R28)', async t => {
    const ticket = life(
      [arrived(asked), NINE + MINUTE],
      [further(NINE + HOUR), NINE + HOUR],
      [gone('100', NINE + 2 * HOUR), NINE + 2 * HOUR]
    )
    t.match(runningClock(ticket), { startedAt: NINE + HOUR, dueAt: NINE + HOUR + DAY })
  })

  t.test('ends the clocks as cancelled when it was all (R28)', async t => {
    const ticket = life([arrived(asked), NINE + MINUTE], [gone('100', NINE + HOUR), NINE + HOUR])
    t.same(clocksOf(ticket), ['first 1 cancelled', 'close 1 cancelled'])
    t.equal(ticket.status, 'answered')
  })

  t.test('after it was answered is not owed again when the platform takes that answer down (R28)', async t => {
    const done = confirmed(life([arrived(asked), NINE + MINUTE]), NINE + HOUR)
    const deleted = then(done, gone('100', NINE + 2 * HOUR), NINE + 2 * HOUR)
    const removed = { type: 'reply.removed', actor: DESK, reply: done.replies[0]!.id } as const
    t.match(then(done, removed, NINE + 3 * HOUR), { status: 'open', owed: [{ native: '100' }] })
    const after = then(deleted, removed, NINE + 3 * HOUR)
    t.match(after, { status: 'answered', owed: [] })
    t.same(clocksOf(after), ['first 1 met', 'close 1 met'])
    t.equal(after.nextDueAt, undefined)
  })

  t.test('after it was answered with another leaves the clock to that one when the answer is taken down', async t => {
    const urgent = arrived(said('煤气漏了', NINE + HOUR, { comment: 'c1', parent: '100' }), {
      ...URGENT,
      label: 'inquiry'
    })
    const both = life([arrived(asked), NINE + MINUTE], [urgent, NINE + HOUR])
    const done = publicReply(both, NINE + HOUR + MINUTE)
    const deleted = then(done, gone('c1', NINE + 2 * HOUR, { publishedAt: NINE + HOUR }), NINE + 2 * HOUR)
    const removed = { type: 'reply.removed', actor: DESK, reply: done.replies.at(-1)!.id } as const
    t.match(runningClock(then(done, removed, NINE + 3 * HOUR)), { dueAt: NINE + 2 * HOUR, urgent: true })
    t.match(runningClock(then(deleted, removed, NINE + 3 * HOUR)), { dueAt: NINE + DAY, urgent: false })
  })

  t.test('while it was dismissed is not owed when that is taken back (R28)', async t => {
    const opened = life([arrived(asked), NINE + MINUTE], [further(NINE + HOUR), NINE + HOUR])
    const by = { actor: LI, seen: opened.lastTurn, reason: '重复' }
    const away = then(opened, dismiss({ ...by, id: 'd' }), NINE + 2 * HOUR)
    const once = then(away, gone('100', NINE + 3 * HOUR), NINE + 3 * HOUR)
    const back = (ticket: Ticket) => then(ticket, reopen({ ...by, seen: ticket.lastTurn, id: 'r' }), NINE + 4 * HOUR)
    t.match(back(once), { status: 'open', owed: [{ native: `c${NINE + HOUR}` }] })
    t.match(runningClock(back(once)), { startedAt: NINE + HOUR })
    const all = then(once, gone(`c${NINE + HOUR}`, NINE + 3 * HOUR, { publishedAt: NINE + HOUR }), NINE + 3 * HOUR)
    t.match(back(all), { status: 'handling', owed: [] })
  })

  t.test('that told of danger leaves the alert and the case to people (R28)', async t => {
    const ticket = life(
      [arrived(said('我要跳楼', NINE), URGENT), NINE + MINUTE],
      [gone('100', NINE + HOUR), NINE + HOUR]
    )
    t.equal(ticket.status, 'handling')
    t.same(clocksOf(ticket), ['first 1 cancelled', 'close 1 running'])
    t.ok(ticket.needs?.some(({ kind, ended }) => kind === 'urgent' && !ended))
  })
})

t.test('a case that is opened again where nobody waits any more owes its result from then on (R20)', async t => {
  const asks = life([arrived(asked, judged({ label: 'inquiry', confidence: 0.9 })), NINE])
  const away = then(asks, dismiss({ actor: LI, id: 'd', seen: asks.lastTurn, reason: '广告' }), NINE + HOUR)
  const gone = then(away, arrived(said('', NINE, { deleted: true, observedAt: NINE + 2 * HOUR })), NINE + 2 * HOUR)
  const again = then(gone, reopen({ actor: LI, id: 'r', seen: gone.lastTurn, reason: '再看看' }), NINE + 3 * HOUR)
  t.match(again, { status: 'handling', owed: [] })
  t.equal(closeClock(again)?.startedAt, NINE + 3 * HOUR)
})

t.test('what was dismissed by mistake and fell due meanwhile is late, and no late discovery (R9, R30)', async t => {
  const asks = life([arrived(asked), NINE])
  const away = then(asks, dismiss({ actor: LI, id: 'd', seen: asks.lastTurn, reason: '看错' }), NINE + HOUR)
  const back = then(away, reopen({ actor: LI, id: 'r', seen: away.lastTurn, reason: '不是广告' }), NINE + 30 * HOUR)
  t.notOk(runningClock(back)?.bornLate)
  const answered = then(back, outside(NINE + 31 * HOUR), NINE + 31 * HOUR)
  t.equal(answered.clocks.findLast(({ kind }) => kind === 'first')?.outcome, 'missed_answered_late')
})

t.test('a new calendar moves a clock alike whenever it is told of it (R15)', async t => {
  const notice = { year: 2026, papers: [], days: [{ name: '停课停工', date: '2026-11-25', isOffDay: true }] }
  const made = { version: 'v2', effectiveFrom: Date.parse('2026-11-24T08:00:00+08:00') }
  const { calendar } = withNotice(officeCalendar(), notice, made)
  const rules = { ...DEFAULT_RULES, calendars: [...DEFAULT_RULES.calendars, calendar] }
  const opened = lived(rules, [arrived(asked, complained), NINE])
  const dues = [0, HOUR, 40 * HOUR].map(
    later => closeClock(then(opened, { type: 'rules.changed', actor: DESK }, made.effectiveFrom + later, rules))?.dueAt
  )
  t.same(dues, [dues[0], dues[0], dues[0]])
  t.equal(dues[0], closeClock(opened)!.dueAt + DAY)
})

t.test('what was in time by the calendar that holds since is no late discovery (R15, R30)', async t => {
  const notice = { year: 2026, papers: [], days: [{ name: '停课停工', date: '2026-11-25', isOffDay: true }] }
  const made = { version: 'v2', effectiveFrom: Date.parse('2026-11-24T08:00:00+08:00') }
  const { calendar } = withNotice(officeCalendar(), notice, made)
  const rules = { ...DEFAULT_RULES, calendars: [...DEFAULT_RULES.calendars, calendar] }
  const found = Date.parse('2026-11-30T12:00:00+08:00')
  const ticket = lived(rules, [arrived(asked, complained), found])
  t.match(closeClock(ticket), { calendar: 'office@v2', dueAt: Date.parse('2026-12-01T09:00:00+08:00') })
  t.notOk(closeClock(ticket)?.bornLate)
})

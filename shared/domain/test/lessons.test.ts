import { DEFAULT_POLICY, type Policy, type Promised, type Rules } from '@huiyin/schemas/policy.ts'
import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { dueAt } from '../src/calendar/due.ts'
import { ROUND_THE_CLOCK } from '../src/calendar/office-calendar.ts'
import * as c from '../src/cases/commands.ts'
import { closeClock, runningClock } from '../src/clocks/running.ts'
import { alertOwed } from '../src/clocks/telling.ts'
import { explainClock } from '../src/clocks/why.ts'
import { type Command, pause, resume, waive } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { alarmsOf } from '../src/escalation/alarms.ts'
import { lintLadder } from '../src/escalation/lint.ts'
import { checkReply } from '../src/reply-check/check-reply.ts'
import { DEFAULT_REPLY_LISTS } from '../src/reply-check/default-lists.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import * as d from './dispatch-fixtures.ts'
import * as e from './escalation-fixtures.ts'
import { after, arrived, CALM, DESK, decideOn, HOUR, ID, judged, LI, MINUTE, NINE, said, typesOf } from './fixtures.ts'
import * as l from './links-fixtures.ts'

/** What others who keep such clocks have suffered from, each in its plain words. */

const DAY = 24 * HOUR
const on = (time: string) => Date.parse(`${time}:00+08:00`)
const asked = arrived(said('请问医保卡丢了去哪里补办？', NINE))
const answer = (at: number) =>
  arrived(said('已为您办好', at, { comment: `o${at}`, parent: '100', ours: true, author: { id: '0' } }))
const further = (at: number, of = judged()) => arrived(said('还是不行？', at, { comment: `c${at}`, parent: '100' }), of)
const kindOf = ({ kind, outcome }: Clock) => `${kind} ${outcome ?? 'running'}`
const clocksOf = ({ clocks }: Ticket) => clocks.map(kindOf)
const answered = () => after([asked, NINE + MINUTE], [answer(NINE + HOUR), NINE + HOUR])

/** A policy that promises another first reply. */
const promising = (first: Promised, of: Partial<Policy> = {}): Rules => {
  const [urgent, normal] = DEFAULT_POLICY.rules
  const rules = [urgent!, { ...normal!, promises: { ...normal!.promises, first } }]
  return { ...DEFAULT_RULES, policies: [{ ...DEFAULT_POLICY, version: 'own', rules, ...of }] }
}
const workingHours = (hours: number): Promised => ({
  target: { kind: 'WORKING_HOURS', ms: hours * HOUR },
  calendar: 'office',
  warnBefore: [HOUR]
})

function lived(rules: Rules, ...steps: readonly (readonly [command: Command, now: number])[]): Ticket {
  let ticket: Ticket | undefined
  for (const [command, now] of steps) ticket = decide(ticket, command, { id: ID, now, rules }).ticket
  return ticket!
}

t.test('of clocks', async t => {
  t.test('a last word after the answer makes no missed target', async t => {
    const thanked = decideOn(answered(), further(NINE + 2 * HOUR, CALM), NINE + 2 * HOUR).ticket!
    t.same([clocksOf(thanked), thanked.nextDueAt], [['first met', 'close met'], undefined])
    const spoke = decideOn(answered(), further(NINE + 2 * HOUR), NINE + 2 * HOUR).ticket!
    const aside = waive({ actor: LI, id: 'w', seen: spoke.lastTurn, reason: '致谢' })
    const done = decideOn(spoke, aside, NINE + 3 * HOUR).ticket!
    t.same(clocksOf(done).slice(2), ['next cancelled', 'close cancelled'])
    t.equal(done.nextDueAt, undefined)
    t.equal(alertOwed(done, NINE + 30 * DAY), undefined)
  })

  t.test('how late an answer was does not grow after it was given', async t => {
    const late = NINE + 26 * HOUR
    const ticket = after([asked, NINE + MINUTE], [answer(late), late])
    t.equal(ticket.clocks[0]?.overrun, 2 * HOUR)
    const month = late + 30 * DAY
    const news: Command[] = [asked, answer(late), { type: 'rules.changed', actor: DESK }, further(month)]
    const later = news.reduce((ticket, one) => decideOn(ticket, one, month).ticket!, ticket)
    t.same(later.clocks.slice(0, 2), ticket.clocks)
  })

  t.test(
    'what is promised in working hours is counted in them, and a late first answer stays late to be seen',
    async t => {
      const rules = promising(workingHours(4))
      const friday = on('2026-11-20T17:00')
      const opened = lived(rules, [arrived(said('路灯坏了', friday)), friday + MINUTE])
      t.equal(runningClock(opened)?.dueAt, on('2026-11-23T12:00'))
      const monday = on('2026-11-23T15:00')
      const late = lived(rules, [arrived(said('路灯坏了', friday)), friday + MINUTE], [answer(monday), monday])
      t.match(late.clocks[0], { kind: 'first', outcome: 'missed_answered_late', overrun: 3 * HOUR })
    }
  )

  t.test('each opening of a day counts, a holiday does not, and a worked weekend does', async t => {
    const at = on('2026-02-14T16:00')
    const ticket = lived(promising(workingHours(8)), [arrived(said('路灯坏了', at)), at + MINUTE])
    t.equal(runningClock(ticket)?.dueAt, on('2026-02-24T17:00'))
  })

  t.test('an answer by whatever way stops the clock, and a question by whatever way starts one', async t => {
    t.equal(runningClock(answered()), undefined)
    const under = said('打不通', NINE + 2 * HOUR, { comment: '700', parent: `o${NINE + HOUR}` })
    const beside = said('打不通', NINE + 2 * HOUR, { comment: '701', source: 'webhook' })
    for (const seen of [under, beside])
      t.match(runningClock(decideOn(answered(), arrived(seen), NINE + 2 * HOUR).ticket!), {
        kind: 'next',
        startedAt: NINE + 2 * HOUR
      })
  })

  t.test('the clock of a later answer never hides that of the first', async t => {
    const ticket = after(
      [asked, NINE + MINUTE],
      [further(NINE + HOUR), NINE + HOUR],
      [further(NINE + 2 * HOUR), NINE + 2 * HOUR]
    )
    t.same(clocksOf(ticket), ['first running', 'close running'])
    t.match(runningClock(ticket), { startedAt: NINE, dueAt: NINE + DAY })
  })

  t.test(
    'a change of the policy ends the old clock with its alerts, and keeps the time that it was paused',
    async t => {
      const rules = promising(
        { ...DEFAULT_POLICY.rules[1]!.promises.first!, target: { kind: 'CALENDAR_HOURS', ms: 30 * HOUR } },
        {
          effectiveFrom: NINE + 5 * HOUR
        }
      )
      const both = { ...rules, policies: [DEFAULT_POLICY, ...rules.policies] }
      const of = { actor: LI, clock: 'first-1' }
      const paused = lived(
        both,
        [asked, NINE + MINUTE],
        [pause({ ...of, id: 'p', reason: 'platform_outage' }), NINE + HOUR],
        [resume({ ...of, id: 'r' }), NINE + 3 * HOUR]
      )
      t.equal(runningClock(paused)?.dueAt, NINE + 26 * HOUR)
      const next = decide(paused, { type: 'rules.changed', actor: DESK }, { id: ID, now: NINE + 6 * HOUR, rules: both })
        .ticket!
      t.same(clocksOf(next), ['first superseded', 'close running', 'first running'])
      t.match(runningClock(next), {
        startedAt: NINE,
        dueAt: NINE + 32 * HOUR,
        pauses: [{ from: NINE + HOUR, to: NINE + 3 * HOUR }]
      })
      const { id: clock, dueSetBy } = paused.clocks[0]!
      const stale = { type: 'clock.told', actor: DESK, clock, dueSetBy, kind: 'breach', point: 0 } as const
      t.equal(decide(next, stale, { id: ID, now: NINE + 27 * HOUR, rules: both }).ticket, next)
      t.notMatch(alertOwed(next, NINE + 27 * HOUR), { kind: 'breach' })
    }
  )

  t.test('no minute is lost at midnight, and nothing is late at birth by its time zone', async t => {
    const late = on('2026-11-24T23:59')
    for (const minutes of [1, 2, 24 * 60])
      t.equal(
        dueAt({ kind: 'WORKING_HOURS', ms: minutes * MINUTE }, late, ROUND_THE_CLOCK).dueAt,
        late + minutes * MINUTE
      )
    const ticket = after([arrived(said('路灯坏了', late)), late + MINUTE])
    t.match(runningClock(ticket), { startedAt: late, dueAt: late + DAY, bornLate: undefined })
  })

  t.test('whoever asks why it is due then sees what counts and what was skipped', async t => {
    const clock = closeClock(after([asked, NINE + MINUTE]))!
    const { counted, skipped, calendar } = explainClock(clock, DEFAULT_RULES)
    t.equal(
      counted.reduce((sum, { from, to }) => sum + to - from, 0),
      5 * DAY
    )
    t.equal(counted.at(-1)?.to, clock.dueAt)
    t.same(
      skipped.map(({ from, to }) => [from, to]),
      [['2026-11-28', '2026-11-29']]
    )
    t.match(calendar, { id: 'office' })
  })

  t.test('what was answered before we found it, or is found during a pause, burns no time', async t => {
    const found = decideOn(answered(), further(NINE + HOUR / 2), NINE + 3 * HOUR).ticket!
    t.same([clocksOf(found), found.owed], [['first met', 'close met'], []])
    const stop = pause({ actor: LI, id: 'p', clock: 'first-1', reason: 'platform_outage' })
    const paused = after([asked, NINE + MINUTE], [stop, NINE + HOUR], [further(NINE - HOUR), NINE + 2 * HOUR])
    t.equal(runningClock(paused)?.dueAt, NINE - HOUR + 2 * DAY)
  })

  t.test('a pause has a reason and ends by itself, and no second one makes it longer', async t => {
    const complaint = after([arrived(said('路灯坏了', NINE), judged({ label: 'complaint' })), NINE + MINUTE])
    const stop = (id: string) => pause({ actor: LI, id, clock: 'close-1', reason: 'awaiting_citizen' })
    const once = decideOn(complaint, stop('a'), NINE + HOUR)
    t.match(once.events, [{ type: 'clock.paused', data: { reason: 'awaiting_citizen', until: NINE + HOUR + 7 * DAY } }])
    const twice = decideOn(once.ticket, stop('b'), NINE + 3 * DAY).ticket!
    t.same(twice.clocks, once.ticket?.clocks)
  })
})

t.test('of ladders', async t => {
  const repeated = { repeat: { every: 5 * MINUTE, times: 4 } }

  t.test('each rung is told as often as it says before the next one is', async t => {
    const rungs = [e.rung(0, e.ON_DUTY, repeated), e.rung(25, e.HEAD, repeated)]
    const found = e.told({ ladder: { ...e.LADDER, rungs } }, e.everyMinutes(1, 120))
    const at = (rung: number, from: number) => [0, 1, 2, 3, 4].map(n => `${rung}/${n} at ${from + 5 * n}`)
    t.same(e.minutes(found), [...at(0, 0), ...at(1, 25)])
  })

  t.test('a rung that cuts off what the one before still had to say is named when the ladder is saved', async t => {
    const rungs = [e.rung(0, e.ON_DUTY, repeated), e.rung(10, e.CHIEF)]
    t.same(lint(rungs), ['REPEATS_CUT_OFF'])
    t.same(lint([e.rung(0, e.ON_DUTY, repeated), e.rung(25, e.CHIEF)]), [])
  })

  t.test('a score that swings about its bound raises one alarm and ends none', async t => {
    const samples = Array.from({ length: 40 }, (_, i) => ({
      at: NINE + i * MINUTE,
      event: i,
      score: i % 2 === 0 ? 81 : 79
    }))
    const rule = { id: 'red', raiseAt: 80, clearAt: 72, clearFor: 10 * MINUTE }
    const alarms = alarmsOf(rule, samples, NINE + DAY)
    t.match(alarms, [{ raisedAt: NINE, clearedAt: undefined }])
    t.equal(alarms.length, 1)
  })

  t.test('what was told already does not hide that it became worse', async t => {
    const worsened = [{ at: NINE + 10 * MINUTE, level: 'red' as const }]
    const acknowledged = [{ at: NINE + MINUTE, until: NINE + 2 * HOUR }]
    const found = e.told({ facts: { worsened, acknowledged } }, e.everyMinutes(1, 20))
    t.same(e.minutes(found), ['0/0 at 0', '0/1 at 10'])
    t.equal(found.at(-1)?.level, 'red')
  })
})

const lint = (rungs: (typeof e.LADDER)['rungs']) =>
  lintLadder({ ...e.LADDER, rungs }, { ...e.HOUSE, now: NINE }).map(({ code }) => code)

t.test('of departments', async t => {
  const sent = () => {
    const ticket = d.complaint()
    return d.acted(ticket, [
      c.dispatch({ ...d.by(LI), seen: ticket.lastTurn, department: d.HOUSING, request: '请核实路灯情况' }),
      d.TEN
    ])
  }
  const away = c.transfer({ ...d.by(LI), department: d.WATER, reason: '职责在水务' })

  t.test(
    'what went to the wrong one is dispatched anew with its request, and the citizen waits no longer for it',
    async t => {
      const moved = d.acted(sent(), [away, d.TEN + HOUR])
      t.match(moved.dispatches.at(-1), { department: d.WATER, state: 'dispatched', request: '请核实路灯情况' })
      t.same(d.citizenClocks(moved), d.citizenClocks(sent()))
    }
  )

  t.test('no citizen is sent to somebody else without being told whom', async t => {
    const codes = (text: string) =>
      checkReply(text, { limit: 500, lists: DEFAULT_REPLY_LISTS, known: [d.WATER] }).map(({ code }) => code)
    t.ok(codes('您好，此事不属于我们的职责，请联系有关部门处理。').includes('referral'))
    t.notOk(codes('您好，此事由水务局负责，请联系水务局等有关部门处理。').includes('referral'))
  })

  t.test('the second one has its own time, although the citizen’s clock went on', async t => {
    const moved = d.acted(sent(), [away, d.TEN + 5 * HOUR])
    t.match(d.runningLeg(moved), { stage: 'sign', startedAt: d.TEN + 5 * HOUR, target: { ms: 2 * HOUR } })
    t.equal(runningClock(moved)?.dueAt, NINE + DAY)
  })

  t.test('sent back twice it is ruled, and does not bounce for ever', async t => {
    const bounce = (ticket: Ticket, actor: typeof d.CHEN, proposes: string) =>
      c.bounceDispatch({ ...d.by(actor), dispatch: ticket.dispatches.at(-1)!.id, grounds: '三定方案第四条', proposes })
    const to = (ticket: Ticket, department: string) =>
      c.dispatch({ ...d.by(LI), seen: ticket.lastTurn, department, request: '请核实路灯情况' })
    const first = sent()
    const once = d.acted(first, [bounce(first, d.CHEN, d.WATER), d.TEN])
    const second = d.acted(once, [to(once, d.WATER), d.TEN])
    const twice = d.acted(second, [bounce(second, d.SUN, d.ROADS), d.TEN])
    const third = d.acted(twice, [to(twice, d.ROADS), d.TEN])
    t.throws(() => decideOn(third, bounce(third, d.WU, d.HOUSING), d.TEN), d.refusedAs('BOUNCE_FINAL'))
  })
})

t.test('of cases', async t => {
  t.test('two who merge at once lose no case', async t => {
    const [elder, younger] = [l.opened('1', NINE), l.opened('2', NINE + HOUR)]
    const now = NINE + 2 * HOUR
    const first = l.at(younger, now, l.merging(younger, elder, 'li'))
    t.throws(() => l.at(first, now, l.merging(younger, elder, 'wang')), { code: 'ALREADY_MERGED' })
    const survivor = l.at(elder, now, l.told(first))
    t.equal(survivor.status, 'open')
    t.same(l.owedOf(survivor), [l.idOf('1'), l.idOf('2')])
  })

  t.test(
    'whoever comes back within the week goes on with the case, often one rung up, and later begins a new one',
    async t => {
      const back = (ticket: Ticket, at: number) => decideOn(ticket, further(at), at).ticket!
      const done = (ticket: Ticket, at: number) => decideOn(ticket, answer(at), at).ticket!
      const once = back(answered(), NINE + HOUR + 7 * DAY)
      t.match(once.cycles, [{ n: 1 }, { n: 2, newCase: undefined }])
      t.notOk(once.needs?.some(({ kind }) => kind === 'reopened-often'))
      const twice = back(done(once, NINE + 8 * DAY), NINE + 9 * DAY)
      t.match(twice.needs, [{ kind: 'reopened-often', fromRung: 1 }])
      t.match(back(answered(), NINE + HOUR + 7 * DAY + 1).cycles.at(-1), { n: 2, newCase: true })
    }
  )

  t.test('a due time that was moved is warned of anew on the same day', async t => {
    const promised = {
      ...DEFAULT_POLICY.rules[1]!.promises.first!,
      target: { kind: 'CALENDAR_HOURS' as const, ms: 26 * HOUR }
    }
    const rules = { ...promising(promised, { effectiveFrom: NINE + 23 * HOUR }) }
    const both = { ...rules, policies: [DEFAULT_POLICY, ...rules.policies] }
    const opened = lived(both, [asked, NINE + MINUTE])
    const { id, dueSetBy } = runningClock(opened)!
    const warned = lived(
      both,
      [asked, NINE + MINUTE],
      [{ type: 'clock.told', actor: DESK, clock: id, dueSetBy, kind: 'warn', point: HOUR }, NINE + 23 * HOUR - 1]
    )
    const moved = decide(warned, { type: 'rules.changed', actor: DESK }, { id: ID, now: NINE + 23 * HOUR, rules: both })
    t.same(typesOf(moved.events), ['clock.stopped', 'clock.started'])
    t.match(alertOwed(moved.ticket!, NINE + 25 * HOUR), {
      kind: 'warn',
      point: HOUR,
      clock: { dueAt: NINE + 26 * HOUR }
    })
  })
})

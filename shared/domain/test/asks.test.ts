import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import * as c from '../src/cases/commands.ts'
import { closeClock, runningClock } from '../src/clocks/running.ts'
import * as f from './dispatch-fixtures.ts'
import { acted, by, CHEN, complaint, HOUSING, on, refusedAs, TEN, WATER, ZHOU } from './dispatch-fixtures.ts'
import { arrived, decideOn, HOUR, judged, LI, MINUTE, NINE, said, typesOf, URGENT } from './fixtures.ts'
import { approved, claimed, decided, news } from './replies-fixtures.ts'

type Person = Parameters<typeof by>[0]

const TUESDAY = on(24, '10:00')
const FIRST_DUE = NINE + 7 * f.DAY
const LATER = FIRST_DUE + 3 * f.DAY
const LATEST = NINE + 21 * f.DAY

/** A complaint whose citizen was told how it stands, with the result due on Monday the 30th at nine. */
const waiting = () => f.told(complaint(), TEN)
const extend = (of: { until?: number; actor?: Person } = {}) =>
  c.ask({ ...by(of.actor ?? CHEN), kind: 'extend', reason: '配件在途', until: of.until ?? LATER })
const asked = (act = extend(), ticket = waiting()) => acted(ticket, [act, TUESDAY])
const decide = (ticket: Ticket, granted: boolean, actor: Person = ZHOU) =>
  c.decideAsk({ ...by(actor), ask: ticket.asks!.at(-1)!.id, granted })
const granted = (ticket: Ticket, now = TUESDAY + HOUR) => acted(ticket, [decide(ticket, true), now])

t.test('R25: longer time', async t => {
  t.test('granted makes a second due time, and the first is still reported', async t => {
    t.equal(closeClock(waiting())?.dueAt, FIRST_DUE)
    const ticket = asked()
    const { ticket: after, events } = decideOn(ticket, decide(ticket, true), TUESDAY + HOUR)
    t.match(closeClock(after!), { dueAt: LATER, originalDueAt: FIRST_DUE, fixed: 'extended' })
    t.match(after?.asks, [{ kind: 'extend', by: CHEN, decided: { by: ZHOU, at: TUESDAY + HOUR, granted: true } }])
    t.same(typesOf(events), ['ticket.decided', 'clock.moved'])
  })

  t.test('asked for changes nothing yet, and tells its reason in no event', async t => {
    const { ticket, events } = decideOn(waiting(), extend(), TUESDAY)
    t.same(ticket?.clocks, waiting().clocks)
    t.match(events, [{ type: 'ticket.asked', data: { kind: 'extend', until: LATER } }])
    t.notMatch(JSON.stringify(events), '配件')
  })

  t.test('refused leaves everything as it was; it may be asked again', async t => {
    const ticket = asked()
    const after = acted(ticket, [decide(ticket, false), TUESDAY + HOUR])
    t.same(after.clocks, waiting().clocks)
    t.equal(acted(after, [extend(), TUESDAY + 2 * HOUR]).asks?.length, 2)
  })

  t.test('is asked before the result is due, not from that moment on', async t => {
    t.equal(decideOn(waiting(), extend(), FIRST_DUE - 1).ticket?.asks?.length, 1)
    t.throws(() => decideOn(waiting(), extend(), FIRST_DUE), refusedAs('TOO_LATE'))
  })

  t.test('cannot be granted any more once the result was due; it can be refused', async t => {
    const ticket = asked()
    t.throws(() => decideOn(ticket, decide(ticket, true), FIRST_DUE), refusedAs('TOO_LATE'))
    t.match(decideOn(ticket, decide(ticket, false), FIRST_DUE).ticket?.asks, [{ decided: { granted: false } }])
  })

  t.test('needs the citizen to know how it stands', async t => {
    const held = f.told(complaint(), TEN, 'holding')
    t.match(held, { status: 'handling', replies: [{ kind: 'holding', state: 'confirmed' }] })
    const leaving = claimed(approved(held, TEN, { kind: 'interim' }))
    const onItsWay = decided(leaving, TEN, news(leaving, 'reply.sent', { acceptedAt: TEN }))
    t.equal(onItsWay.replies.at(-1)?.state, 'sent')
    for (const ticket of [complaint(), held, onItsWay])
      t.throws(() => decideOn(ticket, extend(), TUESDAY), refusedAs('INTERIM_REPLY_NEEDED'))
  })

  t.test('is not got by what the citizen was told in an earlier cycle', async t => {
    const again = f.cameBack(f.closed(waiting(), TEN + HOUR), TUESDAY)
    t.match(closeClock(again), { cycle: 2, startedAt: TUESDAY })
    const until = closeClock(again)!.dueAt + f.DAY
    t.throws(() => decideOn(again, extend({ until }), TUESDAY + HOUR), refusedAs('INTERIM_REPLY_NEEDED'))
    t.equal(decideOn(f.told(again, TUESDAY + HOUR), extend({ until }), TUESDAY + HOUR).ticket?.asks?.at(-1)?.cycle, 2)
  })

  t.test('lies after the due time, and within 15 working days of the start', async t => {
    t.equal(decideOn(waiting(), extend({ until: LATEST }), TUESDAY).ticket?.asks?.[0]?.until, LATEST)
    for (const until of [FIRST_DUE, LATEST + 1])
      t.throws(() => decideOn(waiting(), extend({ until }), TUESDAY), refusedAs('UNTIL_NOT_ALLOWED'))
    const without = c.ask({ ...by(CHEN), kind: 'extend', reason: '配件在途' })
    t.throws(() => decideOn(waiting(), without, TUESDAY), refusedAs('UNTIL_NOT_ALLOWED'))
  })

  t.test('is granted once a cycle', async t => {
    const once = granted(asked())
    t.throws(() => decideOn(once, extend({ until: LATEST }), TUESDAY + 2 * HOUR), refusedAs('TOO_MANY'))
  })

  t.test('is granted by another person, from outside the department', async t => {
    const ticket = asked()
    const colleague = { ...CHEN, id: 'qian', name: '钱工' }
    t.throws(() => decideOn(ticket, decide(ticket, true, CHEN), TUESDAY), refusedAs('SECOND_PERSON_NEEDED'))
    t.throws(() => decideOn(ticket, decide(ticket, true, colleague), TUESDAY), refusedAs('OUTSIDER_NEEDED'))
    const byOffice = asked(extend({ actor: LI }))
    t.throws(() => decideOn(byOffice, decide(byOffice, true, colleague), TUESDAY), refusedAs('OUTSIDER_NEEDED'))
    for (const actor of [ZHOU, { ...CHEN, id: 'sun', department: WATER }])
      t.match(closeClock(decideOn(ticket, decide(ticket, true, actor), TUESDAY).ticket!), { fixed: 'extended' })
  })

  t.test('is not granted from inside the department that has the dispatch', async t => {
    const dispatched = acted(waiting(), [
      c.dispatch({ ...by(LI), seen: waiting().lastTurn, department: WATER, request: '请核实' }),
      TEN
    ])
    const ticket = asked(extend({ actor: LI }), dispatched)
    const there = { ...CHEN, id: 'sun', department: WATER }
    t.throws(() => decideOn(ticket, decide(ticket, true, there), TUESDAY), refusedAs('OUTSIDER_NEEDED'))
  })

  t.test('is not granted from inside the department that asked, although the ticket has left it', async t => {
    const ticket = acted(asked(), [c.transfer({ ...by(LI), department: WATER, reason: '职责在水务' }), TUESDAY])
    const colleague = { ...CHEN, id: 'qian', name: '钱工' }
    t.throws(() => decideOn(ticket, decide(ticket, true, colleague), TUESDAY), refusedAs('OUTSIDER_NEEDED'))
  })

  t.test('is for a result that is promised', async t => {
    const unsure = complaint(judged({ label: 'other', confidence: 0.3 }))
    t.throws(() => decideOn(unsure, extend(), TUESDAY), refusedAs('CLOCK_NOT_RUNNING'))
  })
})

t.test('what waits for a decision', async t => {
  t.test('is not asked a second time', async t => {
    t.throws(() => decideOn(asked(), extend({ actor: LI }), TUESDAY + HOUR), refusedAs('ASK_OPEN'))
  })

  t.test('is decided once', async t => {
    const ticket = asked()
    const done = acted(ticket, [decide(ticket, false), TUESDAY + HOUR])
    t.throws(() => decideOn(done, decide(done, true), TUESDAY + 2 * HOUR), refusedAs('ASK_DECIDED'))
    t.throws(
      () => decideOn(done, c.decideAsk({ ...by(ZHOU), ask: 'another', granted: true }), TUESDAY),
      refusedAs('ASK_NOT_FOUND')
    )
  })

  t.test('is over when the case was closed and reopened', async t => {
    const again = f.cameBack(f.closed(asked(), TUESDAY + HOUR), TUESDAY + 2 * HOUR)
    const late = c.decideAsk({ ...by(ZHOU), ask: again.asks![0]!.id, granted: true })
    t.throws(() => decideOn(again, late, TUESDAY + 3 * HOUR), refusedAs('ASK_DECIDED'))
  })

  t.test('on a closed ticket is nothing any more', async t => {
    const closed = f.closed(asked(), TUESDAY + HOUR)
    const late = c.decideAsk({ ...by(ZHOU), ask: closed.asks![0]!.id, granted: true })
    t.throws(() => decideOn(closed, late, TUESDAY + HOUR), refusedAs('TICKET_CLOSED'))
    t.throws(() => decideOn(closed, extend(), TUESDAY + HOUR), refusedAs('TICKET_CLOSED'))
  })

  t.test('what was decided makes room for a new one, but not the longer time that was granted', async t => {
    let ticket = granted(asked())
    const ask = (actor: Person) => c.ask({ ...by(actor), kind: 'close-without-result', reason: '重复反映' })
    for (let i = 0; i < 25; i++) {
      ticket = acted(ticket, [ask(CHEN), TUESDAY])
      ticket = acted(ticket, [decide(ticket, false), TUESDAY])
    }
    t.equal(ticket.asks?.length, 20)
    t.throws(() => decideOn(ticket, extend({ until: LATEST }), TUESDAY), refusedAs('TOO_MANY'))
  })
})

t.test('R21, down: that it is not urgent', async t => {
  const urgent = () => f.urgentComplaint()
  const ask = (actor: Person = LI) => c.ask({ ...by(actor), kind: 'lower', reason: '已排除危险' })
  const lowered = () => {
    const ticket = acted(urgent(), [ask(), NINE + 10 * MINUTE])
    return decideOn(ticket, decide(ticket, true), NINE + 20 * MINUTE).ticket!
  }

  t.test('needs a second person', async t => {
    const ticket = acted(urgent(), [ask(), NINE + 10 * MINUTE])
    t.match(ticket, { urgent: true })
    t.throws(() => decideOn(ticket, decide(ticket, true, LI), NINE + 20 * MINUTE), refusedAs('SECOND_PERSON_NEEDED'))
  })

  t.test('granted makes it due when it would have been, counted from its own start', async t => {
    t.equal(runningClock(urgent())?.dueAt, NINE + HOUR)
    t.match(lowered(), { urgent: false, corrected: { urgent: false, by: ZHOU } })
    t.match(runningClock(lowered()), { startedAt: NINE, dueAt: NINE + 24 * HOUR, urgent: false })
  })

  t.test('granted wakes nobody any more for its urgency', async t => {
    t.match(urgent().needs, [{ kind: 'urgent' }])
    t.match(lowered().needs, [{ kind: 'urgent', ended: { at: NINE + 20 * MINUTE, why: 'calm' } }])
  })

  t.test('is a word of people that the same look of a model does not take back', async t => {
    const seen = said('小区的路灯坏了半个月', NINE, { observedAt: NINE + HOUR })
    t.equal(decideOn(lowered(), arrived(seen, URGENT), NINE + HOUR).ticket?.urgent, false)
  })

  t.test('refused leaves it urgent', async t => {
    const ticket = acted(urgent(), [ask(), NINE + 10 * MINUTE])
    const { ticket: after } = decideOn(ticket, decide(ticket, false), NINE + 20 * MINUTE)
    t.equal(after?.urgent, true)
    t.same(after?.clocks, ticket.clocks)
  })

  t.test('is asked only of what is urgent', async t => {
    t.throws(() => decideOn(complaint(), ask(), TEN), refusedAs('NOT_URGENT'))
  })
})

t.test('closing without a result', async t => {
  const ask = c.ask({ ...by(CHEN), kind: 'close-without-result', reason: '反映人已撤回' })

  t.test('granted by another person closes the case and ends what a department has', async t => {
    const dispatched = acted(waiting(), [
      c.dispatch({ ...by(LI), seen: waiting().lastTurn, department: HOUSING, request: '请核实' }),
      TEN
    ])
    const after = granted(asked(ask, dispatched))
    t.match(after, {
      status: 'answered',
      cycles: [{ how: 'without-result', closedAt: TUESDAY + HOUR, closedBy: ZHOU }]
    })
    t.match(after.dispatches, [{ state: 'withdrawn', endedAt: TUESDAY + HOUR }])
    t.ok(after.clocks.every(({ stoppedAt }) => stoppedAt !== undefined))
  })

  t.test('is not granted by the one who asked', async t => {
    const ticket = asked(ask)
    t.throws(() => decideOn(ticket, decide(ticket, true, CHEN), TUESDAY), refusedAs('SECOND_PERSON_NEEDED'))
  })

  t.test('waits until the citizen was answered', async t => {
    const ticket = asked(ask, complaint())
    t.throws(() => decideOn(ticket, decide(ticket, true), TUESDAY + HOUR), refusedAs('ANSWER_OWED'))
    t.match(decideOn(ticket, decide(ticket, false), TUESDAY + HOUR).ticket, { status: 'open' })
  })
})

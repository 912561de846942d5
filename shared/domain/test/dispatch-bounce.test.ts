import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import * as c from '../src/cases/commands.ts'
import { activeDispatch } from '../src/cases/dispatch-state.ts'
import { routing } from '../src/cases/routing.ts'
import * as f from './dispatch-fixtures.ts'
import { acted, by, CHEN, HOUSING, ROADS, refusedAs, SUN, TEN, WATER, WU, ZHOU } from './dispatch-fixtures.ts'
import { decideOn, HOUR, LI, MINUTE, typesOf } from './fixtures.ts'

const GROUNDS = '三定方案第四条'
const dispatch = (ticket: Ticket, department: string) =>
  c.dispatch({ ...by(LI), seen: ticket.lastTurn, department, request: '请核实路灯情况' })
const sent = (ticket = f.complaint(), department = HOUSING, now = TEN) =>
  acted(ticket, [dispatch(ticket, department), now])
const bounce = (ticket: Ticket, of: Partial<Parameters<typeof c.bounceDispatch>[0]> = {}) =>
  c.bounceDispatch({ ...by(CHEN), dispatch: activeDispatch(ticket)!.id, grounds: GROUNDS, proposes: WATER, ...of })
const rule = (department: string, actor: typeof LI = ZHOU) =>
  c.ruleDispatch({ ...by(actor), department, grounds: GROUNDS })

/** Sent back by the housing office at eleven, and by the water office at noon. */
const twice = () => {
  const first = sent()
  const once = acted(first, [bounce(first), TEN + HOUR])
  const again = sent(once, WATER, TEN + HOUR)
  return acted(again, [bounce(again, { actor: SUN, proposes: ROADS }), TEN + 2 * HOUR])
}

t.test('R24: a department sends back what is not its own', async t => {
  t.test('with the grounds and whose it is; the time is charged to the routing', async t => {
    const ticket = sent()
    const { ticket: after, events } = decideOn(ticket, bounce(ticket), TEN + HOUR)
    t.match(after?.dispatches, [
      { state: 'bounced', endedAt: TEN + HOUR, bounce: { by: CHEN, at: TEN + HOUR, grounds: GROUNDS, proposes: WATER } }
    ])
    t.same(typesOf(events), ['dispatch.bounced', 'clock.stopped'])
    t.match(events[0]?.data, { department: HOUSING, proposes: WATER, routingMs: HOUR, times: 1 })
    t.notMatch(JSON.stringify(events), GROUNDS)
  })

  t.test('and then nobody has it: its clock is cancelled, the ticket stays, the citizen waits on', async t => {
    const ticket = sent()
    const after = acted(ticket, [bounce(ticket), TEN + HOUR])
    t.equal(activeDispatch(after), undefined)
    t.match(f.legs(after), [{ outcome: 'cancelled', stoppedAt: TEN + HOUR }])
    t.equal(after.department, HOUSING)
    t.same(f.citizenClocks(after), f.citizenClocks(ticket))
  })

  t.test('also when it was signed for', async t => {
    const unsigned = sent()
    const ticket = acted(unsigned, [c.signDispatch({ ...by(CHEN), dispatch: activeDispatch(unsigned)!.id }), TEN])
    t.match(acted(ticket, [bounce(ticket), TEN + HOUR]).dispatches, [{ state: 'bounced' }])
  })

  t.test('inside the window only', async t => {
    const ticket = sent()
    const last = TEN + f.DAY - 1
    t.match(decideOn(ticket, bounce(ticket), last).ticket?.dispatches, [{ state: 'bounced' }])
    t.throws(() => decideOn(ticket, bounce(ticket), TEN + f.DAY), refusedAs('BOUNCE_TOO_LATE'))
  })

  t.test('not without grounds, nor without naming another', async t => {
    const ticket = sent()
    for (const lacking of [{ grounds: ' ' }, { proposes: '' }, { proposes: HOUSING }])
      t.throws(() => decideOn(ticket, bounce(ticket, lacking), TEN + HOUR), refusedAs('GROUNDS_NEEDED'))
  })

  t.test('for itself only', async t => {
    const ticket = sent()
    t.throws(() => decideOn(ticket, bounce(ticket, { actor: SUN }), TEN + HOUR), refusedAs('NOT_ALLOWED'))
  })

  t.test('twice at most; the third has to ask for a ruling', async t => {
    const third = sent(twice(), ROADS, TEN + 2 * HOUR)
    t.throws(() => decideOn(third, bounce(third, { actor: WU }), TEN + 3 * HOUR), refusedAs('BOUNCE_FINAL'))
  })

  t.test('anew when the citizen has come back: each cycle counts for itself', async t => {
    const reopened = f.cameBack(f.closed(f.told(twice(), TEN + 2 * HOUR), TEN + 2 * HOUR), TEN + 3 * HOUR)
    const third = sent(reopened, ROADS, TEN + 3 * HOUR)
    t.match(acted(third, [bounce(third, { actor: WU }), TEN + 4 * HOUR]).dispatches.at(-1), {
      state: 'bounced',
      cycle: 2
    })
  })
})

t.test('R24: a ruling', async t => {
  t.test('dispatches what was sent back, to whom it says, with the same request and for good', async t => {
    const { ticket, events } = decideOn(twice(), rule(ROADS), TEN + 3 * HOUR)
    t.match(activeDispatch(ticket!), {
      department: ROADS,
      request: '请核实路灯情况',
      ruled: { by: ZHOU, at: TEN + 3 * HOUR, grounds: GROUNDS }
    })
    t.equal(ticket?.department, ROADS)
    t.same(typesOf(events), ['dispatch.ruled', 'ticket.transferred', 'dispatch.sent', 'clock.started'])
    t.throws(() => decideOn(ticket, bounce(ticket!, { actor: WU }), TEN + 3 * HOUR), refusedAs('BOUNCE_FINAL'))
  })

  t.test('takes it from one who has it, and their clock ends as superseded', async t => {
    const third = sent(twice(), HOUSING, TEN + 2 * HOUR)
    const after = acted(third, [rule(ROADS), TEN + 3 * HOUR])
    t.match(after.dispatches.slice(-2), [{ state: 'withdrawn' }, { department: ROADS, state: 'dispatched' }])
    t.match(f.legs(after).slice(-2), [{ outcome: 'superseded' }, { stage: 'sign', startedAt: TEN + 3 * HOUR }])
  })

  t.test('that it stays where it is gives that department no new time', async t => {
    const third = sent(twice(), HOUSING, TEN + 2 * HOUR)
    const after = acted(third, [rule(HOUSING), TEN + 3 * HOUR])
    t.match(activeDispatch(after), { id: activeDispatch(third)!.id, department: HOUSING, ruled: { by: ZHOU } })
    t.same(f.runningLeg(after), f.runningLeg(third))
    t.throws(() => decideOn(after, bounce(after), TEN + 3 * HOUR), refusedAs('BOUNCE_FINAL'))
  })

  t.test('is made by a head or administrator of the county office', async t => {
    for (const actor of [LI, f.HAN, { ...ZHOU, department: WATER }, CHEN])
      t.throws(() => decideOn(twice(), rule(ROADS, actor), TEN + 3 * HOUR), refusedAs('NOT_ALLOWED'))
  })

  t.test('stands: nobody else takes away what was ruled', async t => {
    const ruled = acted(twice(), [rule(ROADS), TEN + 3 * HOUR])
    const away = (actor: typeof LI) => c.transfer({ ...by(actor), department: WATER, reason: '再议' })
    t.throws(() => decideOn(ruled, away(LI), TEN + 4 * HOUR), refusedAs('NOT_ALLOWED'))
    const moved = acted(ruled, [away(ZHOU), TEN + 4 * HOUR])
    t.throws(
      () => decideOn(moved, bounce(moved, { actor: SUN, proposes: ROADS }), TEN + 4 * HOUR),
      refusedAs('BOUNCE_FINAL')
    )
  })

  t.test('is not forgotten however much was dispatched and withdrawn since', async t => {
    const away = c.transfer({ ...by(ZHOU), department: WATER, reason: '再议' })
    let ticket = acted(sent(), [rule(ROADS), TEN + 3 * HOUR], [away, TEN + 4 * HOUR])
    for (let i = 0; i < 30; i++) {
      const withdraw = c.withdrawDispatch({ ...by(ZHOU), dispatch: activeDispatch(ticket)!.id, reason: '重复' })
      ticket = sent(acted(ticket, [withdraw, TEN + 4 * HOUR]), HOUSING, TEN + 4 * HOUR)
    }
    t.throws(() => decideOn(ticket, bounce(ticket), TEN + 5 * HOUR), refusedAs('BOUNCE_FINAL'))
  })

  t.test('needs something to rule, and grounds', async t => {
    t.throws(() => decideOn(f.complaint(), rule(ROADS), TEN), refusedAs('NOTHING_TO_RULE'))
    const further = sent(twice(), ROADS, TEN + 2 * HOUR)
    const back = c.returnDispatch({ ...by(WU), dispatch: activeDispatch(further)!.id, text: '已修复' })
    const done = acted(further, [back, TEN + 3 * HOUR])
    t.throws(() => decideOn(done, rule(ROADS), TEN + 4 * HOUR), refusedAs('NOTHING_TO_RULE'))
    t.throws(
      () => decideOn(twice(), c.ruleDispatch({ ...by(ZHOU), department: ROADS, grounds: '' }), TEN),
      refusedAs('GROUNDS_NEEDED')
    )
  })
})

t.test('R24: the figures of the routing', async t => {
  t.test('charge no department for what another sent back', async t => {
    const ruled = acted(twice(), [rule(ROADS), TEN + 3 * HOUR])
    const signed = acted(ruled, [
      c.signDispatch({ ...by(WU), dispatch: activeDispatch(ruled)!.id }),
      TEN + 3 * HOUR + 20 * MINUTE
    ])
    t.same(routing(signed, TEN + f.DAY), {
      routing: 3 * HOUR,
      ownerless: HOUR,
      departments: [
        { department: HOUSING, unsigned: HOUR, bouncing: HOUR },
        { department: WATER, unsigned: HOUR, bouncing: HOUR },
        { department: ROADS, unsigned: 20 * MINUTE, bouncing: 0 }
      ]
    })
  })

  t.test('go on while nobody signs, or nobody has it', async t => {
    t.match(routing(sent(), TEN + 5 * HOUR), { routing: 0, departments: [{ unsigned: 5 * HOUR }] })
    t.match(routing(twice(), TEN + 5 * HOUR), { routing: 5 * HOUR, ownerless: 3 * HOUR })
  })

  t.test('end with the case', async t => {
    const closed = f.closed(f.told(twice(), TEN + 3 * HOUR), TEN + 3 * HOUR)
    t.match(routing(closed, TEN + 50 * HOUR), { routing: 3 * HOUR, ownerless: HOUR })
  })
})

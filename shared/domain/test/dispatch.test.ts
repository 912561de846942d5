import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import * as c from '../src/cases/commands.ts'
import { activeDispatch } from '../src/cases/dispatch-state.ts'
import { naturalHours } from './calendar-fixtures.ts'
import * as f from './dispatch-fixtures.ts'
import {
  acted,
  by,
  CHEN,
  complaint,
  HOUSING,
  on,
  ROADS,
  refusedAs,
  SUN,
  TEN,
  WATER,
  ZHOU
} from './dispatch-fixtures.ts'
import { decideOn, HOUR, LI, MINUTE, NINE, typesOf } from './fixtures.ts'

const sent = (ticket = complaint(), now = TEN, department = HOUSING) =>
  acted(ticket, [c.dispatch({ ...by(LI), seen: ticket.lastTurn, department, request: '请核实路灯情况' }), now])
const dispatchOf = (ticket = sent()) => activeDispatch(ticket)!.id
const signed = (ticket = sent(), now = TEN + 30 * MINUTE) =>
  acted(ticket, [c.signDispatch({ ...by(CHEN), dispatch: dispatchOf(ticket) }), now])

t.test('a dispatch', async t => {
  t.test('asks a department to act, and says so without the text', async t => {
    const ticket = complaint()
    const { ticket: after, events } = decideOn(
      ticket,
      c.dispatch({
        ...by(LI),
        seen: ticket.lastTurn,
        department: HOUSING,
        assisting: [WATER, HOUSING],
        request: '请核实'
      }),
      TEN
    )
    t.match(after?.dispatches, [
      {
        department: HOUSING,
        assisting: [WATER],
        state: 'dispatched',
        cycle: 1,
        by: LI,
        dispatchedAt: TEN,
        request: '请核实'
      }
    ])
    t.same(typesOf(events), ['dispatch.sent', 'clock.started'])
    t.notMatch(JSON.stringify(events), '请核实')
  })

  t.test(
    'R23: the time to sign for it runs from the dispatch, in working hours, although nobody accepts it',
    async t => {
      const leg = f.runningLeg(sent(complaint(), on(23, '11:30')))
      t.match(leg, { kind: 'leg', stage: 'sign', startedAt: on(23, '11:30'), dueAt: on(23, '15:30'), urgent: false })
    }
  )

  t.test('R23: of what is urgent it is half an hour, by night too', async t => {
    t.match(f.runningLeg(sent(f.urgentComplaint(), on(23, '23:50'))), { dueAt: on(24, '00:20'), urgent: true })
  })

  t.test('signed for runs on to the result, from the signature', async t => {
    const ticket = signed()
    t.match(ticket.dispatches, [{ state: 'signed', signedBy: CHEN, signedAt: TEN + 30 * MINUTE }])
    t.match(f.legs(ticket), [
      { stage: 'sign', stoppedAt: TEN + 30 * MINUTE, outcome: 'met' },
      { stage: 'handle', startedAt: TEN + 30 * MINUTE, dueAt: on(26, '10:30') }
    ])
    t.equal(f.runningLeg(ticket)?.stage, 'handle')
  })

  t.test('signed for too late is late for good', async t => {
    const late = signed(sent(), on(23, '16:00'))
    t.match(f.legs(late)[0], { outcome: 'missed_answered_late', overrun: 4 * HOUR })
  })

  t.test('ends with its result, and the ticket goes on', async t => {
    const ticket = signed()
    const back = c.returnDispatch({ ...by(CHEN), dispatch: dispatchOf(ticket), text: '已修复' })
    const { ticket: after, events } = decideOn(ticket, back, on(24, '09:00'))
    t.match(after, {
      status: 'open',
      dispatches: [
        { state: 'returned', result: { text: '已修复', by: CHEN, at: on(24, '09:00') }, endedAt: on(24, '09:00') }
      ]
    })
    t.equal(f.runningLeg(after!), undefined)
    t.match(f.legs(after!)[1], { stage: 'handle', outcome: 'met', stoppedAt: on(24, '09:00') })
    t.notMatch(JSON.stringify(events), '已修复')
  })

  t.test('returned before anybody signed counts as signed for at that moment', async t => {
    const ticket = sent()
    const after = acted(ticket, [
      c.returnDispatch({ ...by(CHEN), dispatch: dispatchOf(ticket), text: '已修复' }),
      TEN + HOUR
    ])
    t.match(after.dispatches, [{ state: 'returned', signedBy: CHEN, signedAt: TEN + HOUR }])
    t.match(f.legs(after), [
      { stage: 'sign', outcome: 'met', stoppedAt: TEN + HOUR },
      { stage: 'handle', outcome: 'met', stoppedAt: TEN + HOUR }
    ])
  })

  t.test('stands alone: another is refused until it is withdrawn', async t => {
    const ticket = sent()
    const again = c.dispatch({ ...by(LI), seen: ticket.lastTurn, department: WATER, request: '请核实' })
    t.throws(() => decideOn(ticket, again, TEN + HOUR), refusedAs('DISPATCH_ACTIVE'))
    const free = acted(ticket, [
      c.withdrawDispatch({ ...by(LI), dispatch: dispatchOf(ticket), reason: '重复' }),
      TEN + HOUR
    ])
    t.match(free.dispatches, [{ state: 'withdrawn', endedAt: TEN + HOUR }])
    t.match(f.legs(free), [{ outcome: 'cancelled', stoppedAt: TEN + HOUR }])
    t.match(decideOn(free, { ...again, seen: free.lastTurn } as typeof again, TEN + HOUR).ticket?.dispatches[1], {
      department: WATER,
      state: 'dispatched'
    })
  })

  t.test('is refused when the citizen has said more than its author saw', async t => {
    const ticket = complaint()
    const blind = c.dispatch({ ...by(LI), seen: ticket.lastTurn - 1, department: HOUSING, request: '请核实' })
    t.throws(() => decideOn(ticket, blind, TEN), refusedAs('SOMEBODY_WAS_FASTER'))
  })

  t.test('is made once although the request was sent twice', async t => {
    const ticket = complaint()
    const act = c.dispatch({ ...by(LI), seen: ticket.lastTurn, department: HOUSING, request: '请核实' })
    const once = acted(ticket, [act, TEN])
    t.equal(decideOn(once, act, TEN + MINUTE).ticket, once)
  })

  t.test('makes room for itself by what was withdrawn, but not by what still counts', async t => {
    const withdrawn = (ticket: Ticket) =>
      acted(ticket, [c.withdrawDispatch({ ...by(LI), dispatch: dispatchOf(ticket), reason: '重复' }), TEN])
    const back = (ticket: Ticket) =>
      acted(ticket, [c.returnDispatch({ ...by(CHEN), dispatch: dispatchOf(ticket), text: '已修复' }), TEN])
    const times = (n: number, end: (ticket: Ticket) => Ticket, ticket = complaint()) =>
      Array.from({ length: n }).reduce<Ticket>(ticket => end(sent(ticket)), ticket)

    const [first] = back(sent()).dispatches
    const many = times(30, withdrawn, back(sent()))
    t.equal(many.dispatches.length, 20)
    t.match(many.dispatches[0], { state: first?.state, department: HOUSING })

    const full = times(20, back)
    t.throws(() => sent(full), refusedAs('TOO_MANY'))
    const reopened = f.cameBack(f.closed(f.told(full, TEN), TEN), TEN + 1)
    t.match(sent(reopened).dispatches.at(-1), { cycle: 2, state: 'dispatched' })
  })

  t.test('of a closed ticket is refused', async t => {
    const closed = f.closed(f.told(complaint(), TEN), TEN)
    const act = c.dispatch({ ...by(LI), seen: closed.lastTurn, department: HOUSING, request: '请核实' })
    t.throws(() => decideOn(closed, act, TEN), refusedAs('TICKET_CLOSED'))
  })

  t.test('that is over, or is none of the ticket, cannot be signed for', async t => {
    const ticket = signed()
    const sign = (dispatch: string) => c.signDispatch({ ...by(CHEN), dispatch })
    t.throws(() => decideOn(ticket, sign(dispatchOf(ticket)), TEN + HOUR), refusedAs('DISPATCH_OVER'))
    t.throws(() => decideOn(ticket, sign('another'), TEN + HOUR), refusedAs('DISPATCH_NOT_FOUND'))
    const gone = acted(ticket, [
      c.withdrawDispatch({ ...by(LI), dispatch: dispatchOf(ticket), reason: '重复' }),
      TEN + HOUR
    ])
    t.throws(() => decideOn(gone, sign(gone.dispatches[0]!.id), TEN + HOUR), refusedAs('DISPATCH_OVER'))
  })
})

t.test('who may sign for it and return it', async t => {
  const ticket = sent()
  const sign = (actor: typeof CHEN | typeof LI) => c.signDispatch({ ...by(actor), dispatch: dispatchOf(ticket) })

  t.test('is its department, one that assists, and the county office', async t => {
    const shared = acted(complaint(), [
      c.dispatch({ ...by(LI), seen: complaint().lastTurn, department: HOUSING, assisting: [WATER], request: '请核实' }),
      TEN
    ])
    const here = { ...sign(SUN), dispatch: dispatchOf(shared) } as ReturnType<typeof sign>
    t.match(decideOn(shared, here, TEN).ticket?.dispatches, [{ signedBy: SUN }])
    for (const actor of [CHEN, LI, ZHOU])
      t.match(decideOn(ticket, sign(actor), TEN).ticket?.dispatches, [{ signedBy: actor }])
  })

  t.test('is nobody of another department, whatever their role, and no leader', async t => {
    const elsewhere = { ...ZHOU, department: ROADS }
    const back = c.returnDispatch({ ...by(SUN), dispatch: dispatchOf(ticket), text: '已修复' })
    for (const act of [sign(SUN), sign(elsewhere), sign(f.HAN), back])
      t.throws(() => decideOn(ticket, act, TEN), refusedAs('NOT_ALLOWED'))
  })

  t.test('may not withdraw it: a department sends back what is not its own, with grounds', async t => {
    const withdraw = c.withdrawDispatch({ ...by(CHEN), dispatch: dispatchOf(ticket), reason: '不归我们' })
    const away = c.transfer({ ...by(CHEN), department: WATER, reason: '不归我们' })
    for (const act of [withdraw, away]) t.throws(() => decideOn(ticket, act, TEN), refusedAs('NOT_ALLOWED'))
  })
})

t.test('R23: a transfer', async t => {
  t.test('moves the ticket and its dispatch; the new department has its own time from now', async t => {
    const ticket = signed()
    const { ticket: after, events } = decideOn(
      ticket,
      c.transfer({ ...by(LI), department: WATER, reason: '职责在水务' }),
      TEN + HOUR
    )
    t.match(after, {
      department: WATER,
      dispatches: [
        { department: HOUSING, state: 'withdrawn', endedAt: TEN + HOUR },
        { department: WATER, state: 'dispatched', request: '请核实路灯情况', dispatchedAt: TEN + HOUR }
      ]
    })
    t.same(typesOf(events), [
      'dispatch.withdrawn',
      'clock.stopped',
      'ticket.transferred',
      'dispatch.sent',
      'clock.started'
    ])
    t.match(f.legs(after!).at(-2), { stage: 'handle', outcome: 'superseded' })
    t.match(f.runningLeg(after!), { stage: 'sign', startedAt: TEN + HOUR, dueAt: on(23, '15:00') })
  })

  t.test('never resets what was promised to the citizen', async t => {
    const ticket = signed()
    const after = acted(ticket, [c.transfer({ ...by(LI), department: WATER, reason: '职责在水务' }), TEN + HOUR])
    t.same(f.citizenClocks(after), f.citizenClocks(ticket))
    t.match(f.citizenClocks(after), [
      { kind: 'first', startedAt: NINE },
      { kind: 'close', startedAt: NINE }
    ])
  })

  t.test('before any dispatch moves the ticket only', async t => {
    const { ticket, events } = decideOn(
      complaint(),
      c.transfer({ ...by(LI), department: WATER, reason: '职责在水务' }),
      TEN
    )
    t.match(ticket, { department: WATER, dispatches: [] })
    t.match(events, [{ type: 'ticket.transferred', data: { department: WATER, wasDepartment: HOUSING } }])
  })

  t.test('to a department with other promises carries the clocks over, from their own start (R22)', async t => {
    const [urgent, normal] = DEFAULT_POLICY.rules
    const sooner = {
      name: '供水',
      when: { departments: [WATER] },
      promises: { first: { ...normal!.promises.first!, target: naturalHours(12) } }
    }
    const rules = [urgent!, sooner, normal!]
    const act = c.transfer({ ...by(LI), department: WATER, reason: '职责在水务' })
    const { ticket } = f.decideUnder({ rules }, complaint(), act, TEN)
    t.match(f.citizenClocks(ticket!), [
      { kind: 'first', outcome: 'superseded', stoppedAt: TEN },
      { kind: 'close' },
      { kind: 'first', startedAt: NINE, dueAt: NINE + 12 * HOUR }
    ])
  })

  t.test('to the department that has it is refused', async t => {
    const act = c.transfer({ ...by(LI), department: HOUSING, reason: '催办' })
    t.throws(() => decideOn(signed(), act, TEN + HOUR), refusedAs('SAME_DEPARTMENT'))
  })
})

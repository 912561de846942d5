import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import * as c from '../src/cases/commands.ts'
import { activeDispatch } from '../src/cases/dispatch-state.ts'
import type { Command } from '../src/commands.ts'
import { alertsOwed } from '../src/escalation/alerts-owed.ts'
import { defaultLadders } from '../src/escalation/default-ladders.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import {
  acted,
  by,
  CHEN,
  closed,
  complaint,
  HOUSING,
  on,
  ROADS,
  runningLeg,
  TEN,
  told,
  urgentComplaint,
  WATER,
  ZHOU
} from './dispatch-fixtures.ts'
import { decideOn, LI, MINUTE } from './fixtures.ts'

const TOLD = TEN + OUTGOING_WAIT
const desk = (department: string) => ({ department, contacts: [{ channel: 'smtp', address: `${department}@county` }] })
const PEOPLE = {
  persons: [],
  departments: [HOUSING, WATER, ROADS].map(desk),
  rosters: [],
  channels: ['smtp'],
  ladders: defaultLadders(['smtp'])
}

const sentAt = (ticket: Ticket, now: number, of: { assisting?: string[] } = {}) =>
  acted(ticket, [c.dispatch({ ...by(LI), seen: ticket.lastTurn, department: HOUSING, request: '请核实', ...of }), now])
const sent = (ticket = complaint(), of: { assisting?: string[] } = {}) => sentAt(ticket, TEN, of)
const decidedAll = (ticket: Ticket, commands: readonly Command[], now: number) =>
  commands.reduce((ticket, command) => decideOn(ticket, command, now).ticket!, ticket)
const dispatchOf = (ticket: Ticket) => activeDispatch(ticket)!.id

/** The addresses to which somebody is told of a dispatch at an instant. */
function toldAt(ticket: Ticket, now: number): (string | undefined)[] {
  const { alerts } = alertsOwed(ticket, { people: PEOPLE, rules: DEFAULT_RULES, now })
  const of = alerts.filter(({ alert }) => alert.kind === 'dispatched')
  return of.flatMap(({ alert }) => alert.recipients.map(({ address }) => address))
}

t.test('of a dispatch', async t => {
  t.test('the department is told once it cannot be taken back unseen any more, with the time to sign', async t => {
    const ticket = sent()
    t.equal(ticket.nextDueAt, TOLD)
    t.same(toldAt(ticket, TOLD - 1), [])
    t.same(toldAt(ticket, TOLD), ['住建局@county'])
    const { alerts } = alertsOwed(ticket, { people: PEOPLE, rules: DEFAULT_RULES, now: TOLD })
    const { dueAt } = runningLeg(ticket)!
    t.match(alerts, [{ alert: { kind: 'dispatched', department: HOUSING, dueAt, rung: 0, point: 0 } }])
  })

  t.test('it is told at once where it is urgent, and so is the group', async t => {
    t.same(toldAt(sent(urgentComplaint()), TEN), [undefined, '住建局@county'])
  })

  t.test('those that assist are told too', async t => {
    t.same(toldAt(sent(complaint(), { assisting: [WATER] }), TOLD), ['住建局@county', '水务局@county'])
  })

  t.test('nobody is told when it was withdrawn within the wait', async t => {
    const ticket = sent()
    const back = c.withdrawDispatch({ ...by(LI), dispatch: dispatchOf(ticket), reason: '派错了' })
    t.same(toldAt(acted(ticket, [back, TOLD - 1]), TOLD), [])
  })

  t.test('nobody is told any more once it is signed for, sent back, withdrawn, or the case is closed', async t => {
    const ticket = sent()
    const dispatch = dispatchOf(ticket)
    const ways: [string, c.CaseAct][] = [
      ['signed', c.signDispatch({ ...by(CHEN), dispatch })],
      ['returned', c.returnDispatch({ ...by(CHEN), dispatch, text: '已修好，共三处' })],
      ['bounced', c.bounceDispatch({ ...by(CHEN), dispatch, grounds: '职责清单', proposes: WATER })],
      ['withdrawn', c.withdrawDispatch({ ...by(LI), dispatch, reason: '派错了' })]
    ]
    const later = on(23, '14:30')
    t.same(toldAt(ticket, later).length > 0, true)
    for (const [way, act] of ways) t.same(toldAt(acted(ticket, [act, TEN + 30 * MINUTE]), later), [], way)
    t.same(toldAt(closed(told(ticket, TEN + 20 * MINUTE), TEN + 30 * MINUTE), later), [], 'closed')
  })

  t.test('is told again when the signature was taken back', async t => {
    const ticket = sent()
    const sign = c.signDispatch({ ...by(CHEN), id: 'sign', dispatch: dispatchOf(ticket) })
    const signed = acted(ticket, [sign, TEN + 5000])
    const back = decideOn(signed, { type: 'undo', actor: CHEN, id: 'undo', of: 'sign' }, TEN + 8000).ticket!
    t.same(toldAt(signed, TOLD), [])
    t.same(toldAt(back, TOLD), ['住建局@county'])
  })

  t.test('the department is told although it was sent while the alerter told something else', async t => {
    const before = complaint()
    const at = on(24, '08:00') // an hour before the first answer is due
    const { news } = alertsOwed(before, { people: PEOPLE, rules: DEFAULT_RULES, now: at })
    const late = alertsOwed(decidedAll(before, news, at), {
      people: PEOPLE,
      rules: DEFAULT_RULES,
      now: on(24, '09:00')
    })
    const between = sentAt(decidedAll(before, news, at), on(24, '09:00'))
    const after = decidedAll(between, late.news, on(24, '09:00'))
    t.equal(after.nextDueAt, on(24, '09:00'), 'looked at once more')
    t.same(toldAt(after, on(24, '09:00') + OUTGOING_WAIT), ['住建局@county'])
  })

  t.test('a transfer and a ruling tell the department that has it next, and not the other', async t => {
    const ticket = sent()
    const moved = acted(ticket, [c.transfer({ ...by(LI), department: WATER, reason: '职责' }), TEN + MINUTE])
    t.same(toldAt(moved, TEN + MINUTE), [])
    t.same(toldAt(moved, TEN + MINUTE + OUTGOING_WAIT), ['水务局@county'])
    const ruling = c.ruleDispatch({ ...by(ZHOU), department: ROADS, grounds: '职责清单' })
    t.same(toldAt(acted(moved, [ruling, TEN + 2 * MINUTE]), TEN + 2 * MINUTE + OUTGOING_WAIT), ['交通局@county'])
  })
})

import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { dispatch, supervise, withdrawDispatch } from '../src/cases/commands.ts'
import { runningClock } from '../src/clocks/running.ts'
import { alertOwed } from '../src/clocks/telling.ts'
import { undo } from '../src/commands.ts'
import { withdrawReply } from '../src/replies/commands.ts'
import { departmentsOn } from '../src/roles/belonging.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import { after, arrived, decideOn, HOUR, LI, MINUTE, NINE, URGENT } from './fixtures.ts'
import { ASKED, by, claimed, decided, draftOn, HEAD, last, opened, reviewOn, WANG } from './replies-fixtures.ts'

const TEN = NINE + HOUR
const SECOND = 1_000

const reviewedAt = (ticket: Ticket, now: number) => {
  const drafted = decided(ticket, now, draftOn(ticket))
  return decided(drafted, now, reviewOn(drafted))
}

t.test('an approved reply', async t => {
  const ready = reviewedAt(opened(), TEN)

  t.test('leaves ten seconds later', async t => {
    t.match(last(ready), { state: 'approved', approvedAt: TEN, leavesAt: TEN + OUTGOING_WAIT })
    t.equal(ready.nextSendAt, TEN + OUTGOING_WAIT)
    t.throws(() => claimed(ready, TEN + OUTGOING_WAIT - 1), { code: 'REPLY_NOT_APPROVED' })
    const leaving = last(claimed(ready, TEN + OUTGOING_WAIT))
    t.match(leaving, { state: 'sending' })
    t.notOk('leavesAt' in leaving)
  })

  t.test('is withdrawn until then, also by who approved it, and not once it has left', async t => {
    for (const actor of [LI, WANG]) {
      const back = decided(ready, TEN + 9 * SECOND, withdrawReply({ ...by(actor), reply: last(ready).id }))
      t.match(last(back), { state: 'superseded' })
      t.equal(back.nextSendAt, undefined)
    }
    const gone = claimed(ready, TEN + OUTGOING_WAIT)
    t.throws(() => decided(gone, TEN + OUTGOING_WAIT, withdrawReply({ ...by(WANG), reply: last(gone).id })), {
      code: 'REPLY_UNDER_WAY'
    })
  })

  t.test('is a draft again when the review is taken back, until it leaves', async t => {
    const drafted = decided(opened(), TEN, draftOn(opened()))
    const approved = decided(drafted, TEN, { ...reviewOn(drafted), id: 'review' })
    const takeBack = undo({ actor: WANG, id: 'undo', of: 'review' })
    t.match(last(decided(approved, TEN + 9 * SECOND, takeBack)), { state: 'drafted' })
    const gone = claimed(approved, TEN + OUTGOING_WAIT)
    t.throws(() => decided(gone, TEN + OUTGOING_WAIT, takeBack), { code: 'UNDO_OVERTAKEN', message: /a reply changed/ })
  })

  t.test('leaves at once where it is urgent', async t => {
    const ticket = after([arrived(ASKED, { ...URGENT, label: 'inquiry', risk: opened().risk as never }), NINE + MINUTE])
    const reviewed = reviewedAt(ticket, NINE + 2 * MINUTE)
    const { id: reply, hash } = last(reviewed)
    const let_ = decided(reviewed, NINE + 2 * MINUTE, { type: 'reply.approve', ...by(HEAD), reply, hash })
    t.match(last(claimed(let_, NINE + 2 * MINUTE)), { state: 'sending' })
  })

  t.test('leaves at once where a promise would be late by the wait', async t => {
    const { dueAt } = runningClock(opened())!
    const sending = 20 * SECOND // what the way to the platform may take
    const early = reviewedAt(opened(), dueAt - sending - OUTGOING_WAIT - 1)
    t.equal(last(early).leavesAt, dueAt - sending - 1)
    for (const now of [dueAt - sending - OUTGOING_WAIT, dueAt - OUTGOING_WAIT - 1, dueAt - 1, dueAt + HOUR])
      t.match(last(claimed(reviewedAt(opened(), now), now)), { state: 'sending' })
  })
})

t.test('a dispatch', async t => {
  const ticket = opened()
  const of = { ...by(LI), seen: ticket.lastTurn, department: '住建局', request: '请办理' }

  t.test('counts from the dispatch, and nobody is told of it for ten seconds', async t => {
    const sent = decided(ticket, TEN, dispatch(of))
    const leg = sent.clocks.find(({ kind }) => kind === 'leg')!
    t.match(leg, { startedAt: TEN })
    t.match(sent.dispatches, [{ leavesAt: TEN + OUTGOING_WAIT }])
    const near = { ...sent, clocks: [{ ...leg, warnBefore: [leg.dueAt - TEN - SECOND] }] }
    t.equal(alertOwed(near, TEN + 9 * SECOND), undefined)
    t.match(alertOwed(near, TEN + OUTGOING_WAIT), { kind: 'warn' })
  })

  t.test('withdrawn by then is told to nobody', async t => {
    const sent = decided(ticket, TEN, dispatch(of))
    const { id } = sent.dispatches[0]!
    const back = decided(sent, TEN + SECOND, withdrawDispatch({ ...by(LI), dispatch: id, reason: '误派' }))
    t.equal(alertOwed(back, TEN + OUTGOING_WAIT), undefined)
    t.match(back.clocks.at(-1), { kind: 'leg', outcome: 'cancelled' })
    t.same(departmentsOn(sent), ['住建局'])
    t.same(departmentsOn(back), [], 'and read by nobody of theirs')
    const late = decided(sent, TEN + OUTGOING_WAIT, withdrawDispatch({ ...by(LI), dispatch: id, reason: '误派' }))
    t.same(departmentsOn(late), ['住建局'])
  })

  t.test('is told at once where it is urgent', async t => {
    const urgent = after([arrived(ASKED, URGENT), NINE + MINUTE])
    const sent = decided(urgent, TEN, dispatch({ ...of, seen: urgent.lastTurn }))
    t.notOk('leavesAt' in sent.dispatches[0]!)
  })
})

t.test('a watch whose time comes within ten seconds is told after them', async t => {
  const ticket = opened()
  const of = { ...by(LI), text: '尽快', owner: '住建局', instruction: false }
  const needAt = (dueAt: number) => decideOn(ticket, supervise({ ...of, dueAt }), TEN).ticket?.needs?.[0]?.at
  t.equal(needAt(TEN + SECOND), TEN + OUTGOING_WAIT)
  t.equal(needAt(TEN + HOUR), TEN + HOUR)
})

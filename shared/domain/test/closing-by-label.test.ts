import type { Label } from '@huiyin/schemas/names.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { checkDismiss, closesWith } from '../src/cases/close-by-label.ts'
import * as c from '../src/cases/commands.ts'
import { activeDispatch } from '../src/cases/dispatch-state.ts'
import type { Draft } from '../src/draft.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import {
  acted,
  by,
  CHEN,
  cameBack,
  closed,
  complaint,
  HOUSING,
  inquiry,
  refusedAs,
  TEN,
  told,
  WATER
} from './dispatch-fixtures.ts'
import { decideOn, HOUR, judged, LI } from './fixtures.ts'

const labelled = (label: Label): Ticket => ({ ...complaint(), label })
const sent = (ticket: Ticket, now = TEN, department = HOUSING) =>
  acted(ticket, [c.dispatch({ ...by(LI), seen: ticket.lastTurn, department, request: '请核实' }), now])
const returned = (ticket = sent(complaint()), now = TEN + HOUR) =>
  acted(ticket, [c.returnDispatch({ ...by(CHEN), dispatch: activeDispatch(ticket)!.id, text: '已修复' }), now])

t.test('a final reply', async t => {
  t.test('closes an inquiry, and what wants nothing', async t => {
    for (const label of ['inquiry', 'other'] as const) t.equal(closesWith(labelled(label), 'final'), 'answered')
  })

  t.test('closes a suggestion or complaint once the result of its dispatch is there', async t => {
    for (const label of ['suggestion', 'complaint'] as const) {
      const ticket = sent(labelled(label))
      t.equal(closesWith(labelled(label), 'final'), undefined)
      t.equal(closesWith(ticket, 'final'), undefined)
      t.equal(closesWith(returned(ticket), 'final'), 'result-told')
    }
  })

  t.test('does not tell a result that came only after it', async t => {
    t.equal(closesWith(returned(), 'final', TEN + HOUR), 'result-told')
    t.equal(closesWith(returned(), 'final', TEN + HOUR - 1), undefined)
  })

  t.test('does not close while another department still has it, or has sent it back', async t => {
    const further = sent(returned(), TEN + 2 * HOUR, WATER)
    t.equal(closesWith(further, 'final'), undefined)
    const { id } = activeDispatch(further)!
    const bounce = c.bounceDispatch({ ...by(LI), dispatch: id, grounds: '三定方案第四条', proposes: HOUSING })
    t.equal(closesWith(acted(further, [bounce, TEN + 3 * HOUR]), 'final'), undefined)
    const withdraw = c.withdrawDispatch({ ...by(LI), dispatch: id, reason: '重复' })
    t.equal(closesWith(acted(further, [withdraw, TEN + 3 * HOUR]), 'final'), 'result-told')
  })

  t.test('does not close the next cycle by the result of the last (R20)', async t => {
    const again = cameBack(told(returned(), TEN + 2 * HOUR, 'final'), TEN + 3 * HOUR)
    t.equal(closesWith(again, 'final'), undefined)
    t.equal(told(again, TEN + 4 * HOUR, 'final').status, 'handling')
  })

  t.test('closes the case in fact, and the result in time', async t => {
    const done = told(returned(), TEN + 2 * HOUR, 'final')
    t.match(done, { status: 'answered', cycles: [{ how: 'result-told', closedAt: TEN + 2 * HOUR }] })
    t.match(
      done.clocks.find(({ kind }) => kind === 'close'),
      { outcome: 'met', stoppedAt: TEN + 2 * HOUR }
    )
  })
})

t.test('a holding or interim reply closes nothing', async t => {
  for (const kind of ['holding', 'interim'] as const) {
    t.equal(closesWith(inquiry(), kind), undefined)
    t.equal(closesWith(returned(), kind), undefined)
  }
})

t.test('dismissing', async t => {
  const draft = (ticket: Ticket, of: Partial<typeof DEFAULT_POLICY> = {}): Draft => ({
    ticket,
    events: [],
    actor: LI,
    now: TEN,
    rules: DEFAULT_RULES,
    policy: { ...DEFAULT_POLICY, ...of }
  })

  t.test('a complaint or suggestion is refused, and says what to do instead', async t => {
    for (const label of ['suggestion', 'complaint'] as const)
      t.throws(() => checkDismiss(draft(labelled(label))), {
        ...refusedAs('EXCEPTION_NEEDED'),
        message: /correct its label/
      })
  })

  t.test('an inquiry, or what wants nothing, is not', async t => {
    for (const label of ['inquiry', 'other'] as const) t.doesNotThrow(() => checkDismiss(draft(labelled(label))))
  })

  t.test('a complaint is not while its label is not sure, nor in an office of one', async t => {
    const unsure = complaint(judged({ label: 'complaint', confidence: 0.3 }))
    t.equal(unsure.review, true)
    t.doesNotThrow(() => checkDismiss(draft(unsure)))
    t.doesNotThrow(() => checkDismiss(draft(complaint(), { selfReview: true })))
  })
})

t.test('how content the citizen is', async t => {
  const done = () => closed(told(complaint(), TEN), TEN + HOUR)
  const rate = (score: number) => c.rate({ ...by(LI), score })

  t.test('is kept with the cycle that was closed', async t => {
    const { ticket, events } = decideOn(done(), rate(4), TEN + 2 * HOUR)
    t.match(ticket?.cycles, [{ n: 1, satisfaction: { score: 4, by: LI, at: TEN + 2 * HOUR } }])
    t.match(events, [{ type: 'ticket.rated', data: { cycle: 1, score: 4 } }])
  })

  t.test('said again is corrected, not counted twice', async t => {
    const rated = acted(done(), [rate(4), TEN + 2 * HOUR])
    const { ticket, events } = decideOn(rated, rate(2), TEN + 3 * HOUR)
    t.match(ticket?.cycles, [{ satisfaction: { score: 2 } }])
    t.match(events, [{ data: { score: 2, was: 4 } }])
    t.same(decideOn(ticket, rate(2), TEN + 4 * HOUR).events, [])
  })

  t.test('is asked only when the case is done', async t => {
    t.throws(() => decideOn(complaint(), rate(5), TEN), refusedAs('NOT_CLOSED_YET'))
    t.throws(() => decideOn(told(complaint(), TEN), rate(5), TEN), refusedAs('NOT_CLOSED_YET'))
  })
})

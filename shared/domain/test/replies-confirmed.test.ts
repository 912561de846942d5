import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { dispatch, returnDispatch, signDispatch } from '../src/cases/commands.ts'
import { closeClock, runningClock } from '../src/clocks/running.ts'
import { reopen } from '../src/commands.ts'
import { arrived, decideOn, HOUR, LI, MINUTE, NINE, said, typesOf } from './fixtures.ts'
import { ASKED, by, confirmed, decided, draftOn, last, news, opened, TEXT } from './replies-fixtures.ts'

const ONE = NINE + HOUR
const TWO = NINE + 2 * HOUR
const CHEN = { id: 'chen', name: '陈工', role: 'handler', department: '住建局' }

/** A department has returned its result at `now`. */
function withResult(ticket: Ticket, now: number): Ticket {
  const { lastTurn: seen } = ticket
  const sent = decided(ticket, now, dispatch({ ...by(LI), seen, department: '住建局', request: '请维修' }))
  const { id } = sent.dispatches.at(-1)!
  return decided(
    sent,
    now,
    signDispatch({ ...by(CHEN), dispatch: id }),
    returnDispatch({ ...by(CHEN), dispatch: id, text: '已修好' })
  )
}

t.test('a confirmed reply', async t => {
  t.test('closes a question when it is final', async t => {
    const done = confirmed(opened(), TWO)
    t.match(done, { status: 'answered', cycles: [{ how: 'answered', closedAt: TWO }] })
    t.equal(closeClock(done), undefined)
  })

  t.test('leaves the answer owed to itself when it is only holding or interim', async t => {
    for (const kind of ['holding', 'interim'] as const) {
      const held = confirmed(opened(), TWO, { kind })
      t.match(held, { status: 'handling', owed: [] })
      t.equal(runningClock(held), undefined)
      t.ok(closeClock(held))
      t.match(confirmed(held, NINE + 3 * HOUR), { status: 'answered', cycles: [{ closedAt: NINE + 3 * HOUR }] })
    }
  })

  t.test('closes a complaint only after the result was returned, and told', async t => {
    const complaint = opened({ label: 'complaint' })
    const first = confirmed(complaint, TWO, { kind: 'final' })
    t.match(first, { status: 'handling' })
    const returned = withResult(first, NINE + 3 * HOUR)
    t.equal(last(decided(returned, NINE + 3 * HOUR, draftOn(returned))).kind, 'final')
    const told = confirmed(returned, NINE + 4 * HOUR)
    t.match(told, { status: 'answered', cycles: [{ how: 'result-told', closedAt: NINE + 4 * HOUR }] })
    t.same(last(told).answers, [])
    t.equal(last(told).to.comment, ASKED.id)
  })

  t.test('does not close what was asked meanwhile, whose clock starts at that question (R6)', async t => {
    const ticket = opened()
    const two = decided(ticket, ONE, arrived(said('要带身份证吗？', ONE, { comment: '101' })))
    const done = confirmed(two, TWO, { answers: [ASKED.id] })
    t.match(done, { status: 'open', owed: [{ native: '101' }] })
    t.match(runningClock(done), { kind: 'next', startedAt: ONE, dueAt: ONE + 24 * HOUR })
    t.match(confirmed(done, NINE + 3 * HOUR).status, 'answered')
  })

  t.test('gives the result the due time that the first one promised, with the policy’s beside it', async t => {
    const complaint = opened({ label: 'complaint' })
    const promisedAt = NINE + 10 * 24 * HOUR
    const before = closeClock(complaint)!
    t.match(closeClock(confirmed(complaint, TWO, { promisedAt })), {
      dueAt: promisedAt,
      fixed: 'promised',
      originalDueAt: before.dueAt
    })
  })

  t.test('is confirmed once', async t => {
    const done = confirmed(opened(), TWO)
    t.same(decideOn(done, news(done, 'reply.confirmed', { acceptedAt: TWO + MINUTE }), TWO + MINUTE).events, [])
  })
})

t.test('an answer typed in the platform’s own app', async t => {
  const outside = (comment = '600', at = ONE) =>
    arrived(said('请拨打12393。', at, { comment, parent: '100', ours: true }))

  t.test('stops the clock as well, and closes a question', async t => {
    const done = decided(opened(), TWO, outside())
    t.match(done.clocks, [{ stoppedAt: ONE, outcome: 'met' }])
    t.match(done, { status: 'answered', cycles: [{ how: 'answered', closedAt: ONE }] })
  })

  t.test('leaves the result of a complaint owed', async t => {
    t.match(decided(opened({ label: 'complaint' }), TWO, outside()), { status: 'handling', owed: [] })
  })

  t.test('found late, from before a holding reply’s question, does not close it', async t => {
    const later = decided(opened(), TWO, outside('600', ONE), arrived(said('打不通怎么办？', TWO, { comment: '601' })))
    const held = confirmed(later, NINE + 3 * HOUR, { kind: 'interim' })
    t.equal(decided(held, NINE + 4 * HOUR, outside('590', ONE - MINUTE)).status, 'handling')
  })
})

t.test('a reply that the platform removed (R5)', async t => {
  const done = confirmed(opened(), TWO)
  const at = NINE + 5 * HOUR
  const gone = (ticket: Ticket) => news(ticket, 'reply.removed', {})

  t.test('is owed again, on the same clock with its start and due time, in the same cycle', async t => {
    const before = runningClock(opened())!
    const { ticket, events } = decideOn(done, gone(done), at)
    t.match(ticket, {
      status: 'open',
      owed: [{ native: '100' }],
      replies: [{ state: 'failed', failure: { code: 'TAKEN_DOWN' } }]
    })
    const { id, startedAt, dueAt, dueSetBy } = before
    t.match(runningClock(ticket!), { id, startedAt, dueAt, dueSetBy })
    t.equal(ticket?.clocks.length, done.clocks.length)
    t.ok(closeClock(ticket!))
    t.equal(ticket?.cycles.length, 1)
    t.equal(ticket?.cycles[0]?.closedAt, undefined)
    t.ok(typesOf(events).includes('clock.resumed'))
  })

  t.test('counts the gap: the answer after it is late when the due time has passed', async t => {
    const open = decided(done, at, gone(done))
    const late = confirmed(open, NINE + 25 * HOUR, { text: '请到三楼补办。' })
    t.match(late.clocks[0], { kind: 'first', outcome: 'missed_answered_late', stoppedAt: NINE + 25 * HOUR })
  })

  t.test('is not owed again where another public reply answered since', async t => {
    const held = confirmed(opened(), ONE, { kind: 'interim' })
    const interim = last(held).id
    const told = confirmed(held, TWO)
    const { ticket } = decideOn(told, { ...gone(told), reply: interim } as ReturnType<typeof gone>, at)
    t.match(ticket, { status: 'answered', owed: [] })
    t.equal(runningClock(ticket!), undefined)
  })

  t.test(
    'is owed again beside a later one that answered another question, on a NEXT clock from its own time',
    async t => {
      const asked = decided(done, NINE + 3 * HOUR, arrived(said('几点下班？', NINE + 3 * HOUR, { comment: '102' })))
      const both = confirmed(asked, NINE + 4 * HOUR, { text: '下午六点。' })
      const first = both.replies[0]!.id
      const open = decided(both, at, { ...gone(both), reply: first } as ReturnType<typeof gone>)
      t.match(open, { status: 'open', owed: [{ native: '100' }] })
      t.match(runningClock(open), { kind: 'next', startedAt: NINE })
      t.match(open.clocks[0], { kind: 'first', outcome: 'met', stoppedAt: TWO })
    }
  )

  t.test('that told only the result leaves the result owed', async t => {
    const complaint = confirmed(opened({ label: 'complaint' }), ONE)
    const told = confirmed(withResult(complaint, TWO), NINE + 3 * HOUR)
    t.equal(told.status, 'answered')
    const again = decided(told, at, gone(told))
    t.match(again, { status: 'handling', owed: [] })
    t.ok(closeClock(again))
  })

  t.test('joins what the citizen asked since on one clock', async t => {
    const asked = decided(done, NINE + 3 * HOUR, arrived(said('几点下班？', NINE + 3 * HOUR, { comment: '102' })))
    const open = decided(asked, at, gone(asked))
    t.same(
      open.owed.map(({ native }) => native),
      ['100', '102']
    )
    t.match(runningClock(open), { kind: 'first', dueAt: NINE + 24 * HOUR })
    t.equal(open.clocks.filter(({ kind, stoppedAt }) => kind !== 'close' && stoppedAt === undefined).length, 1)
  })

  t.test('is told by the collector as well, and once', async t => {
    const ours = { comment: '500', parent: '100', ours: true }
    const open = decided(done, at, arrived(said(TEXT, TWO, { ...ours, deleted: true, observedAt: at })))
    t.match(open, { status: 'open', owed: [{ native: '100' }] })
    t.same(decideOn(open, gone(open), at).events, [])
  })

  t.test('and posted again by hand with the same words is answered again', async t => {
    const open = decided(done, at, gone(done))
    const again = said(TEXT, at, { comment: '700', parent: '100', ours: true })
    t.match(decided(open, at, arrived(again)), { status: 'answered', owed: [] })
  })

  t.test('does not open a ticket that a person reopened and answered since', async t => {
    const back = decided(done, at, reopen({ ...by(LI), seen: done.lastTurn, reason: '答非所问' }))
    const better = confirmed(back, NINE + 6 * HOUR, { text: '带身份证到三楼。' })
    const first = better.replies[0]!.id
    t.match(decided(better, NINE + 7 * HOUR, { ...gone(better), reply: first } as ReturnType<typeof gone>), {
      status: 'answered',
      owed: []
    })
  })
})

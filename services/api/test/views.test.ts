import { DEFAULT_RULES } from '@huiyin/domain/rules.ts'
import { comment, HOUR, historyRow, MINUTE, NOON, runningUntil, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import t from 'tap'
import { ticketView } from '../src/ticket-view.ts'
import { threadComment, ticketRow } from '../src/views.ts'

const WANG = { id: 'w', name: '王', role: 'operator' }

const turn = (n: number, by: 'citizen' | 'office', excerpt: string) => ({
  n,
  by,
  comment: `c${n}`,
  at: NOON + n * MINUTE,
  excerpt
})

const owing = (n: number) => ({ comment: `c${n}`, native: `${n}`, publishedAt: NOON + n * MINUTE })

t.test('a row', async t => {
  const turns = [turn(1, 'citizen', '一'), turn(2, 'office', '二'), turn(3, 'citizen', '三'), turn(4, 'citizen', '四')]
  const excerptOf = (owed: ReturnType<typeof owing>[]) => ticketRow(ticket({ turns, owed }), undefined, NOON).excerpt

  t.test('quotes the oldest comment that waits for an answer, whatever order they came in', async t => {
    t.equal(excerptOf([owing(4), owing(3)]), '三')
  })

  t.test('quotes what the citizen said last when nobody waits', async t => {
    t.equal(excerptOf([]), '四')
  })

  t.test('tells the running clock’s due time, and how the first reply’s clock ended when none runs', async t => {
    const stopped = { ...runningUntil(NOON), stoppedAt: NOON + HOUR, outcome: 'missed_answered_late' as const }
    const next = { ...runningUntil(NOON + 9 * HOUR), id: 'next-1', kind: 'next' as const }
    t.match(ticketRow(ticket({ clocks: [stopped] }), undefined, NOON), { outcome: 'missed_answered_late' })
    t.notOk('dueAt' in ticketRow(ticket({ clocks: [stopped] }), undefined, NOON))
    const running = ticketRow(ticket({ clocks: [stopped, next] }), undefined, NOON)
    t.equal(running.dueAt, NOON + 9 * HOUR)
    t.notOk('outcome' in running)
  })

  t.test('names who cares for it only as long as the acknowledgement holds', async t => {
    const acknowledged = { by: WANG, at: NOON, until: NOON + HOUR }
    t.equal(ticketRow(ticket({ acknowledged }), undefined, NOON + HOUR - 1).acknowledgedBy, '王')
    t.equal(ticketRow(ticket({ acknowledged }), undefined, NOON + HOUR).acknowledgedBy, undefined)
  })
})

t.test('a timeline has what the history has not got yet, and nothing twice', async t => {
  const of = ticket()
  const { partition, offset, ...second } = historyRow({ ticket: of.id, n: 2 })
  const history = [historyRow({ ticket: of.id, n: 1 }), historyRow({ ticket: of.id, n: 2 })]
  const unpublished = [second, { ...second, n: 3 }]
  const view = ticketView(
    { ...of, unpublished },
    { account: undefined, thread: [], history, notes: [], rules: DEFAULT_RULES, actor: WANG, now: NOON }
  )
  t.same(
    view.history.map(({ n }) => n),
    [1, 2, 3]
  )
})

t.test('a comment that was edited shows its first words too', async t => {
  t.equal(threadComment(comment({ text: '新', firstText: '旧' })).firstText, '旧')
  t.notOk('firstText' in threadComment(comment({ text: '同', firstText: '同' })))
})

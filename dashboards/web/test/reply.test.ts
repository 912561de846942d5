import type { TicketView } from '@huiyin/schemas/api.ts'
import t from 'tap'
import { namesIn } from '../src/form/spec.ts'
import { speak } from '../src/language.ts'
import { conversation, setAside } from '../src/ticket/conversation.ts'
import { bodyOf, closedBecause, outcomeOf } from '../src/ticket/reply/outcome.ts'
import { filled, isUnfilled, ofTemplate, templateOf } from '../src/ticket/reply/templates.ts'
import { instantOf, lengthOf, stretch, wallTime } from '../src/time.ts'
import { templatesFor } from './offices.ts'
import { OPERATOR, tickets } from './texts.ts'

const HOUR = 3_600_000
const NOW = Date.UTC(2026, 10, 21, 6, 30) // 14:30 in Beijing
const water = tickets(NOW).find(({ excerpt }) => excerpt.includes('停水通知说'))!
const bridge = tickets(NOW).find(({ excerpt }) => excerpt.includes('老桥栏杆'))!
const several = (view: TicketView): TicketView => ({ ...view, writing: { ...view.writing, selfReview: false } })
const draft = { text: '已派人处理。' }

const reply = (id: string, state: TicketView['replies'][number]['state']): TicketView['replies'][number] => ({
  id,
  kind: 'final',
  to: { comment: 'c', native: 'c', publishedAt: NOW },
  answers: [],
  text: id,
  hash: '',
  state,
  author: OPERATOR,
  draftedAt: NOW,
  attempt: 0,
  heldBack: false,
  may: []
})

speak('zh')

t.test('the button of a reply says what will happen', async t => {
  const does = (view: TicketView, asIs = false, more = {}, me = 'li-wen') =>
    outcomeOf(view, { ...draft, ...more }, asIs, me).does

  t.test('it leaves where its author may review it, unless the head approves it', async t => {
    t.equal(does(water), 'send')
    t.equal(does(water, false, { important: true }), 'approve')
    t.equal(does(bridge), 'approve')
  })

  t.test('it goes to another person in an office of several', async t => {
    t.equal(does(several(water)), 'review')
    t.match(outcomeOf(several(bridge), draft, false, 'li-wen').why, /需负责人批准：紧急件/)
  })

  t.test('a holding one of an approved template leaves at once, also while the ticket is locked', async t => {
    const locked: TicketView = { ...several(water), lock: { since: NOW, why: 'orange' } }
    t.equal(does(locked, true, { kind: 'holding' }), 'send')
    t.match(outcomeOf(locked, draft, false, 'li-wen').why, /放行后才能审核/)
  })

  t.test('the spokesperson is not held back by the lock', async t => {
    const locked: TicketView = { ...water, lock: { since: NOW, why: 'orange', spokesperson: { id: 'li-wen' } } }
    t.equal(does(locked), 'send')
    t.equal(does(locked, false, {}, 'zhou-ming'), 'review')
  })
})

t.test('a reply that is handed in', async t => {
  t.test('promises nothing where no promise can be made, and edits only what may be edited', async t => {
    const kept = { ...draft, promisedAt: NOW + HOUR, edits: 'r1' }
    t.same(bodyOf(water, kept), { text: '已派人处理。', kind: 'final' })
    const view: TicketView = { ...bridge, replies: [{ ...reply('r1', 'returned'), may: ['reply.edit'] }] }
    t.match(bodyOf(view, kept), { promisedAt: NOW + HOUR, edits: 'r1' })
  })

  t.test('is not written on a ticket that has joined another, or whose reply waits for its second witness', async t => {
    t.equal(closedBecause({ ...water, may: ['reply.draft'] }), undefined)
    t.match(closedBecause({ ...water, status: 'merged', may: ['reply.draft'] }), /已合并/)
    t.match(closedBecause({ ...water, replies: [reply('r1', 'attesting')] }), /待第二人确认/)
    t.match(closedBecause(water), /不能起草/)
  })
})

t.test('a template', async t => {
  const list = templatesFor(water)
  const [received, underWay] = list.rows as [(typeof list.rows)[0], (typeof list.rows)[0]]

  t.test('is filled with what the house knows, and shows what is missing', async t => {
    const made = ofTemplate(underWay, list.values ?? {}, { text: '' })
    t.match(made.text, /已由水务局接手.*\{\{phone\}\}/)
    t.ok(isUnfilled(made.text))
    t.notOk(isUnfilled(filled(made.text, { phone: '12345' })))
    t.same(made.template?.values, { number: water.number, department: '水务局' }, 'only what it names')
  })

  t.test('needs no review only as it is, with values that the house knows', async t => {
    const made = ofTemplate(received, list.values ?? {}, { text: '' })
    const asIs = (change: Partial<typeof made>) => templateOf({ ...made, ...change }, list)?.asIs
    t.equal(asIs({}), true)
    t.equal(asIs({ text: `${made.text}谢谢` }), false)
    t.equal(asIs({ kind: 'final' }), false)
    const other = { ...made.template!, values: { ...made.template!.values, department: '某局' } }
    t.equal(asIs({ template: other, text: filled(received.text, other.values) }), false)
  })
})

t.test('drafts that nobody goes on with are folded, but not the one that was returned last', async t => {
  const ids = (of: TicketView['replies']) => setAside(of).map(({ id }) => id)
  t.same(ids([reply('a', 'superseded'), reply('b', 'returned')]), ['a'])
  t.same(ids([reply('a', 'returned'), reply('b', 'drafted')]), ['a'])
  const said = conversation({ thread: [], replies: [reply('a', 'returned'), reply('b', 'drafted')] })
  t.equal(said.length, 1)
})

t.test('times and names in forms', async t => {
  t.test('are Beijing time, there and back', async t => {
    t.equal(wallTime(NOW), '2026-11-21T14:30')
    t.equal(instantOf('2026-11-21T14:30'), NOW)
    t.equal(instantOf(''), undefined)
  })

  t.test('say the day of both ends where it differs', async t => {
    t.equal(stretch(NOW, NOW + HOUR), '11月21日 14:30 – 15:30')
    t.equal(stretch(NOW, NOW + 24 * HOUR), '11月21日 14:30 – 11月22日 14:30')
    t.equal(lengthOf(26 * HOUR + 5 * 60_000), '1 天 2 小时 5 分钟')
  })

  t.test('are separated by commas of either kind', async t => {
    t.same(namesIn(' 水务局，城市管理局、 ,住建局'), ['水务局', '城市管理局', '住建局'])
  })
})

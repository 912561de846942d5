import type { HouseEvent } from '@huiyin/schemas/event.ts'
import t from 'tap'
import { ApiProblem } from '../src/data/http.ts'
import { hear } from '../src/data/rows.ts'
import { speak } from '../src/language.ts'
import { problemWords } from '../src/problem-words.ts'
import { asCorrected, changesOf, consequence, departmentsOf, shownOf } from '../src/ticket/correct/corrections.ts'
import { eventDetail, onlyConfirmed } from '../src/ticket/event-detail.ts'
import { judgementOf, spansOf } from '../src/ticket/why/judgement.ts'
import { partsOf, quotes, strength } from '../src/ticket/why/parts.ts'
import { reasonWords, sumOf } from '../src/ticket/why/risk-words.ts'
import { judged } from './judged.ts'
import { tickets } from './texts.ts'

const NOW = Date.UTC(2026, 10, 21, 6, 30) // 14:30 in Beijing
const all = tickets(NOW)
const ticket = (words: string) => all.find(({ excerpt }) => excerpt.includes(words))!
const water = ticket('停水通知说')
const doubtful = ticket('跟没答一样')

const span = (from: number, to: number, weight = 1) => ({ from, to, weight })
const marked = (text: string, ...spans: ReturnType<typeof span>[]) =>
  partsOf(text, spans)
    .map(({ text, weight }) => (weight === undefined ? text : `[${text} ${strength(weight)}]`))
    .join('')

t.test('the words that weighed', async t => {
  t.test('are marked where they stand, the weightier the stronger', async t => {
    t.equal(marked('还没来水呢', span(1, 4), span(4, 5, 0.1)), '还[没来水 strong][呢 slight]')
    t.equal(marked('没有', span(0, 2, 0.5)), '[没有 some]')
    t.equal(marked('没有'), '没有')
  })

  t.test('count by the weightiest where they overlap', async t => {
    t.equal(marked('到底几点', span(0, 4, 0.2), span(2, 3)), '[到底 slight][几 strong][点 slight]')
  })

  t.test('are left out where an edited text has no such place', async t => {
    t.equal(marked('短', span(0, 9), span(3, 2), span(0, 1)), '[短 strong]')
    t.equal(marked('', span(0, 1)), '')
  })

  t.test('are quoted once, the weightiest first, and not too long', async t => {
    const text = '等等，没水没电'
    t.same(quotes(text, [span(0, 1, 0.5), span(1, 2, 0.4), span(3, 5, 0.9), span(5, 7, 0.3)]), ['没水', '等', '没电'])
    t.same(quotes('水'.repeat(40), [span(0, 40)]), [`${'水'.repeat(15)}…`])
  })

  t.test('are those of one answer, or of one reason of the risk', async t => {
    const of = judgementOf(water.thread[0]!)!
    const words = (subject: Parameters<typeof spansOf>[1]) =>
      spansOf(of, subject).map(({ from, to }) => water.excerpt.slice(from, to))
    t.same(words('sentiment'), ['到底', '没法'])
    t.same(words('risk-1'), ['到底几点有个准信'])
    t.same(words('risk-2'), [], 'a reason without a place in the text')
    t.same(words('place'), [])
  })

  t.test('of an erased comment are told to nobody', async t => {
    t.equal(judgementOf({ ...water.thread[0]!, state: 'erased' }), undefined)
  })
})

t.test('a reason of the risk', async t => {
  t.test('has words in both languages, and one that is not known is shown by its code', async t => {
    for (const code of ['severe', 'repetition', 'growth', 'similar', 'combination']) {
      speak('zh')
      t.match(reasonWords(code), /^[一-鿿]+$/)
      speak('en')
      t.match(reasonWords(code), /^[A-Z][a-z ]+$/)
    }
    t.equal(reasonWords('sarcasm'), 'Another reason (sarcasm)')
    speak('zh')
    t.equal(reasonWords('sarcasm'), '其他依据（sarcasm）')
  })

  t.test('adds its points to the sum', async t => {
    t.equal(sumOf(judged(water.excerpt).classification!.risk.reasons), 46)
  })
})

t.test('a correction', async t => {
  t.test('sends only what differs from what stands', async t => {
    t.same(changesOf(water, { label: 'complaint', sentiment: 'neutral', level: 'yellow', urgent: false }), {
      sentiment: 'neutral'
    })
    t.same(changesOf(water, { department: '城乡建设' }), { department: '城乡建设' })
  })

  t.test('takes a grave level for urgent, unless the person says that it is not', async t => {
    t.equal(shownOf(water, { level: 'orange' }).urgent, true)
    t.same(changesOf(water, { level: 'orange' }), { level: 'orange' })
    t.equal(shownOf(water, { level: 'orange', urgent: false }).urgent, false)
    t.same(changesOf(water, { level: 'orange', urgent: false }), { level: 'orange', urgent: false })
  })

  t.test('is shown before the server has said so, with its author, and ends the review', async t => {
    const shown = asCorrected(doubtful, { label: 'complaint', level: 'red' }, { who: '李雯', at: NOW })
    t.match(shown, { label: 'complaint', urgent: true, risk: { level: 'red', score: 27 }, review: false })
    t.same(shown.corrected, { label: 'complaint', level: 'red', by: '李雯', at: NOW })
    t.equal(shown.sentiment, doubtful.sentiment)
  })

  t.test('says what follows from it', async t => {
    const idle = { ...doubtful, clocks: [] }
    t.equal(consequence(idle, { label: 'other' }), 'closes')
    t.equal(consequence(doubtful, { label: 'other' }), undefined, 'a clock that runs goes on')
    t.equal(consequence(idle, { label: 'complaint' }), 'starts')
    t.equal(consequence(water, { level: 'orange' }), 'urgent')
    t.equal(consequence(water, { level: 'blue' }), 'calmer')
    t.equal(consequence({ ...water, urgent: true }, { urgent: false }), 'calmer')
    t.equal(consequence({ ...idle, status: 'dismissed' }, { label: 'complaint' }), undefined)
  })

  t.test('offers the classes and the deployment’s own departments, each once', async t => {
    const names = departmentsOf(water, ['水务局', '供水公司'])
    t.same(names.slice(0, 3), ['水务局', '供水公司', '城乡建设'])
    t.equal(names.at(-1), '其他')
    t.equal(new Set(names).size, names.length)
  })

  t.test('by a colleague may bring a row into a list', async t => {
    const heard = hear(new Map(), [{ row: water, type: 'ticket.corrected', order: 7 }])
    t.equal(heard.get(water.id)?.entered, 7)
  })
})

t.test('the timeline tells what was set from what, in both languages', async t => {
  const line = (data: HouseEvent['data']) => eventDetail({ type: 'ticket.corrected', data }, NOW)
  const data = { label: 'complaint', wasLabel: 'other', urgent: true, wasUrgent: false }
  speak('zh')
  t.equal(line(data), '类别：其他 → 投诉；紧急：否 → 是')
  t.equal(line({ label: 'other', wasLabel: 'other' }), '核对无误：类别 其他')
  t.equal(line({ department: '交通运输', wasDepartment: null }), '部门：未定 → 交通运输')
  speak('en')
  t.equal(line(data), 'Label: Other → Complaint; Urgent: No → Yes')
  t.equal(line({ department: '交通运输', wasDepartment: '水务局' }), 'Department: 水务局 → Transport')
  t.equal(line({ level: 'red', wasLevel: 'blue' }), 'Risk level: Blue → Red')
})

t.test('a person who only found the model right is not said to have corrected it', async t => {
  const corrected = (data: HouseEvent['data']) => ({ type: 'ticket.corrected', data }) as const
  const right = corrected({ label: 'other', wasLabel: 'other', comment: 'c' })
  t.ok(onlyConfirmed([{ type: 'ticket.opened', data: {} }, right]))
  t.notOk(onlyConfirmed([right, corrected({ urgent: true, wasUrgent: false })]))
  t.notOk(onlyConfirmed([{ type: 'ticket.opened', data: {} }]), 'nothing tells of it yet')
})

t.test('a comment that is none of the ticket’s turns is said so in both languages', async t => {
  const problem = new ApiProblem('COMMENT_NOT_ON_TICKET', 404, 'none')
  speak('zh')
  t.match(problemWords(problem), /不在此工单/)
  speak('en')
  t.match(problemWords(problem), /none of this ticket’s turns/)
})

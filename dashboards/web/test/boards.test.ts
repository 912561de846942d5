import t from 'tap'
import { comparisonOf, toneOf } from '../src/boards/comparison.ts'
import { dayOf, startOf, stepped } from '../src/boards/days.ts'
import {
  changedPlace,
  formatBoardPlace,
  listPlace,
  otherNumbers,
  parseBoardPlace,
  wantedOf
} from '../src/boards/place.ts'
import { inUnit } from '../src/boards/said.ts'
import { linesOf } from '../src/charts/canvas-text.ts'
import { learnWords, speak } from '../src/language.ts'
import { BOARDS_WORDS } from '../src/words-boards.ts'

learnWords(BOARDS_WORDS)
speak('zh')

t.test('the place of a dashboard', async t => {
  t.test('is the same after it went through the address bar', async t => {
    const search = '?view=overview&span=week&day=2026-11-16&account=wechat%2Fgh_1&list=reply-rate&part=owed&ticket=t1'
    const place = parseBoardPlace(search)
    t.equal(place.part, 'owed')
    t.same(parseBoardPlace(formatBoardPlace(place)), place)
  })

  t.test('leaves out what it does not know', async t => {
    t.same(parseBoardPlace('?view=overview&span=year&day=2026-02-31&topic=a'), { board: 'overview', span: 'today' })
    t.same(parseBoardPlace('?view=mood&topic=a'), { board: 'mood', span: 'today', topic: 'a' })
  })

  t.test('leaves the list of other numbers, and asks for numbers alone', async t => {
    const place = parseBoardPlace('?view=overview&list=cases&by=label&key=complaint&at=1&ticket=t1&department=x')
    t.same(otherNumbers(place, { span: 'month' }), { board: 'overview', span: 'month', department: 'x' })
    t.same(wantedOf(place), { board: 'overview', span: 'today', department: 'x' })
    t.same(listPlace(place, { list: 'owed' }), { board: 'overview', span: 'today', department: 'x', list: 'owed' })
    t.equal(changedPlace(place, { ticket: undefined }).ticket, undefined)
  })
})

t.test('days of Beijing', async t => {
  t.equal(dayOf(Date.parse('2026-11-21T16:00:00Z')), '2026-11-22')
  t.equal(startOf('2026-11-22'), Date.parse('2026-11-21T16:00:00Z'))
  t.test('go back and forward by the span', async t => {
    t.equal(stepped('today', '2026-03-01', -1), '2026-02-28')
    t.equal(stepped('week', '2026-11-22', -1), '2026-11-15')
    t.equal(stepped('month', '2026-03-31', -1), '2026-02-28')
    t.equal(stepped('quarter', '2026-01-15', -1), '2025-10-15')
    t.equal(stepped('month', '2026-12-05', 1), '2027-01-05')
  })
})

t.test('a comparison', async t => {
  t.test('says by an arrow, a percentage and a word whether it is better', async t => {
    t.match(comparisonOf('answered', 'promises', { value: 120, before: 100 }), {
      ...{ arrow: '↑', words: '20% 好转', tone: 'good' }
    })
    t.match(comparisonOf('reply-p90', 'ms', { value: 9e6, before: 7.2e6 }), { words: '25% 转差', tone: 'bad' })
    t.match(comparisonOf('comments', 'comments', { value: 50, before: 100 }), { words: '50% 减少', tone: 'plain' })
    t.equal(toneOf('overdue', true), 'bad')
  })

  t.test('of shares is in points, of few things in things', async t => {
    t.match(comparisonOf('on-time-rate', 'share', { value: 0.934, before: 0.948 }), { words: '1.4 个百分点 转差' })
    t.match(comparisonOf('incidents', 'incidents', { value: 3, before: 1 }), { words: '2 转差' })
    t.match(comparisonOf('cases', 'cases', { value: 4, before: 4 }), { arrow: '→', words: '持平' })
  })

  t.test('is none where a sample is too small', async t => {
    const few = comparisonOf('satisfaction', 'score', { value: 4.2, before: null, beforeSample: 2 })
    t.match(few, { arrow: '', words: '上期样本不足（2）' })
    t.match(comparisonOf('satisfaction', 'score', { value: null, sample: 2, before: 4 }), { arrow: '', tone: 'plain' })
  })
})

t.test('numbers in words', async t => {
  t.equal(inUnit(0.9345, 'share'), '93.5%')
  t.equal(inUnit(1234, 'cases'), '1,234')
  t.equal(inUnit(2 * 3_600_000 + 5 * 60_000, 'ms'), '2 小时 5 分钟')
  t.equal(inUnit(4.256, 'score'), '4.26 分')
})

t.test('text of a picture breaks before no mark and within no word', async t => {
  const on = { measureText: (text: string) => ({ width: text.length }) } as unknown as CanvasRenderingContext2D
  t.same(linesOf(on, '今日收到评论，共九条。', 6), ['今日收到评', '论，共九条。'])
  t.same(linesOf(on, 'replies on time', 10), ['replies on', 'time'])
})

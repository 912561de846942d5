import { randomUUID } from 'node:crypto'
import { openElasticsearch } from '@huiyin/adapters/elasticsearch/open.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { factsOfComment, factsOfPost, factsOfTicket } from '@huiyin/domain/reports/facts.ts'
import { FIGURE_CODES, FIGURES } from '@huiyin/domain/reports/figures.ts'
import { openTally } from '@huiyin/domain/reports/fold.ts'
import { periodNamed, previousPeriod } from '@huiyin/domain/reports/period.ts'
import { engines } from '@huiyin/engines/engines.ts'
import { countFigures } from '@huiyin/ports/count-figures.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { FigureValue } from '@huiyin/schemas/figure.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { fillStore } from './fill.ts'
import { generateYear } from './generate.ts'
import { plainCount } from './plain-count.ts'

const year = generateYear({
  seed: 3,
  comments: 2_400,
  from: Date.parse('2025-03-01T00:00:00+08:00'),
  to: Date.parse('2025-10-20T00:00:00+08:00')
})
const asOf = year.to
const QUARTER = periodNamed('quarterly', '2025-Q3')
const MINIMUM = 30

const comments: StoredComment[] = []
const tickets: Ticket[] = []
const memory = memoryStore()
await fillStore(memory, year, of => {
  comments.push(...of.comments)
  tickets.push(...of.tickets)
})
const documents = { comments, tickets, posts: year.posts }

const counting = { from: QUARTER.from, to: QUARTER.to, asOf }
const before = { ...previousPeriod(QUARTER), asOf }
const options = { periods: [counting, before], minimumSample: MINIMUM }
const [counted, countedBefore] = await countFigures(memory, options)

t.test('figures of a quarter', async t => {
  t.test('each equal a count by another hand', async t => {
    const plain = plainCount(documents, '2025-07-01', '2025-09-30', asOf)
    const codes = FIGURE_CODES.filter(code => plain[code] !== undefined)
    t.ok(codes.length >= 24, 'nearly every figure of the table is met in the quarter')
    for (const code of codes) t.equal(counted!.value(code).value, plain[code], FIGURES[code].en)
    t.equal(counted!.value('on-time-rate').value, plain['answered-on-time']! / plain.owed!)
    t.equal(counted!.value('satisfaction').value, plain.rating! / plain.rated!)
  })

  t.test('so do those of the quarter before, counted in the same walk', async t => {
    const plain = plainCount(documents, '2025-04-01', '2025-06-30', asOf)
    for (const code of ['comments', 'cases', 'owed', 'answered-on-time', 'handled', 'bounced'] as const)
      t.equal(countedBefore!.value(code).value, plain[code], code)
  })

  t.test('are told apart by day, account, label and department as they are counted one by one', async t => {
    const plain = plainCount(documents, '2025-07-01', '2025-09-30', asOf)
    const apart = Object.entries(plain).filter(([name]) => name.includes(' '))
    t.ok(apart.length > 100)
    for (const [name, value] of apart) {
      const [figure, by, key] = name.split(' ') as ['comments', 'day', string]
      t.equal(counted!.sum(figure, { by, key }), value, name)
    }
  })

  t.test('add up', async t => {
    const sumBy = (figure: 'comments' | 'cases' | 'owed', by: 'platform' | 'account' | 'day' | 'kind') =>
      counted!.keys(figure, by).reduce((sum, key) => sum + counted!.sum(figure, { by, key }), 0)
    for (const by of ['platform', 'account', 'day'] as const) t.equal(sumBy('comments', by), counted!.sum('comments'))
    t.equal(sumBy('cases', 'account'), counted!.sum('cases'))
    t.equal(sumBy('owed', 'kind'), counted!.sum('owed'))
    t.equal(counted!.sum('owed'), counted!.sum('answered') + counted!.sum('unanswered'))
    t.equal(counted!.sum('answered'), counted!.sum('answered-on-time') + counted!.sum('answered-late'))
  })

  t.test('follow as well from the facts of the documents, folded one by one', async t => {
    const tally = openTally({ minimumSample: MINIMUM })
    for (const comment of comments) tally.add(factsOfComment(comment, counting))
    for (const post of year.posts) tally.add(factsOfPost(post, counting))
    for (const ticket of tickets) tally.add(factsOfTicket(ticket, counting))
    for (const code of FIGURE_CODES) t.same(tally.value(code), counted!.value(code), code)
    for (const key of counted!.keys('comments', 'label')) {
      const of = { by: 'label', key } as const
      t.same(tally.value('comments', of), counted!.value('comments', of), key)
    }
  })

  t.test('of three months add up to those of the quarter', async t => {
    const months = ['2025-07', '2025-08', '2025-09'].map(name => ({ ...periodNamed('monthly', name), asOf }))
    const tallies = await countFigures(memory, { periods: months, minimumSample: MINIMUM })
    for (const code of FIGURE_CODES) {
      if (FIGURES[code].how.as !== 'sum') continue
      const sum = tallies.reduce((sum, tally) => sum + (tally.value(code).value ?? 0), 0)
      t.equal(sum, counted!.value(code).value ?? 0, code)
    }
  })
})

t.test('too few for a share', async t => {
  const [few] = await countFigures(memory, { periods: [counting], minimumSample: 1_000_000 })
  t.match(few!.value('on-time-rate'), { value: null, sample: counted!.sum('owed') })
  t.match(few!.value('reply-median'), { value: null })
  t.equal(few!.value('owed').value, counted!.sum('owed'), 'what is counted is told all the same')
})

const sorted = (values: FigureValue[]) => values.map(value => JSON.stringify(value)).sort()

t.test('SQLite counts the same', async t => {
  const { store, close } = await openSqlite({ folder: t.testdir() })
  t.teardown(close)
  await fillStore(store, year)
  const tallies = await countFigures(store, options)
  t.same(sorted(tallies[0]!.values()), sorted(counted!.values()))
  t.same(sorted(tallies[1]!.values()), sorted(countedBefore!.values()))
})

const { elasticsearch, missing, stop } = await engines()
t.teardown(() => stop?.())

t.test('Elasticsearch counts the same', { skip: missing ?? false }, async t => {
  const prefix = `t${randomUUID().slice(0, 13)}`
  const store = openElasticsearch({ node: elasticsearch!, prefix })
  t.teardown(store.close)
  await fillStore(store, year)
  const tallies = await countFigures(store, options)
  t.same(sorted(tallies[0]!.values()), sorted(counted!.values()))
  t.same(sorted(tallies[1]!.values()), sorted(countedBefore!.values()))
})

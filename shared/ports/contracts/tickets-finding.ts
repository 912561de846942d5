import { findableTicket } from '@huiyin/domain/search/findable.ts'
import type { Test } from 'tap'
import type { Tickets } from '../src/tickets.ts'
import { HOUR, MINUTE, NOON, type On, puts, says, ticket, versionOf } from './fixtures.ts'
import { sameInEveryWorld } from './search.ts'
import { madeUpTickets } from './search-words.ts'
import { filled, idsOf } from './tickets-store.ts'

export async function dueTimes(t: Test, on: On<Tickets>) {
  for (const field of ['nextDueAt', 'nextSendAt', 'lookBackAt', 'unpublishedSince'] as const) {
    t.test(`by ${field}: the earliest first, those at the instant too, later ones and those without never`, async t => {
      const port = await filled(
        t,
        on,
        ticket({ id: 'third', [field]: NOON }),
        ticket({ id: 'first', [field]: NOON - HOUR }),
        ticket({ id: 'later', [field]: NOON + 1 }),
        ticket({ id: 'second', [field]: NOON - MINUTE }),
        ticket({ id: 'without' })
      )
      t.strictSame(await port.due(field, NOON, 10), ['first', 'second', 'third'])
      t.strictSame(await port.due(field, NOON, 2), ['first', 'second'])
      const others = (['nextDueAt', 'nextSendAt', 'lookBackAt', 'unpublishedSince'] as const).filter(f => f !== field)
      for (const other of others) t.strictSame(await port.due(other, NOON, 10), [], `not by ${other}`)
    })
  }

  t.test('thousands at once, each once and in order', async t => {
    const all = Array.from({ length: 3000 }, (_, n) => ticket({ id: `t${n}`, nextDueAt: NOON - ((n * 7919) % 3000) }))
    const port = await filled(t, on, ...all)
    const order = all.toSorted((a, b) => a.nextDueAt! - b.nextDueAt!).map(({ id }) => id)
    t.strictSame(await port.due('nextDueAt', NOON, 10_000), order)
    t.strictSame(await port.due('nextDueAt', NOON, 2500), order.slice(0, 2500))
  })

  t.test('a due time that moved or ended is found where it is now', async t => {
    const { port } = await on(t)
    const made = await port.putEach(puts(ticket({ id: 'a', nextDueAt: NOON }), ticket({ id: 'b', nextDueAt: NOON })))
    const [a, b] = made.map(versionOf)
    await port.putIfUnchanged(ticket({ id: 'a', nextDueAt: NOON + HOUR }), a)
    await port.putIfUnchanged(ticket({ id: 'b' }), b)
    await port.refresh()
    t.strictSame(await port.due('nextDueAt', NOON, 10), [])
    t.strictSame(await port.due('nextDueAt', NOON + HOUR, 10), ['a'])
  })
}

export async function texts(t: Test, on: On<Tickets>) {
  const street = () => [
    ticket({ id: 'lamp', number: 'LAMP-2345', says: '和平路的路灯坏了三天没人修' }),
    ticket({ id: 'water', number: 'H7Q2-9KXM', says: '小区门口积水严重，孩子上学要绕路' }),
    ticket({
      id: 'bus',
      number: 'BUSS-2345',
      says: 'K12路公交车总是晚点，APP和café都打不开',
      postTitle: '关于优化公交线路的公告'
    }),
    ticket({ id: 'name', number: 'NAME-2345', says: '请问几点上班', citizen: { id: 'u9', name: '江边的老王' } })
  ]
  const asked: [string, string, string[]][] = [
    ['a word', '积水', ['water']],
    ['several words, all of which must be found', '路灯 三天', ['lamp']],
    ['words of which one is nowhere', '路灯 积水', []],
    ['a piece of the text that no cutting of words would give', '"路的路"', ['lamp']],
    ['the end of one word with the beginning of the next', '水严', ['water']],
    ['a single character', '灯', ['lamp']],
    ['a phrase', '"坏了三天"', ['lamp']],
    ['a phrase whose characters stand apart', '"路三天"', []],
    ['a Latin word in another case', 'app', ['bus']],
    ['digits with their letters, in full width', 'ｋ１２', ['bus']],
    ['a word with an accent', 'Café', ['bus']],
    ['a word without its accent, which is another', 'cafe', []],
    ['a part of a Latin word, which is no word', 'ap', []],
    ['the title of the post', '公交线路', ['bus']],
    ['the number of the ticket', 'h7q2-9kxm', ['water']],
    ['the name of the citizen', '老王', ['name']],
    ['a phrase over the end of one text and the beginning of the next', '"打不开关于"', []],
    ['marks alone, which narrow nothing', '？！', ['bus', 'lamp', 'name', 'water']]
  ]
  t.test('in the ways that people ask', async t => {
    const port = await filled(t, on, ...street())
    for (const [what, text, ids] of asked)
      t.strictSame(await idsOf(port, { where: says(text) }), ids, `${what}: ${text}`)
  })

  t.test('no longer by a word that is gone', async t => {
    const { port } = await on(t)
    const made = await port.putIfUnchanged(ticket({ id: 'a', says: '井盖松动' }))
    await port.putIfUnchanged(ticket({ id: 'a', says: '已经修好' }), versionOf(made))
    await port.refresh()
    t.strictSame(await idsOf(port, { where: says('井盖') }), [])
    t.strictSame(await idsOf(port, { where: says('修好') }), ['a'])
  })
}

export async function searches(t: Test, on: On<Tickets>) {
  t.test('with the same answer in every store', async t => {
    const documents = madeUpTickets(60)
    const port = await filled(t, on, ...documents)
    await sameInEveryWorld(t, documents, {
      findable: findableTicket,
      newest: query => port.search({ ...query, sort: 'newest' }),
      byRelevance: query => port.search({ ...query, sort: 'relevance' }),
      labels: where => port.count('label', { where })
    })
  })
}

import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { classification } from '@huiyin/ports/contracts/fixtures.ts'
import t, { type Test } from 'tap'
import { citizenWrites, enter, HOUR, type House, openHouse, signIn } from './house.ts'
import { FOREIGN, OWN, openTown, personOf, sideOf } from './walk/town.ts'

type Row = { ticket?: { id: string; account: string }; comment?: { id: string; account: string }; snippets: Snippet[] }
type Snippet = { text: string; marks: [number, number][] }

const asked = (query: Record<string, string>) => `/api/search?${new URLSearchParams(query)}`

const TEXTS = [
  '门口的路燈壞了三天没人修',
  '路灯和井盖都坏了，晚上看不见',
  '广场舞太吵，孩子写不了作业',
  '请问养老金认证怎么做',
  '小区停水两天了'
]

async function openSearched(t: Test) {
  const house = await openHouse(t)
  const ids: string[] = []
  for (const [i, text] of TEXTS.entries()) ids.push(await written(house, i, text))
  return { house, ids, ...(await signIn(house)) }
}

const written = (house: House, i: number, text: string) =>
  citizenWrites(house, {
    ...{ comment: `s${i}`, root: `s${i}`, text, publishedAt: house.time.now - (i + 1) * HOUR },
    author: { id: `u${i}`, name: `网友${i}` },
    classification: classification({ label: i % 2 === 0 ? 'complaint' : 'inquiry' })
  })

const marked = ({ snippets }: Row) => snippets.flatMap(({ text, marks }) => marks.map(([a, b]) => text.slice(a, b)))

t.test('the search', async t => {
  const { get, ids, house } = await openSearched(t)
  const search = async (query: Record<string, string>) => (await get(asked(query))).json()
  const found = async (query: Record<string, string>) =>
    (await search(query)).rows.map(({ ticket }: Row) => ids.indexOf(ticket!.id))

  t.test('finds tickets in either way of writing, and marks what it found', async t => {
    const { rows, total, understood } = await search({ q: '路灯' })
    t.equal(total, 2)
    t.same(new Set(rows.flatMap(marked)), new Set(['路燈', '路灯']))
    t.same(understood, { printed: '路灯', words: ['路灯'] })
  })

  t.test('finds comments too', async t => {
    const { rows, total } = await search({ what: 'comments', q: '"路灯坏了"' })
    t.equal(total, 1)
    t.same(rows.map(marked), [['路燈壞了']])
  })

  t.test('shows what has all words before what has some, and only the former by date', async t => {
    t.same(await found({ q: '路灯 井盖' }), [1, 0])
    t.same(await found({ q: '路灯 井盖', sort: 'date' }), [1])
  })

  t.test('finds by words that mean the same', async t => t.same(await found({ q: '断水' }), [4]))

  t.test('sorts by date, risk and due time', async t => {
    t.same(await found({ sort: 'date' }), [0, 1, 2, 3, 4])
    t.same(await found({ sort: 'due' }), [4, 3, 2, 1, 0])
    t.match(await search({ what: 'comments', sort: 'due' }), { code: 'INVALID_REQUEST', at: 'query/sort' })
  })

  t.test('counts what it found by its values', async t => {
    const { facets } = await search({ q: 'label:complaint', facets: 'true' })
    const values = Object.fromEntries(
      facets.map(({ field, values }: { field: string; values: object }) => [field, values])
    )
    t.same(values.label, [{ value: 'complaint', count: 3 }])
    t.same(values.status, [{ value: 'open', count: 3 }])
  })

  t.test('goes on page by page without gaps while others write', async t => {
    const first = await search({ sort: 'date', atMost: '2' })
    await citizenWrites(house, { comment: 'new', root: 'new', author: { id: 'new' }, text: '又来一条' })
    const second = await search({ sort: 'date', atMost: '2', after: first.after })
    const ranked = await search({ q: '路灯 井盖', atMost: '1' })
    const next = await search({ q: '路灯 井盖', atMost: '1', after: ranked.after })
    t.same(
      [first, second, ranked, next].map(({ rows }) => rows.map(({ ticket }: Row) => ids.indexOf(ticket!.id))),
      [[0, 1], [2, 3], [1], [0]]
    )
  })

  t.test('points at what it does not understand', async t => {
    const refused = await get(asked({ q: '路灯 level:紫色' }))
    t.match(refused.json(), { status: 400, code: 'QUERY_INVALID', query: { from: 9, to: 11 } })
    t.match((await get(asked({ what: 'posts', q: 'label:complaint' }))).json(), { code: 'QUERY_INVALID' })
    t.match((await get(`/api/tickets?q=${encodeURIComponent('(路灯')}`)).json(), { code: 'QUERY_INVALID' })
  })

  t.test('tells what is about the same, and never the thing itself', async t => {
    const like = (await get(`/api/search/like/tickets/${encodeURIComponent(ids[1]!)}`)).json()
    t.same(
      like.rows.map(({ ticket }: Row) => ids.indexOf(ticket!.id)),
      [0]
    )
    t.ok(like.words.includes('路灯'))
    t.match((await get('/api/search/like/tickets/none')).json(), { status: 404, code: 'TICKET_NOT_FOUND' })
    t.match((await get('/api/search/like/comments/none')).json(), { status: 400, at: 'query/at' })
  })
})

t.test('who cares for one account', async t => {
  const house = await openTown(t)
  const own = await sideOf(house, OWN)
  const foreign = await sideOf(house, FOREIGN)
  const { get } = await enter(house, personOf('editor'))

  t.test('finds and counts nothing of another', async t => {
    for (const what of ['tickets', 'comments']) {
      const { rows, total, facets } = (await get(asked({ what, facets: 'true' }))).json()
      t.equal(total, 2, what)
      t.ok(rows.every(({ ticket, comment }: Row) => (ticket ?? comment)!.account === OWN.account))
      const accounts = facets.find(({ field }: { field: string }) => field === 'account').values
      t.same(
        accounts.map(({ value, count }: { value: string; count: number }) => [value, count]),
        [[OWN.account, 2]]
      )
    }
  })

  t.test('is not told what is like a ticket of another', async t => {
    t.equal((await get(`/api/search/like/tickets/${encodeURIComponent(foreign.ticket)}`)).statusCode, 403)
    t.equal((await get(`/api/search/like/tickets/${encodeURIComponent(own.ticket)}`)).statusCode, 200)
  })
})

t.test('who does not read personal data', async t => {
  const house = await openTown(t)
  const said = '我家电话13800138000，积水很深'
  const side = await sideOf(house, OWN, said)
  const { get } = await enter(house, personOf('leader'))

  t.test('sees none in what is shown of a find, and the marks are in their places', async t => {
    const { rows } = (await get(asked({ q: '积水' }))).json()
    const own = rows.find(({ ticket }: Row) => ticket!.id === side.ticket)
    t.same(marked(own), ['积水'])
    t.ok(own.snippets.every(({ text }: Snippet) => maskPersonal(text) === text))
  })

  t.test('does not find out by searching, however it is written', async t => {
    const tries = ['13800138000', '"138 0013 8000"', '１３８００１３８０００', '-13800138000', '积水 OR 13800138000']
    const more = ['author:13800138000', 'a13800138000~2', '"138" "0013" "8000"']
    for (const q of [...tries, ...more]) {
      t.equal((await get(asked({ q }))).statusCode, 403, q)
      t.equal((await get(`/api/tickets?q=${encodeURIComponent(q)}`)).statusCode, 403, q)
    }
  })

  t.test('is not told of numbers by what is like a ticket', async t => {
    const { body } = await get(`/api/search/like/tickets/${encodeURIComponent(side.ticket)}`)
    t.notOk(body.includes('13800138000'))
  })
})

import { comment, HOUR, NOON, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import t, { type Test } from 'tap'
import { engine, newPrefix, open, skip, sweep, under } from './elasticsearch-opened.ts'

const DECEMBER = NOON + 20 * 24 * HOUR

function several(t: Test, count: number) {
  const prefix = newPrefix()
  const stores = Array.from({ length: count }, () => open(prefix))
  t.teardown(async () => {
    await Promise.all(stores.map(store => store.close()))
    await sweep(prefix)
  })
  return { prefix, stores, store: stores[0]! }
}

const indicesOf = async (prefix: string) => Object.keys(await engine.indices.get(under(prefix))).sort()

t.test('the months of comments', { skip }, async t => {
  t.test('are made when they are needed, once, though six processes need one at the same time', async t => {
    const { prefix, stores } = several(t, 6)
    const puts = stores.map((store, n) => store.comments.putEach([{ document: comment({ id: `c${n}` }) }]))
    t.same(
      (await Promise.all(puts)).map(([result]) => result?.outcome),
      Array(6).fill('put')
    )
    t.same(await indicesOf(prefix), [`${prefix}-comments-2026-11-000001`])
  })

  t.test('are of Shanghai, and one id may stand in two without being mistaken', async t => {
    const { prefix, store } = several(t, 1)
    const midnight = Date.UTC(2026, 10, 30, 16)
    const [november, december] = [midnight - 1, midnight].map(publishedAt => comment({ id: 'a', publishedAt }))
    await store.comments.putEach([{ document: november! }, { document: december! }])
    const found = await store.comments.getMany([december!, november!, { id: 'a', publishedAt: NOON - 40 * 24 * HOUR }])
    t.same(
      found.map(one => one?.document),
      [december, november, undefined]
    )
    t.same(await indicesOf(prefix), [`${prefix}-comments-2026-11-000001`, `${prefix}-comments-2026-12-000001`])
  })

  t.test('are empty lists before there is any', async t => {
    const { store } = several(t, 1)
    await store.ready()
    const { comments } = store
    t.same(await comments.search({ sort: 'newest', atMost: 9 }), { rows: [], total: 0 })
    t.same(await comments.count('label', {}), {})
    t.same(await comments.thread('one', 9), [])
    t.same(await comments.getMany([comment({ id: 'a' })]), [undefined])
  })
})

t.test('lists lag while much is waiting, and no longer', { skip }, async t => {
  const { prefix, stores } = several(t, 2)
  const [store, other] = stores as [(typeof stores)[0], (typeof stores)[0]]
  await store.ready()
  const intervals = async () => {
    const answer = await engine.indices.getSettings({ index: `${prefix}-*`, flat_settings: true })
    return Object.fromEntries(
      Object.entries(answer).flatMap(([index, { settings }]) => {
        const interval = (settings as Record<string, unknown>)['index.refresh_interval']
        return interval === undefined ? [] : [[index, interval]]
      })
    )
  }
  const every = (interval: string) => ({
    [`${prefix}-comments-2026-11-000001`]: interval,
    [`${prefix}-tickets-000001`]: interval
  })
  await store.comments.putEach([{ document: comment({ id: 'a' }) }])
  t.strictSame(await intervals(), every('500ms'))
  await store.backlog(true)
  t.strictSame(await intervals(), every('5s'))
  await store.comments.putEach([{ document: comment({ id: 'b' }) }])
  await store.comments.refresh()
  t.equal((await store.comments.search({ sort: 'newest', atMost: 9 })).total, 2, 'who asks need not wait')
  await other.backlog(false)
  t.strictSame(await intervals(), every('500ms'), 'another process may say that it is over')
})

t.test('an index is made by us only', { skip }, async t => {
  const { prefix, store } = several(t, 1)
  await store.ready()
  const index = `${prefix}-comments-2030-01-000001`
  const { statusCode } = await engine.index({ index, document: {} }, { ignore: [404], meta: true })
  t.equal(statusCode, 404)
  t.same(
    await indicesOf(prefix),
    ['history', 'records', 'tickets', 'trail'].map(family => `${prefix}-${family}-000001`)
  )
})

t.test('what is acknowledged is on disk, also where somebody had traded that for speed', { skip }, async t => {
  const { prefix, stores } = several(t, 2)
  await stores[0]!.ready()
  const index = `${prefix}-tickets-000001`
  await engine.indices.putSettings({ index, settings: { 'index.translog.durability': 'async' } })
  await stores[1]!.ready()
  const settings = await engine.indices.getSettings({ ...under(prefix), flat_settings: true })
  for (const { settings: flat } of Object.values(settings)) {
    t.match(flat, { 'index.translog.durability': 'request', 'index.number_of_shards': '1' })
  }
  t.equal(Object.keys(settings).length, 4)
})

t.test('an index that was replaced', { skip }, async t => {
  async function replaced(prefix: string) {
    const [old, next, alias] = ['000001', '000002', ''].map(n => [prefix, 'tickets', n].filter(Boolean).join('-'))
    await engine.indices.create({ index: next! })
    await engine.indices.refresh({ index: old! })
    const { hits } = await engine.search<object>({ index: old!, size: 100 })
    const operations = hits.hits.flatMap(({ _id, _source }) => [{ index: { _index: next, _id } }, _source!])
    await engine.indices.putSettings({ index: old!, settings: { 'index.blocks.write': true } })
    await engine.bulk({ operations })
    const actions = [{ remove: { index: old!, alias: alias! } }, { add: { index: next!, alias: alias! } }]
    await engine.indices.updateAliases({ actions })
  }

  t.test('is found again by who writes; what was read from the old one is a conflict', async t => {
    const { prefix, store } = several(t, 1)
    const { tickets } = store
    const made = await tickets.putIfUnchanged(ticket({ id: 'a' }))
    const before = await tickets.get('a')
    await replaced(prefix)
    const results = await tickets.putEach([
      { document: ticket({ id: 'a', urgent: true }), version: before!.version },
      { document: ticket({ id: 'a' }) },
      { document: ticket({ id: 'b' }) }
    ])
    t.same(
      results.map(({ outcome }) => outcome),
      ['conflict', 'conflict', 'put']
    )
    const again = await tickets.get('a')
    t.not(again?.version, made.outcome === 'put' && made.version)
    t.equal((await tickets.putIfUnchanged(ticket({ id: 'a', urgent: true }), again!.version)).outcome, 'put')
    t.equal((await tickets.get('a'))?.document.urgent, true)
  })
})

t.test('a field that is new in this version is added to indices that stand', { skip }, async t => {
  const { prefix, store } = several(t, 1)
  await engine.indices.create({
    index: `${prefix}-tickets-000001`,
    aliases: { [`${prefix}-tickets`]: {} },
    mappings: { dynamic: false, properties: { id: { type: 'keyword' } } }
  })
  await store.tickets.putIfUnchanged(ticket({ id: 'a', urgent: true, openedAt: DECEMBER }))
  await store.tickets.refresh()
  t.same((await store.tickets.search({ sort: 'newest', atMost: 9, urgent: true })).total, 1)
})

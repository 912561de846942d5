import { comment, NOON, puts, says, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { compared, copied, rebuild, rebuildContract } from '@huiyin/ports/contracts/rebuild.ts'
import t, { type Test } from 'tap'
import type { ElasticsearchStore } from '../src/elasticsearch/open.ts'
import { direct, engine, newPrefix, open, skip, sweep, under } from './elasticsearch-opened.ts'

rebuildContract(
  'elasticsearch',
  direct<ElasticsearchStore>(store => store),
  { skip }
)

async function fresh(t: Test, count = 1) {
  const prefix = newPrefix()
  const stores = Array.from({ length: count }, () => open(prefix, { patience: 30_000 }))
  t.teardown(async () => {
    await Promise.all(stores.map(store => store.close()))
    await sweep(prefix)
  })
  await stores[0]!.ready()
  return { prefix, stores, store: stores[0]! }
}

const indicesOf = async (prefix: string, part: string) =>
  Object.keys(await engine.indices.get(under(prefix)))
    .filter(name => name.startsWith(`${prefix}-${part}`))
    .sort()

t.test('a rebuild of indices', { skip }, async t => {
  t.test('makes fields and words of the state anew, and leaves the state as it is', async t => {
    const { prefix, store } = await fresh(t)
    const one = comment({ id: 'a', publishedAt: NOON, text: '臺灣積水' })
    await store.comments.putEach(puts(one))
    const index = `${prefix}-comments-2026-11-000001`
    const before = await engine.get<Record<string, unknown>>({ index, id: 'a' })
    await engine.index({ index, id: 'a', document: { ...before._source, text: ['as it was cut once'], level: 'red' } })
    await rebuild(store.rebuilder, 'comments-2026-11')
    const after = await engine.get({ index: `${prefix}-comments-2026-11`, id: 'a' })
    t.same(after._source, before._source)
    t.equal(after._version, 2)
    await store.comments.refresh()
    t.equal((await store.comments.search({ sort: 'newest', atMost: 1, where: says('台湾积水') })).total, 1)
  })

  t.test('takes records with their kinds, and the stubs of those that were removed', async t => {
    const { store } = await fresh(t)
    await store.records.create('lease', { id: 'a', value: 1 })
    await store.records.create('lease', { id: 'b', value: 2, dueAt: 5 })
    await store.records.remove('lease', 'a')
    const { checked } = await rebuild(store.rebuilder, 'records')
    t.match(checked, { documents: 2, differs: undefined })
    await store.records.refresh()
    t.same(await store.records.list('lease', { atMost: 9 }), [{ id: 'b', value: 2, dueAt: 5 }])
    t.same(
      (await store.records.due('lease', 9, 9)).map(({ id }) => id),
      ['b']
    )
    t.equal(await store.records.create('lease', { id: 'a', value: 3 }), true)
  })

  for (const [what, tamper] of Object.entries({
    'a state that is another': (index: string) =>
      engine.update({ index, id: 'a', doc: { state: JSON.stringify(ticket({ id: 'a', urgent: true })) } }),
    'a document that is missing': (index: string) => engine.delete({ index, id: 'a' }),
    'a document too many': (index: string) => engine.index({ index, id: 'z', document: { puts: [], state: '{}' } })
  })) {
    t.test(`finds ${what} before anything is swapped`, async t => {
      const { prefix, store } = await fresh(t)
      await store.tickets.putEach(puts(ticket({ id: 'a' }), ticket({ id: 'b' })))
      const copying = await copied(store.rebuilder, 'tickets')
      await tamperAlone(copying.into, tamper)
      t.match((await compared(store.rebuilder, copying)).differs, /documents|checksum/)
      await store.rebuilder.abandon(copying)
      t.same(await indicesOf(prefix, 'tickets'), [`${prefix}-tickets-000001`])
      t.match(
        (await store.rebuilder.parts()).find(({ part }) => part === 'tickets'),
        { documents: 2 }
      )
    })
  }

  t.test('whose process died while writes were stopped is ended by who wants to write', async t => {
    const { stores, store } = await fresh(t, 2)
    await store.tickets.putEach(puts(ticket({ id: 'a' })))
    const before = (await stores[1]!.tickets.get('a'))!
    const copying = await copied(store.rebuilder, 'tickets')
    const alias = `${copying.from}-moving-0123`
    await engine.indices.updateAliases({ actions: [{ add: { index: copying.from, alias } }] })
    await engine.indices.addBlock({ index: copying.from, block: 'write' })

    const made = await store.tickets.putIfUnchanged(ticket({ id: 'b' }))
    t.equal(made.outcome, 'put')
    t.equal((await stores[1]!.tickets.putIfUnchanged(before.document, before.version)).outcome, 'conflict')
    const again = (await stores[1]!.tickets.get('a'))!
    t.same(again.document, before.document)
    t.equal((await stores[1]!.tickets.putIfUnchanged(again.document, again.version)).outcome, 'put')

    const late = { remove: { index: copying.from, alias, must_exist: true } }
    await t.rejects(
      engine.indices.updateAliases({ actions: [late] }),
      'the swap that was left cannot be ended any more'
    )
    t.equal(await store.rebuilder.swap(copying), undefined)
    const { copying: anew } = await store.rebuilder.copy(copying)
    t.not(anew.from, copying.from, 'it begins again from the one that serves now')
    t.ok((await rebuild(store.rebuilder, 'tickets')).swapped)
    t.equal((await store.rebuilder.parts()).find(({ part }) => part === 'tickets')?.documents, 2)
  })

  t.test('does not lift a block that somebody else has put there', async t => {
    const { prefix } = await fresh(t)
    const impatient = open(prefix, { patience: 7_000 })
    t.teardown(() => impatient.close())
    const index = `${prefix}-tickets-000001`
    await engine.indices.addBlock({ index, block: 'write' })
    await t.rejects(impatient.tickets.putIfUnchanged(ticket({ id: 'a' })), { code: 'STORE_UNAVAILABLE' })
    t.same(await indicesOf(prefix, 'tickets'), [index])
  })
})

async function tamperAlone(index: string, tamper: (index: string) => Promise<unknown>) {
  await tamper(index)
  await engine.indices.refresh({ index })
}

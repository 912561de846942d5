import { setTimeout as sleep } from 'node:timers/promises'
import { httpProxy } from '@huiyin/engines/fault-proxy.ts'
import { comment, HOUR, NOON, says, ticket, withUnknownFields } from '@huiyin/ports/contracts/fixtures.ts'
import type { PutResult } from '@huiyin/ports/documents.ts'
import t, { type Test } from 'tap'
import type { ElasticsearchOptions } from '../src/elasticsearch/open.ts'
import { engine, newPrefix, node, open, skip, sweep, under } from './elasticsearch-opened.ts'

const DECEMBER = NOON + 20 * 24 * HOUR
const outcomes = (results: PutResult[]) => results.map(({ outcome }) => outcome)
const version = (result?: PutResult) => (result?.outcome === 'put' ? result.version : undefined)

async function fresh(t: Test, options: Partial<ElasticsearchOptions> = {}) {
  const prefix = newPrefix()
  const store = open(prefix, options)
  t.teardown(async () => {
    await store.close()
    await sweep(prefix)
  })
  await store.ready()
  return { ...store, prefix }
}

async function behindProxy(t: Test, options: Partial<ElasticsearchOptions> = {}) {
  const proxy = await httpProxy({ target: node })
  t.teardown(proxy.close)
  return { ...(await fresh(t, { node: proxy.address, ...options })), proxy }
}

const block = (index: string, blocks: Record<string, boolean | null>) =>
  engine.indices.putSettings({ index, settings: blocks as Record<string, boolean> })

t.test('a claim does not defeat itself', { skip }, async t => {
  t.test('of fifty who claim one thing while every second answer is lost, one has it and knows it', async t => {
    const { records, proxy } = await behindProxy(t)
    proxy.fault({ match: { path: /_bulk/ }, every: 2, fault: 'swallow-close' })
    const claims = Array.from({ length: 50 }, (_, n) => records.create('alert', { id: 'a', value: n }))
    const won = (await Promise.all(claims)).flatMap((mine, n) => (mine ? [n] : []))
    t.equal(won.length, 1)
    t.equal((await records.get('alert', 'a'))?.document.value, won[0])
  })

  for (const fault of ['swallow-silence', 'cut'] as const) {
    t.test(`an answer that is lost by ${fault} is found in the document`, async t => {
      const { tickets, proxy } = await behindProxy(t, { requestTimeout: 500 })
      proxy.fault({ match: { path: /_bulk/ }, times: 2, fault })
      const made = await tickets.putIfUnchanged(ticket({ id: 'a' }))
      const next = await tickets.putIfUnchanged(ticket({ id: 'a', urgent: true }), version(made))
      t.same(outcomes([made, next]), ['put', 'put'])
      t.equal((await tickets.get('a'))?.version, version(next))
      t.equal(proxy.counts.faults[fault], 2)
    })
  }

  t.test('it is the claim of whoever comes after a removal, and only once', async t => {
    const { records, proxy } = await behindProxy(t)
    await records.create('lease', { id: 'a', value: 1 })
    await records.remove('lease', 'a')
    proxy.fault({ match: { path: /_bulk/ }, every: 2, fault: 'swallow-close' })
    const claims = Array.from({ length: 20 }, (_, n) => records.create('lease', { id: 'a', value: n }))
    t.equal((await Promise.all(claims)).filter(Boolean).length, 1)
  })
})

t.test('a bulk that is partly refused', { skip }, async t => {
  for (const [name, setting] of [
    ['blocked for writes', 'index.blocks.write'],
    ['at its watermark', 'index.blocks.read_only_allow_delete']
  ] as const) {
    t.test(`writes the rest at once, and what an index ${name} refused when it is free again`, async t => {
      const { comments, prefix } = await fresh(t)
      const [there] = await comments.putEach([{ document: comment({ id: 'a' }) }])
      const november = `${prefix}-comments-2026-11-000001`
      await block(november, { [setting]: true })
      const putting = comments.putEach([
        { document: comment({ id: 'a', likes: 2 }), version: version(there) },
        { document: comment({ id: 'b' }) },
        { document: comment({ id: 'c', publishedAt: DECEMBER }) }
      ])
      while ((await comments.getMany([{ id: 'c', publishedAt: DECEMBER }]))[0] === undefined) await sleep(5)
      t.same(await comments.getMany([{ id: 'b', publishedAt: NOON }]), [undefined])
      await block(november, { [setting]: null })
      t.same(outcomes(await putting), ['put', 'put', 'put'])
    })
  }

  t.test('is no success while an index stays blocked', async t => {
    const { comments, prefix } = await fresh(t, { patience: 300 })
    await comments.putEach([{ document: comment({ id: 'a' }) }])
    await block(`${prefix}-comments-2026-11-000001`, { 'index.blocks.write': true })
    const december = comment({ id: 'c', publishedAt: DECEMBER })
    const putting = comments.putEach([{ document: comment({ id: 'b' }) }, { document: december }])
    await t.rejects(putting, { code: 'STORE_UNAVAILABLE' })
    t.same((await comments.getMany([december]))[0]?.document, december, 'the other month has it')
  })
})

t.test('an engine that is away', { skip }, async t => {
  t.test('is waited for', async t => {
    const { tickets, proxy } = await behindProxy(t)
    await proxy.refuse()
    const putting = tickets.putIfUnchanged(ticket({ id: 'a' }))
    const reading = tickets.due('nextDueAt', NOON, 1)
    await sleep(100)
    await proxy.accept()
    t.equal((await putting).outcome, 'put')
    t.same(await reading, [])
  })

  t.test('is told as unavailable when the patience is over', async t => {
    const { tickets, ready, proxy } = await behindProxy(t, { patience: 100 })
    await proxy.refuse()
    await t.rejects(tickets.putIfUnchanged(ticket({ id: 'a' })), { code: 'STORE_UNAVAILABLE' })
    await t.rejects(tickets.get('a'), { code: 'STORE_UNAVAILABLE' })
    await t.rejects(tickets.refresh(), { code: 'STORE_UNAVAILABLE' })
    await t.rejects(ready(), { code: 'STORE_UNAVAILABLE' })
    await proxy.accept()
    t.equal((await tickets.putIfUnchanged(ticket({ id: 'a' }))).outcome, 'put')
  })
})

t.test('documents that the engine does not like', { skip }, async t => {
  const LONG = 'x'.repeat(40_000)

  t.test('leave their neighbours alone and are kept with a bare projection, found by when they are due', async t => {
    const { tickets } = await fresh(t)
    const strange = ticket({ id: 'a', department: LONG, nextDueAt: NOON })
    const results = await tickets.putEach([{ document: strange }, { document: ticket({ id: 'b' }) }])
    t.same(outcomes(results), ['put', 'put'])
    t.same(await tickets.get('a'), { document: strange, version: version(results[0]) })
    await tickets.refresh()
    t.same(await tickets.due('nextDueAt', NOON, 10), ['a'])
    t.same(
      (await tickets.search({ sort: 'newest', atMost: 9, status: ['open'] })).rows.map(({ id }) => id),
      ['a', 'b']
    )

    const mended = await tickets.putIfUnchanged(ticket({ id: 'a', department: '住建局' }), version(results[0]))
    t.equal(mended.outcome, 'put')
    await tickets.refresh()
    t.same(await tickets.count('department', {}), { 住建局: 1 }, 'and whole again when they can be')
  })

  t.test('are refused with the reason when nothing of them can be kept', async t => {
    const { comments } = await fresh(t)
    const results = await comments.putEach([
      { document: comment({ id: 'a', publishedAt: 8.64e15 }) },
      { document: comment({ id: 'b', text: 'x'.repeat(10_000_000) }) },
      { document: comment({ id: 'c' }) }
    ])
    t.same(outcomes(results), ['refused', 'refused', 'put'])
    t.match(results[1], { reason: /may have 10000000 bytes/ })
  })

  t.test('are refused alone: the other records are made', async t => {
    const { records } = await fresh(t)
    const entries = ['a', 'x'.repeat(10_000_000), 'c'].map((value, n) => ({ id: `p${n}`, value }))
    await t.rejects(records.createEach('parked', entries), { code: 'STORE_REFUSED' })
    t.same(await records.createEach('parked', [entries[0]!, entries[2]!]), [false, false])
    const puts = entries.map(entry => ({ entry }))
    t.same(outcomes(await records.putEach('parked', puts)), ['conflict', 'refused', 'conflict'])
  })

  t.test('are told apart by ids of any length and letters', async t => {
    const { records, tickets } = await fresh(t)
    const ids = [`${'长'.repeat(300)}1`, `${'长'.repeat(300)}2`, '../x', '__proto__', ' ', 'a b/c?d#e']
    for (const id of ids) t.equal(await records.create('parked', { id, value: id }), true)
    const found = await records.getMany('parked', ids)
    t.same(
      found.map(one => one?.document.value),
      ids
    )
    t.same(outcomes(await tickets.putEach(ids.map(id => ({ document: ticket({ id }) })))), Array(6).fill('put'))
  })

  t.test('may be nested as deep, and have keys as strange, as they like', async t => {
    const { records } = await fresh(t)
    const deep = JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`)
    const poison = JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{}},"half":"\\ud83d"}')
    await records.create('parked', { id: 'deep', value: deep })
    await records.create('parked', { id: 'poison', value: poison })
    const [a, b] = await records.getMany('parked', ['deep', 'poison'])
    t.equal(JSON.stringify(a?.document.value), JSON.stringify(deep))
    t.equal(JSON.stringify(b?.document.value), JSON.stringify(poison))
  })

  t.test('do not change the mapping by fields that it does not know', async t => {
    const { tickets, comments, prefix } = await fresh(t)
    await comments.putEach([{ document: comment({ id: 'a' }) }])
    const before = await engine.indices.getMapping(under(prefix))
    await tickets.putIfUnchanged(withUnknownFields(ticket({ id: 'a' })))
    await comments.putEach([{ document: withUnknownFields(comment({ id: 'b' })) }])
    t.same(await engine.indices.getMapping(under(prefix)), before)
  })
})

t.test('a search finds words of any length by the whole word only', { skip }, async t => {
  const { tickets } = await fresh(t)
  const word = 'x'.repeat(199)
  await tickets.putEach([{ document: ticket({ id: 'a', says: word, postTitle: 'y'.repeat(300) }) }])
  await tickets.refresh()
  const found = async (text: string) => (await tickets.search({ sort: 'newest', atMost: 1, where: says(text) })).total
  t.same(await Promise.all([word, 'y'.repeat(300), 'y'.repeat(255), 'y'.repeat(45)].map(found)), [1, 1, 0, 0])
})

t.test('more than fits into one request is put in several', { skip }, async t => {
  const { comments, proxy } = await behindProxy(t)
  const many = Array.from({ length: 40 }, (_, n) => comment({ id: `c${n}`, text: 'x'.repeat(100_000) }))
  const before = proxy.counts.answers
  t.ok((await comments.putEach(many.map(document => ({ document })))).every(({ outcome }) => outcome === 'put'))
  const requests = proxy.counts.answers - before
  t.ok(requests >= 3 && requests < 10, `${requests} requests`)
})

t.test('a refresh is shared by all who wait for one', { skip }, async t => {
  const { tickets, proxy } = await behindProxy(t)
  const before = proxy.counts.answers
  await Promise.all(Array.from({ length: 50 }, () => tickets.refresh()))
  t.equal(proxy.counts.answers - before, 2)
})

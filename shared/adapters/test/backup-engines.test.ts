import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { engines } from '@huiyin/engines/engines.ts'
import { comment, NOON, puts, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { readLine, writeLine } from '@huiyin/ports/webhook-lines.ts'
import t, { type Test } from 'tap'
import { openEngines } from '../src/backup/engines/engines.ts'
import type { Manifest } from '../src/backup/manifest.ts'
import { openPlace, type Place } from '../src/backup/place.ts'
import { prune } from '../src/backup/prune.ts'
import { tryRestore } from '../src/backup/restore.ts'
import { takeBackup } from '../src/backup/take.ts'
import { openCluster } from '../src/elasticsearch/cluster.ts'
import { GENERATION } from '../src/elasticsearch/layout.ts'
import { openWorld, type World } from '../src/open.ts'
import { settingsOf } from '../src/settings.ts'
import { DAY, quiet } from './backup-folder.ts'

const { brokers, elasticsearch, missing, stop } = await engines()
if (stop) t.teardown(stop)
const WEBHOOK = { id: 'w1', generation: 1 }
const SECOND = 1_000

const named = (prefix: string, data: string) =>
  settingsOf({ log: `kafka://${brokers}`, store: elasticsearch, prefix, data })

const newPrefix = (t: Test) => {
  const prefix = `k${randomUUID().slice(0, 8)}`
  t.teardown(async () => {
    const cluster = openCluster({ node: elasticsearch! })
    const found = await cluster.client.indices.get({ index: `${prefix}-*` })
    for (const index of Object.keys(found)) await cluster.client.indices.delete({ index })
    for (const family of ['tickets', 'comments', 'history', 'records', 'trail'])
      await cluster.client.indices.deleteIndexTemplate({ name: `${prefix}-${family}` }, { ignore: [404] })
    await cluster.close()
  })
  return prefix
}

const observed = (n: number) => {
  const { state: _, firstText: __, firstObservedAt: ___, ...seen } = comment({ id: `c${n}`, publishedAt: NOON + n })
  return seen
}

async function within<T>(prefix: string, data: string, work: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(named(prefix, data), silent, join(data, 'office'))
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}

async function fill(world: World): Promise<void> {
  const { store, logs } = world
  const many = Array.from({ length: 500 }, (_, n) => comment({ id: `c${n}`, publishedAt: NOON + n }))
  const older = comment({ id: 'older', publishedAt: NOON - 40 * DAY })
  await store.comments.putEach(puts(...many, older))
  await store.tickets.putEach(puts(...Array.from({ length: 20 }, (_, n) => ticket({ id: `t${n}`, openedAt: 0 }))))
  await store.records.create('cursor', { id: 'weibo/1', value: { at: NOON } })
  await store.records.create('gone', { id: 'a', value: 1 })
  await store.records.remove('gone', 'a')
  await logs.comments.append(Array.from({ length: 50 }, (_, n) => observed(n)))
  for await (const { commit } of logs.comments.read({
    group: 'classifier',
    atMost: 5,
    signal: AbortSignal.timeout(30 * SECOND)
  })) {
    await commit()
    break
  }
}

t.test('a backup of engines', { skip: missing ?? false }, async t => {
  const data = t.testdir({})
  const key = join(data, 'backup.key')
  writeFileSync(key, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 })
  mkdirSync(join(data, 'office'))
  const [from, to] = [newPrefix(t), newPrefix(t)]
  const at = join(data, 'archive')
  await openPlace(at, { keyFile: key }, { now: NOON })
  const open = (): Promise<Place> => openPlace(at, { keyFile: key })

  const take = async (now: number): Promise<Manifest> => {
    const opened = await openEngines(named(from, data), silent)
    try {
      const of = { folder: join(data, 'office'), by: 'li', program: '0.1.0', now: () => now, progress: quiet }
      return await takeBackup({ ...of, place: await open(), database: false, engines: opened.store })
    } finally {
      await opened.close()
    }
  }
  const restore = async (prefix: string, manifest: Manifest) => {
    const opened = await openEngines(named(prefix, data), silent)
    try {
      return await opened.restore(await open(), manifest, quiet)
    } finally {
      await opened.close()
    }
  }

  const lagged = await within(from, data, async world => {
    await fill(world)
    return world.logs.comments.lag('classifier')
  })
  const first = await take(NOON)
  t.match(first.totals, {
    tickets: { documents: 20 },
    'comments-2026-11': { documents: 500 },
    'log:comments': { documents: 50 }
  })
  t.equal(Object.keys(first.totals).filter(name => name.startsWith('comments-')).length, 2)

  await t.test('stores the second time only what has changed', async t => {
    await within(from, data, async ({ store, logs }) => {
      const [found] = await store.comments.getMany([{ id: 'c7', publishedAt: NOON + 7 }])
      await store.comments.putEach([{ document: { ...found!.document, likes: 9 }, version: found!.version }])
      await logs.comments.append([observed(1_000)])
      await writeLine(store.records, WEBHOOK, 0, { offset: '3', recent: [], failing: {}, told: 1, failures: 0 })
    })
    const second = await take(NOON + DAY)
    t.equal(second.totals['comments-2026-11']?.documents, 500)
    t.not(second.totals['comments-2026-11']?.checksum, first.totals['comments-2026-11']?.checksum)
    t.match(second.totals['log:comments'], { documents: 51 })
    t.ok(second.added.bytes < first.added.bytes / 3, `${second.added.bytes} of ${first.added.bytes}`)
    t.match(await tryRestore(await open(), second, quiet), second.totals, 'the archive alone tells that it is whole')
  })

  await t.test('forgets with the older one what the newer replaced', async t => {
    t.match(await prune(await open(), NOON + DAY / 2), { backups: [first.name], thinned: 1 })
    t.match(await prune(await open(), NOON + DAY / 2), { chunks: 0, thinned: 0 })
  })

  await t.test('restored into empty engines is the same by checksum, goes on where it was, and is mute', async t => {
    const place = await open()
    const second = await place.manifest((await place.backups()).at(-1)!)
    t.same(await restore(to, second), second.totals)
    await within(to, data, async ({ store, logs, fingerprint }) => {
      const [found] = await store.comments.getMany([{ id: 'c7', publishedAt: NOON + 7 }])
      t.equal(found?.document.likes, 9)
      t.equal((await store.comments.search({ sort: 'newest', atMost: 1 })).total, 501)
      t.notOk(await store.records.get('gone', 'a'), 'what was removed stays so')
      t.equal(await logs.comments.lag('classifier'), lagged + 1)
      t.equal((await readLine(store.records, WEBHOOK, 0)).offset, '-1', 'the log of events was empty and is so')
      const guard = openGuard(store.records, { fingerprint, clock: { now: Date.now }, logger: silent })
      t.notOk(await guard.mayAlert())
      t.ok((await guard.adopt()).changed)
      t.ok(await guard.mayAlert())
    })
  })

  await t.test('is not restored where something stands', async t => {
    const place = await open()
    const second = await place.manifest((await place.backups()).at(-1)!)
    await t.rejects(restore(to, second), { code: 'INVALID_REQUEST', message: /Elasticsearch is not empty/ })
  })

  await t.test('indices of a newer program are refused, and left as they are', async t => {
    const cluster = openCluster({ node: elasticsearch! })
    t.teardown(cluster.close)
    const metaOf = async (index: string) => {
      const found = await cluster.client.indices.getMapping({ index })
      return Object.values(found)[0]!.mappings._meta
    }
    const index = `${to}-tickets`
    const meta = await metaOf(index)
    t.equal(meta?.generation, GENERATION, 'an index bears the generation of who made it')
    await cluster.client.indices.putMapping({ index, _meta: { ...meta, generation: GENERATION + 1 } })
    await within(to, data, async ({ store }) => {
      const put = store.tickets.putEach(puts(ticket({ id: 'late', openedAt: 0 })))
      await t.rejects(put, { code: 'STORE_UNAVAILABLE', message: /written by a newer Huiyin \(generation 2/ })
    })
    t.equal((await metaOf(index))?.generation, GENERATION + 1)
  })
})

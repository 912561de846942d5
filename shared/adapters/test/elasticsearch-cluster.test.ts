import { openLeases } from '@huiyin/ports/lease.ts'
import t from 'tap'
import { clusterFingerprint } from '../src/fingerprint.ts'
import { engine, newPrefix, open, skip, sweep } from './elasticsearch-opened.ts'

t.test('the cluster', { skip }, async t => {
  t.test('has an id, which with the prefix makes the fingerprint of an installation', async t => {
    const prefix = newPrefix()
    const store = open(prefix)
    t.teardown(() => store.close())
    const id = await store.clusterId()
    t.equal(id, (await engine.cluster.stats({ filter_path: 'cluster_uuid' })).cluster_uuid)
    t.equal(await open(prefix).clusterId(), id)
    t.not(clusterFingerprint(id, prefix), clusterFingerprint(id, newPrefix()))
  })

  t.test('that does not answer is away', async t => {
    const store = open(newPrefix(), { node: 'http://127.0.0.1:9', patience: 300 })
    t.teardown(() => store.close())
    await t.rejects(store.clusterId(), { code: 'STORE_UNAVAILABLE' })
  })

  t.test('keeps leases: one holds, another takes over after 3 s of silence', async t => {
    const prefix = newPrefix()
    const stores = [open(prefix), open(prefix)]
    t.teardown(async () => {
      await Promise.all(stores.map(store => store.close()))
      await sweep(prefix)
    })
    let now = 1_000_000
    const [a, b] = stores.map(({ records }, n) =>
      openLeases(records, { holder: `h${n}`, monotonic: () => now, clock: { now: () => now } })
    )
    for (const one of [a!, b!]) one.take(['p0'])
    await a!.round()
    await b!.round()
    t.same([a!.holds('p0'), b!.holds('p0')], [true, false])
    for (let second = 0; second < 5; second++) {
      now += 1_000
      await b!.round()
    }
    t.same([a!.holds('p0'), b!.holds('p0')], [false, true])
    t.notOk(await a!.stillHolds('p0'))
    t.ok(await b!.stillHolds('p0'))
  })
})

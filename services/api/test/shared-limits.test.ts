import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import t from 'tap'
import { sharedBuckets } from '../src/integration/shared-buckets.ts'
import { sharedTries } from '../src/sign-in/shared-tries.ts'

const MINUTE = 60_000
const LIMIT = { atMost: 6, per: MINUTE }

t.test('limits over several processes of the api', async t => {
  t.test('let a person export no more often through three of them than through one', async t => {
    const { records } = memoryStore({})
    let now = 0
    const processes = Array.from({ length: 3 }, () => sharedBuckets(records, { now: () => now }))
    const take = (n: number) => processes[n % 3]!(['export', 'person', 'li'], LIMIT)
    t.same([await take(0), await take(1)], [0, 0], 'two at once')
    t.equal(await take(2), 10_000)
    now = 10_000
    t.equal(await take(1), 0)
    t.equal(await processes[0]!(['export', 'person', 'wang'], LIMIT), 0, 'another person has their own')
  })

  t.test('hold when all ask at the same moment', async t => {
    const { records } = memoryStore({})
    const processes = Array.from({ length: 4 }, () => sharedBuckets(records, { now: () => 0 }))
    const waits = await Promise.all(
      Array.from({ length: 12 }, (_, n) => processes[n % 4]!(['export', 'person', 'li'], LIMIT))
    )
    t.equal(waits.filter(wait => wait === 0).length, 2)
  })
})

t.test('tries to sign in', async t => {
  t.test('are counted together, and a restart forgives none', async t => {
    const { records } = memoryStore({})
    for (let n = 0; n < 5; n++) t.equal(await sharedTries(records).tried('admin', 'a', 0), 0)
    t.equal(await sharedTries(records).tried('admin', 'a', 0), 30_000)
    t.equal(await sharedTries(records).tried('admin', 'b', 0), 0, 'its owner elsewhere is let try')
    t.equal(await sharedTries(records).tried('admin', 'a', 30_000), 0)
    t.equal(await sharedTries(records).tried('admin', 'a', 30_000), MINUTE)
  })
  t.test('are forgotten with the right password, and when somebody has unlocked the name', async t => {
    const { records } = memoryStore({})
    const tries = sharedTries(records)
    for (let n = 0; n < 20; n++) {
      t.equal(await tries.tried('li', 'a', n), 0)
      await tries.succeeded('li', 'a')
    }
    for (let n = 0; n < 5; n++) await tries.tried('wang', 'b', 100)
    t.not(await tries.tried('wang', 'b', 101), 0)
    t.equal(await tries.tried('wang', 'b', 200, 150), 0)
  })
  t.test('of a thousand made-up names fill no store', async t => {
    const { records } = memoryStore({})
    const tries = sharedTries(records)
    for (let n = 0; n < 1_000; n++) await tries.tried(`name ${n}`, `address ${n % 7}`, 0)
    const kept = await records.list('sign-in-tries', { atMost: 100_000 })
    t.ok(kept.length < 1_010 * 2 + 7)
    t.ok(
      kept.every(({ id }) => /^(pair|address|name)-\d{1,5}$/.test(id)),
      'counters of a fixed number, without names'
    )
  })
})

import { openLeases } from '@huiyin/ports/lease.ts'
import type { Records } from '@huiyin/ports/records.ts'
import t, { type Test } from 'tap'
import { memoryStore } from '../src/memory/store.ts'
import { freshSqlite } from './sqlite-folder.ts'

const SECOND = 1000
const NAMES = Array.from({ length: 16 }, (_, n) => `p${n}`)

/** Several processes over one store. Their monotonic clocks started at different times; one that sleeps runs no rounds. */
function house(records: Records) {
  const time = { now: 1_000_000 }
  const process = (holder: string, started = Math.random() * 1e6) => {
    const clock = { now: () => time.now }
    return openLeases(records, { holder, group: 'alerter', monotonic: () => time.now - started, clock })
  }
  type Process = ReturnType<typeof process>
  const rounds = async (seconds: number, ...processes: Process[]) => {
    for (let second = 0; second < seconds; second++) {
      time.now += SECOND
      await records.refresh()
      for (const one of processes) await one.round()
    }
  }
  return { time, process, rounds }
}

const worlds: [string, (t: Test) => Promise<Records>][] = [
  ['memory', async () => memoryStore({ searchLags: true }).records],
  [
    'sqlite',
    async t => {
      const { store, close } = await freshSqlite()
      t.teardown(close)
      return store.records
    }
  ]
]

for (const [world, open] of worlds)
  t.test(`leases in ${world}`, async t => {
    t.test('are all taken by one who is alone', async t => {
      const { process, rounds } = house(await open(t))
      const a = process('a')
      a.take(NAMES)
      await rounds(1, a)
      t.same(a.held().sort(), NAMES.toSorted())
      t.equal(a.term('p3'), 1)
      t.ok(await a.stillHolds('p3'))
      t.notOk(a.holds('another'))
    })

    t.test('are shared fairly by those who are there, each name by one', async t => {
      const { process, rounds } = house(await open(t))
      const all = ['a', 'b', 'c'].map(name => process(name))
      for (const one of all) one.take(NAMES)
      const [a, b, c] = all
      await rounds(2, a!)
      await rounds(3, a!, b!)
      t.same([a!.held().length, b!.held().length], [8, 8])
      await rounds(4, a!, b!, c!)
      t.same(all.map(one => one.held().length).sort(), [4, 6, 6])
      t.same(all.flatMap(one => one.held()).sort(), NAMES.toSorted())
    })

    t.test('of one who was killed are taken over within 6 s, and not before 3 s, under a higher term', async t => {
      const { process, rounds } = house(await open(t))
      const [a, b] = [process('a'), process('b')]
      a.take(['p0'])
      b.take(['p0'])
      await rounds(5, a, b)
      t.same([a.holds('p0'), b.holds('p0')], [true, false])
      await rounds(2, b)
      t.notOk(b.holds('p0'))
      await rounds(4, b)
      t.ok(b.holds('p0'))
      t.equal(b.term('p0'), 2)
    })

    t.test('are not believed by one who slept for 10 s, and are not got back from the one who took over', async t => {
      const { process, rounds } = house(await open(t))
      const [a, b] = [process('a'), process('b')]
      a.take(['p0'])
      b.take(['p0'])
      await rounds(3, a, b)
      t.ok(a.holds('p0'))
      await rounds(10, b)
      t.notOk(a.holds('p0'))
      t.notOk(await a.stillHolds('p0'))
      t.equal(a.term('p0'), undefined)
      t.ok(b.holds('p0'))
      await rounds(3, a, b)
      t.same([a.holds('p0'), b.holds('p0')], [false, true])
    })

    t.test('are lost to their holder 2 s after its last beat, though nobody else is there', async t => {
      const { time, process, rounds } = house(await open(t))
      const a = process('a')
      a.take(['p0'])
      await rounds(1, a)
      time.now += 1_999
      t.ok(a.holds('p0'))
      time.now += 1
      t.notOk(a.holds('p0'))
      await rounds(1, a)
      t.ok(a.holds('p0'), 'it takes it again, as a new term')
      t.equal(a.term('p0'), 2)
    })

    t.test('are lost in the sleep of a machine whose monotonic time stands still', async t => {
      const records = await open(t)
      const at = { monotonic: 0, clock: 1_000_000 }
      const a = openLeases(records, { holder: 'a', monotonic: () => at.monotonic, clock: { now: () => at.clock } })
      a.take(['p0'])
      await a.round()
      t.ok(a.holds('p0'))
      at.clock += 10 * SECOND
      t.notOk(a.holds('p0'))
    })

    t.test('taken at the same moment are won by exactly one', async t => {
      const { process, rounds } = house(await open(t))
      const all = ['a', 'b', 'c'].map(name => process(name))
      for (const one of all) one.take(NAMES)
      await Promise.all(all.map(one => one.round()))
      const taken = all.flatMap(one => one.held())
      t.ok(taken.length > 0)
      t.equal(new Set(taken).size, taken.length)
      await rounds(3, ...all)
      t.same(all.flatMap(one => one.held()).sort(), NAMES.toSorted())
    })

    t.test('that were released are free at once', async t => {
      const { process, rounds } = house(await open(t))
      const [a, b] = [process('a'), process('b')]
      a.take(NAMES)
      b.take(NAMES)
      await rounds(3, a)
      await a.release()
      t.same(a.held(), [])
      await rounds(1, b)
      t.equal(b.held().length, NAMES.length)
      await a.round()
      t.same(a.held(), [], 'one that has released takes nothing more')
    })

    t.test('are kept to the share that was asked for, and left when they are wanted no more', async t => {
      const { process, rounds } = house(await open(t))
      const [a, b] = [process('a'), process('b')]
      a.take(NAMES, 3)
      await rounds(2, a)
      t.equal(a.held().length, 3)
      const [one] = a.held()
      a.take([one!])
      b.take(NAMES)
      await rounds(4, a, b)
      t.same(a.held(), [one])
    })

    t.test('that somebody else holds in the store are not touched, whatever this process believes', async t => {
      const records = await open(t)
      const { process, rounds } = house(records)
      const a = process('a')
      a.take(['p0'])
      await rounds(1, a)
      await records.put('lease', { id: 'alerter/p0', value: { holder: 'restored', term: 9, beat: 1 } })
      t.ok(a.holds('p0'))
      t.notOk(await a.stillHolds('p0'))
    })
  })

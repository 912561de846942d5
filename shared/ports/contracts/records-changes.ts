import type { Test } from 'tap'
import type { Records } from '../src/records.ts'
import { NOON, type On, UNKNOWN_FIELDS, versionOf } from './fixtures.ts'

export async function changes(t: Test, on: On<Records>) {
  t.test('only by who read it last', async t => {
    const { port } = await on(t)
    await port.create('lease', { id: 'a', value: { beat: 0 } })
    const read = await port.get<{ beat: number }>('lease', 'a')
    const tries = [1, 2, 3, 4].map(beat => port.putIfUnchanged('lease', { id: 'a', value: { beat } }, read!.version))
    const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome)
    t.equal(outcomes.filter(outcome => outcome === 'put').length, 1)
    t.equal(outcomes.filter(outcome => outcome === 'conflict').length, 3)
    const now = await port.get<{ beat: number }>('lease', 'a')
    t.equal(now?.document.value.beat, outcomes.indexOf('put') + 1)
    const next = await port.putIfUnchanged('lease', { id: 'a', value: { beat: 9 } }, now!.version)
    t.equal((await port.get('lease', 'a'))?.version, versionOf(next))
  })

  t.test('never where there is none', async t => {
    const { port } = await on(t)
    await port.create('lease', { id: 'a', value: 1 })
    const { version } = (await port.get('lease', 'a'))!
    t.strictSame(await port.putIfUnchanged('lease', { id: 'b', value: 1 }, version), { outcome: 'conflict' })
    await port.remove('lease', 'a')
    t.strictSame(await port.putIfUnchanged('lease', { id: 'a', value: 2 }, version), { outcome: 'conflict' })
    await port.create('lease', { id: 'a', value: 3 })
    t.strictSame(await port.putIfUnchanged('lease', { id: 'a', value: 4 }, version), { outcome: 'conflict' })
    t.strictSame((await port.get('lease', 'a'))?.document, { id: 'a', value: 3 })
  })

  t.test('many at once, each judged on its own', async t => {
    const { port } = await on(t)
    for (const id of ['read', 'overtaken', 'there', 'gone']) await port.put('lease', { id, value: 'before' })
    const [read, overtaken, gone] = await port.getMany('lease', ['read', 'overtaken', 'gone'])
    await port.put('lease', { id: 'overtaken', value: 'faster' })
    for (const id of ['gone', 'removed']) await port.remove('lease', id)
    const puts = [
      { entry: { id: 'read', value: 'after', dueAt: NOON }, version: read!.version },
      { entry: { id: 'overtaken', value: 'after' }, version: overtaken!.version },
      { entry: { id: 'there', value: 'after' } },
      { entry: { id: 'gone', value: 'after' }, version: gone!.version },
      { entry: { id: 'new', value: 'after' } }
    ]
    const results = await port.putEach('lease', puts)
    t.strictSame(
      results.map(({ outcome }) => outcome),
      ['put', 'conflict', 'conflict', 'conflict', 'put']
    )
    const stand = await port.getMany(
      'lease',
      puts.map(({ entry }) => entry.id)
    )
    t.strictSame(
      stand.map(found => found?.document.value),
      ['after', 'faster', 'before', undefined, 'after']
    )
    t.strictSame([stand[0]?.version, stand[4]?.version], [versionOf(results[0]), versionOf(results[4])])
    t.strictSame(await port.putEach('lease', []), [])
  })

  t.test('many at once where there is none any more: without a version they are made again', async t => {
    const { port } = await on(t)
    await port.put('lease', { id: 'a', value: 1 })
    const before = await port.get('lease', 'a')
    await port.remove('lease', 'a')
    const [made] = await port.putEach('lease', [{ entry: { id: 'a', value: 2 } }])
    t.equal((await port.get('lease', 'a'))?.version, versionOf(made))
    const [late] = await port.putEach('lease', [{ entry: { id: 'a', value: 3 }, version: before!.version }])
    t.equal(late?.outcome, 'conflict')
    const [next] = await port.putEach('lease', [{ entry: { id: 'a', value: 4 }, version: versionOf(made) }])
    t.equal(next?.outcome, 'put')
    t.strictSame((await port.get('lease', 'a'))?.document, { id: 'a', value: 4 })
  })

  t.test('by put whatever was there, and nobody overwrites it who read before', async t => {
    const { port } = await on(t)
    await port.put('cursor', { id: 'a', value: 1 })
    const before = await port.get('cursor', 'a')
    await port.put('cursor', { id: 'a', value: [2, { three: null }], dueAt: NOON })
    t.strictSame((await port.get('cursor', 'a'))?.document, { id: 'a', value: [2, { three: null }], dueAt: NOON })
    t.strictSame(await port.putIfUnchanged('cursor', { id: 'a', value: 3 }, before!.version), { outcome: 'conflict' })
    await port.put('cursor', { id: 'a', value: 'no longer due' })
    t.strictSame((await port.get('cursor', 'a'))?.document, { id: 'a', value: 'no longer due' })
  })

  t.test('gone after remove, which may be asked twice', async t => {
    const { port } = await on(t)
    await port.create('session', { id: 'a', value: 1, dueAt: NOON })
    await port.remove('session', 'a')
    await port.remove('session', 'a')
    t.equal(await port.get('session', 'a'), undefined)
    await port.refresh()
    t.strictSame(await port.list('session', { atMost: 10 }), [])
    t.strictSame(await port.due('session', NOON, 10), [])
    t.equal(await port.create('session', { id: 'a', value: 2 }), true)
  })

  t.test('whatever the value is', async t => {
    const { port } = await on(t)
    const values = [null, 0, '', false, '中文', [], {}, { ...UNKNOWN_FIELDS }, 'x'.repeat(100_000)]
    await Promise.all(values.map((value, n) => port.create('parked', { id: `p${n}`, value })))
    const read = await port.getMany(
      'parked',
      values.map((_, n) => `p${n}`)
    )
    t.strictSame(
      read.map(found => found?.document.value),
      values
    )
  })
}

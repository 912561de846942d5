import type { Test } from 'tap'
import type { Records } from '../src/records.ts'
import { ANSWERS_AT_HOME, type On, versionOf } from './fixtures.ts'
import { numbered } from './records-entries.ts'

export async function lostAnswers(t: Test, on: On<Records>) {
  t.test('who created knows it, and so does who did not', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
    const other = await again()
    t.equal(await losing(() => port.create('alert', { id: 'a', value: 'mine' })), true)
    t.equal(
      await losing(() => port.create('alert', { id: 'a', value: 'mine' })),
      false,
      'the same once more is another'
    )
    await other.create('alert', { id: 'b', value: 'theirs' })
    t.equal(await losing(() => port.create('alert', { id: 'b', value: 'mine' })), false)
    t.equal((await other.get('alert', 'b'))?.document.value, 'theirs')
  })

  t.test('who created knows it even if somebody else put since', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
    const other = await again()
    const overtake = () => other.put('alert', { id: 'a', value: 'theirs' })
    t.equal(await losing(() => port.create('alert', { id: 'a', value: 'mine' }), overtake), true)
    t.equal((await port.get('alert', 'a'))?.document.value, 'theirs')
  })

  t.test('who created many knows of each, even of one that somebody else put since', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
    const other = await again()
    await other.create('alert', { id: 'a001', value: 'theirs' })
    const overtake = () => other.put('alert', { id: 'a002', value: 'theirs' })
    const made = await losing(() => port.createEach('alert', numbered(4, 0)), overtake)
    t.strictSame(made, [true, false, true, true])
    t.strictSame(await losing(() => port.createEach('alert', numbered(4, 0))), [false, false, false, false])
    const read = await other.getMany('alert', ['a000', 'a001', 'a002', 'a003'])
    t.strictSame(
      read.map(found => found?.document.value),
      [0, 'theirs', 'theirs', 0]
    )
  })

  t.test('who put many knows of each', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
    await port.createEach('lease', numbered(3, 0))
    const read = await port.getMany('lease', ['a000', 'a001', 'a002'])
    const puts = numbered(4, 1).map((entry, i) => ({ entry, version: read[i]?.version }))
    await port.put('lease', { id: 'a001', value: 9 })
    const results = await losing(() => port.putEach('lease', puts))
    t.strictSame(
      results.map(({ outcome }) => outcome),
      ['put', 'conflict', 'put', 'put']
    )
    const stand = await port.getMany('lease', ['a000', 'a001', 'a002', 'a003'])
    t.strictSame(
      stand.map(found => found?.document.value),
      [1, 9, 1, 1]
    )
    t.equal(stand[3]?.version, versionOf(results[3]))
  })

  t.test('who changed knows it', async t => {
    const { port, again, losing } = await on(t)
    if (!again || !losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
    await port.create('lease', { id: 'a', value: 0 })
    const { version } = (await port.get('lease', 'a'))!
    const put = await losing(() => port.putIfUnchanged('lease', { id: 'a', value: 1 }, version))
    t.equal(put.outcome, 'put')
    t.equal((await port.get('lease', 'a'))?.version, versionOf(put))
    t.strictSame(await losing(() => port.putIfUnchanged('lease', { id: 'a', value: 2 }, version)), {
      outcome: 'conflict'
    })
  })
}

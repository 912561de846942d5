import type { Test } from 'tap'
import type { Records } from '../src/records.ts'
import { NOON, type On } from './fixtures.ts'
import { numbered } from './records-entries.ts'

export async function claims(t: Test, on: On<Records>) {
  t.test('by exactly one of twenty who create at once, and its value stays', async t => {
    const { port, again } = await on(t)
    const other = again ? await again() : port
    const tries = Array.from({ length: 20 }, (_, n) => (n % 2 ? other : port).create('alert', { id: 'a', value: n }))
    const made = (await Promise.all(tries)).flatMap((mine, n) => (mine ? [n] : []))
    t.equal(made.length, 1)
    t.strictSame((await port.get('alert', 'a'))?.document, { id: 'a', value: made[0] })
    t.equal(await port.create('alert', { id: 'a', value: 99 }), false)
  })

  t.test('many at once, each by exactly one of those who try, in the order given', async t => {
    const { port, again } = await on(t)
    const other = again ? await again() : port
    await port.create('alert', { id: 'a007', value: 'before' })
    const tries = [0, 1, 2, 3].map(n => (n % 2 ? other : port).createEach('alert', numbered(300, n)))
    const made = await Promise.all(tries)
    const ids = numbered(300, 0).map(({ id }) => id)
    const stand = (await port.getMany('alert', ids)).map(found => found?.document.value)
    const makers = ids.map((_, i) => made.flatMap((mine, n) => (mine[i] ? [n] : [])))
    t.strictSame(
      makers,
      stand.map(value => (value === 'before' ? [] : [value]))
    )
    t.equal(stand.indexOf('before'), 7)
    t.strictSame(await port.createEach('alert', []), [])
  })

  t.test('many at once, where one was removed too, and an id that is named twice once', async t => {
    const { port } = await on(t)
    await port.create('alert', { id: 'removed', value: 'old' })
    await port.remove('alert', 'removed')
    const entries = ['new', 'removed', 'new', 'removed'].map((id, value) => ({ id, value, dueAt: NOON }))
    t.strictSame((await port.createEach('alert', entries)).toSorted(), [false, false, true, true])
    t.strictSame(await port.createEach('alert', entries), [false, false, false, false])
    const read = await port.getMany<number>('alert', ['new', 'removed'])
    for (const found of read) t.match(found?.document, { id: entries[found!.document.value]!.id, dueAt: NOON })
    await port.refresh()
    t.equal((await port.due('alert', NOON, 10)).length, 2)
  })

  t.test('by kind: one id stands once in each', async t => {
    const { port } = await on(t)
    t.equal(await port.create('lease', { id: 'a', value: 'lease' }), true)
    t.equal(await port.create('cursor', { id: 'a', value: 'cursor' }), true)
    t.equal((await port.get('lease', 'a'))?.document.value, 'lease')
    t.equal(await port.get('session', 'a'), undefined)
    await port.remove('lease', 'a')
    t.equal((await port.get('cursor', 'a'))?.document.value, 'cursor')
  })
}

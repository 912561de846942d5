import type { Test } from 'tap'
import type { Records } from '../src/records.ts'
import { NOON, type On } from './fixtures.ts'

export async function lists(t: Test, on: On<Records>) {
  t.test('many in the order asked, with holes where there is none', async t => {
    const { port } = await on(t)
    for (const id of ['a', 'b', 'c']) await port.create('person', { id, value: id })
    const read = await port.getMany('person', ['c', 'none', 'a', 'c'])
    t.strictSame(
      read.map(found => found?.document.id),
      ['c', undefined, 'a', 'c']
    )
    t.strictSame(await port.getMany('person', []), [])
  })

  t.test('by id in their order, by prefix, page by page', async t => {
    const { port } = await on(t)
    const ids = ['a/1', 'a/10', 'a/2', 'a_1', 'a%', 'b', 'ab']
    for (const id of ids) await port.create('delivery', { id, value: { id } })
    await port.create('other', { id: 'a/3', value: 0 })
    await port.refresh()
    const list = async (options: { prefix?: string; after?: string; atMost: number }) =>
      (await port.list('delivery', options)).map(({ id }) => id)
    t.strictSame(await list({ atMost: 10 }), ['a%', 'a/1', 'a/10', 'a/2', 'a_1', 'ab', 'b'])
    t.strictSame(await list({ prefix: 'a/', atMost: 2 }), ['a/1', 'a/10'])
    t.strictSame(await list({ prefix: 'a/', after: 'a/10', atMost: 2 }), ['a/2'])
    t.strictSame(await list({ prefix: 'a%', atMost: 9 }), ['a%'])
    t.strictSame(await list({ prefix: 'a_', atMost: 9 }), ['a_1'])
    t.strictSame(await list({ after: 'ab', atMost: 9 }), ['b'])
    t.strictSame(await list({ prefix: 'c', atMost: 9 }), [])
    t.strictSame((await port.list('delivery', { prefix: 'b', atMost: 1 }))[0], { id: 'b', value: { id: 'b' } })
  })

  t.test(
    'by when they are due: the earliest first, at the instant too, later ones and those without never',
    async t => {
      const { port } = await on(t)
      const due = { third: NOON, later: NOON + 1, first: NOON - 2, second: NOON - 1 }
      for (const [id, dueAt] of Object.entries(due)) await port.create('delivery', { id, value: 1, dueAt })
      await port.create('delivery', { id: 'without', value: 1 })
      await port.create('other', { id: 'other', value: 1, dueAt: NOON })
      await port.refresh()
      const ids = async (atMost: number) => (await port.due('delivery', NOON, atMost)).map(({ id }) => id)
      t.strictSame(await ids(10), ['first', 'second', 'third'])
      t.strictSame(await ids(2), ['first', 'second'])
      t.strictSame((await port.due('delivery', NOON, 1))[0], { id: 'first', value: 1, dueAt: NOON - 2 })
    }
  )

  t.test('where a change has moved them', async t => {
    const { port } = await on(t)
    await port.put('delivery', { id: 'a', value: 1, dueAt: NOON })
    await port.put('delivery', { id: 'a', value: 2, dueAt: NOON + 1 })
    await port.refresh()
    t.strictSame(await port.due('delivery', NOON, 10), [])
    t.strictSame(await port.due('delivery', NOON + 1, 10), [{ id: 'a', value: 2, dueAt: NOON + 1 }])
    t.strictSame(await port.list('delivery', { atMost: 10 }), [{ id: 'a', value: 2, dueAt: NOON + 1 }])
  })
}

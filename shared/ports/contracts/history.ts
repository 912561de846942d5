import t from 'tap'
import type { History } from '../src/history.ts'
import {
  ANSWERS_AT_HOME,
  type ContractOptions,
  historyRow,
  type Opened,
  opener,
  withUnknownFields
} from './fixtures.ts'

/** What every store of timelines promises. `open` gives a fresh, empty one for each test. */
export function historyContract(
  name: string,
  open: () => Promise<Opened<History>>,
  { skip = false }: ContractOptions = {}
) {
  const on = opener(open)
  t.test(`${name} history`, { skip }, async t => {
    t.test('gives a ticket its rows by number, whatever order they came in, and no other ticket its own', async t => {
      const { port } = await on(t)
      const rows = [1, 2, 3, 10, 11].map(n => historyRow({ ticket: 'a', n }))
      await port.add([...rows].reverse())
      await port.add([historyRow({ ticket: 'b', n: 1 })])
      await port.refresh()
      t.strictSame(await port.of('a', { atMost: 10 }), rows)
      t.strictSame(await port.of('none', { atMost: 10 }), [])
    })

    t.test('goes on after a number', async t => {
      const { port } = await on(t)
      await port.add([1, 2, 3, 4].map(n => historyRow({ ticket: 'a', n })))
      await port.refresh()
      const numbers = async (afterN: number, atMost: number) =>
        (await port.of('a', { afterN, atMost })).map(({ n }) => n)
      t.strictSame(await numbers(1, 2), [2, 3])
      t.strictSame(await numbers(3, 2), [4])
      t.strictSame(await numbers(4, 2), [])
    })

    t.test('leaves the first of two with one id, within one call and between two', async t => {
      const { port } = await on(t)
      const seen = (n: number, offset: string) => historyRow({ ticket: 'a', n, offset })
      await port.add([seen(1, '100'), seen(1, '101')])
      await port.add([seen(1, '102'), seen(2, '103')])
      await Promise.all(['104', '105', '106'].map(offset => port.add([seen(2, offset)])))
      await port.refresh()
      t.strictSame(await port.of('a', { atMost: 10 }), [seen(1, '100'), seen(2, '103')])
    })

    t.test('keeps fields that it does not know, and takes an empty list', async t => {
      const { port } = await on(t)
      const row = withUnknownFields(historyRow({ ticket: 'a', n: 1 }))
      await port.add([row])
      await port.add([])
      await port.refresh()
      t.strictSame(await port.of('a', { atMost: 10 }), [row])
    })

    t.test('writes them once though the answer was lost', async t => {
      const { port, losing } = await on(t)
      if (!losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
      await losing(() => port.add([historyRow({ ticket: 'a', n: 1 }), historyRow({ ticket: 'a', n: 2 })]))
      await port.refresh()
      t.strictSame(
        (await port.of('a', { atMost: 10 })).map(({ n }) => n),
        [1, 2]
      )
    })
  })
}

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

    t.test('answers what stands: its own, or the one that was there', async t => {
      const { port } = await on(t)
      const seen = (n: number, offset: string) => historyRow({ ticket: 'a', n, offset, salt: `salt of ${offset}` })
      t.strictSame(await port.add([seen(1, '1')]), [{ made: true, row: seen(1, '1') }])
      t.strictSame(await port.add([seen(1, '5'), seen(2, '6')]), [
        { made: false, row: seen(1, '1') },
        { made: true, row: seen(2, '6') }
      ])
    })

    t.test('gives rows by their place in the log', async t => {
      const { port } = await on(t)
      const rows = [1, 2, 3, 4].map(n => historyRow({ ticket: 'a', n, offset: String(n * 10) }))
      await port.add([...rows].reverse())
      await port.add([historyRow({ ticket: 'b', n: 1, partition: 1, offset: '20' })])
      await port.refresh()
      const between = (from: string, to: string, atMost = 10) => port.between({ partition: 0, from, to, atMost })
      t.strictSame(await between('10', '30'), rows.slice(1, 3))
      t.strictSame(await between('9', '100', 2), rows.slice(0, 2))
      t.strictSame(await between('40', '100'), [])
    })

    t.test('is searched by time, person, type and subject, the newest first, page by page', async t => {
      const { port } = await on(t)
      const li = { id: 'li', name: '李静', role: 'editor' }
      const rows = [
        historyRow({ ticket: 'a', n: 1 }),
        historyRow({ ticket: 'a', n: 2, actor: li, type: 'reply.drafted' }),
        historyRow({ ticket: 'b', n: 3, actor: li, type: 'exported' }),
        historyRow({ ticket: 'person/li', n: 4, type: 'session.begun', at: historyRow({ ticket: 'a', n: 3 }).at })
      ]
      await port.add(rows)
      await port.refresh()
      const ids = async (...of: Parameters<typeof port.search>) => (await port.search(...of)).rows.map(({ id }) => id)
      const some = { atMost: 10 }
      t.strictSame(await ids({}, some), ['b#3', 'person/li#4', 'a#2', 'a#1'])
      t.strictSame(await ids({ actor: 'li' }, some), ['b#3', 'a#2'])
      t.strictSame(await ids({ actor: 'system:desk' }, some), ['person/li#4', 'a#1'])
      t.strictSame(await ids({ type: 'exported' }, some), ['b#3'])
      t.strictSame(await ids({ type: 'clock.warned' }, some), ['a#1'])
      t.strictSame(await ids({ subject: 'a', actor: 'li' }, some), ['a#2'])
      t.strictSame(await ids({ from: rows[1]!.at, to: rows[2]!.at }, some), ['a#2'])
      const first = await port.search({}, { atMost: 3 })
      t.strictSame(first.rows, [rows[2], rows[3], rows[1]])
      t.strictSame(await port.search({}, { atMost: 3, after: first.after! }), { rows: [rows[0]] })
      await t.rejects(port.search({}, { atMost: 3, after: 'elsewhere' }), { code: 'INVALID_REQUEST' })
    })

    t.test('takes out what rows say, and leaves where they stood', async t => {
      const { port } = await on(t)
      const row = historyRow({ ticket: 'a', n: 1, salt: 'guess me' })
      const other = historyRow({ ticket: 'a', n: 2, salt: 'another' })
      await port.add([row, other])
      await port.refresh()
      await port.redact([row.id, 'none#1'])
      await port.refresh()
      const { salt: _, ...rest } = row
      t.strictSame(await port.of('a', { atMost: 10 }), [{ ...rest, data: {}, redacted: true }, other])
      t.strictSame((await port.add([row]))[0]?.made, false)
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

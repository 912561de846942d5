import { linksAfter } from '@huiyin/domain/trail/link.ts'
import type { Link } from '@huiyin/schemas/trail.ts'
import t from 'tap'
import type { Trail } from '../src/trail.ts'
import { ANSWERS_AT_HOME, type ContractOptions, historyRow, NOON, type Opened, opener } from './fixtures.ts'

/** Links for as many events, at the places of the log from `offset` on. */
function chain(count: number, { after, partition = 0, offset = 1, at = NOON }: Chain = {}): Link[] {
  const rows = Array.from({ length: count }, (_, i) =>
    historyRow({ ticket: 'a', n: offset + i, partition, offset: String(offset + i), at: at + i, salt: 's' })
  )
  return linksAfter(after, partition, rows)
}

type Chain = { after?: Link; partition?: number; offset?: number; at?: number }

/** What every store of the trail promises. `open` gives a fresh, empty one for each test. */
export function trailContract(
  name: string,
  open: () => Promise<Opened<Trail>>,
  { skip = false }: ContractOptions = {}
) {
  const on = opener(open)
  const all = async (trail: Trail, partition = 0) => {
    await trail.refresh()
    return trail.links({ partition, atMost: 10_000 })
  }

  t.test(`${name} trail`, { skip }, async t => {
    t.test('has no head before its first link', async t => {
      const { port } = await on(t)
      t.equal(await port.head(0), undefined)
      t.strictSame(await port.heads(), [])
      t.strictSame(await all(port), [])
      t.strictSame(await port.range({}), [])
    })

    t.test('gives the links of each partition by number, and its last one as head at once', async t => {
      const { port } = await on(t)
      const [one, other] = [chain(3), chain(2, { partition: 7 })]
      t.equal(await port.append(one), true)
      t.equal(await port.append(other), true)
      t.strictSame(await port.head(0), one[2])
      t.strictSame(await port.head(7), other[1])
      t.strictSame(await all(port), one)
      t.strictSame(await port.heads(), [one[2], other[1]])
      t.strictSame(await port.links({ partition: 0, afterN: 1, atMost: 1 }), [one[1]])
      t.strictSame(await port.links({ partition: 0, afterN: 3, atMost: 1 }), [])
    })

    t.test('grows by many, and is found again by a second handle', async t => {
      const { port, again } = await on(t)
      const first = chain(2_500)
      const more = chain(3, { after: first.at(-1)!, offset: 2_501 })
      t.equal(await port.append(first), true)
      t.equal(await port.append(more), true)
      t.strictSame(await (again ? await again() : port).head(0), more[2])
      t.strictSame(await all(port), [...first, ...more])
      t.strictSame(await port.append([]), true)
    })

    t.test('stands once, however often the same links are written', async t => {
      const { port } = await on(t)
      const links = chain(5)
      t.equal(await port.append(links.slice(0, 3)), true)
      t.equal(await port.append(links.slice(0, 3)), true)
      await Promise.all([port.append(links.slice(3)), port.append(links.slice(3))])
      t.strictSame(await all(port), links)
    })

    t.test('takes no other link in the place of one, and nothing behind it', async t => {
      const { port } = await on(t)
      const links = chain(3)
      await port.append(links)
      t.equal(await port.append(chain(5, { offset: 100 })), false)
      t.equal(await port.append(chain(2, { after: links[1]!, offset: 100 })), false)
      t.strictSame(await all(port), links)
    })

    t.test('finds links by where they stood in the log, after a log that was begun anew too', async t => {
      const { port } = await on(t)
      const before = chain(3)
      const anew = chain(3, { after: before[2]!, offset: 2, at: NOON + 60_000 })
      await port.append(before)
      await port.append(anew)
      await port.refresh()
      const found = await port.at([
        { partition: 0, offset: '2' },
        { partition: 1, offset: '3' },
        { partition: 0, offset: '999' }
      ])
      t.strictSame(
        found.toSorted((a, b) => a.n - b.n),
        [before[1], anew[0]]
      )
      t.strictSame(await port.at([]), [])
    })

    t.test('says which numbers hold what happened in a period', async t => {
      const { port } = await on(t)
      await port.append(chain(10))
      await port.append(chain(4, { partition: 2, at: NOON + 100 }))
      await port.refresh()
      t.strictSame(await port.range({ from: NOON + 3, to: NOON + 6 }), [{ partition: 0, first: 4, last: 6 }])
      t.strictSame(await port.range({ from: NOON + 9 }), [
        { partition: 0, first: 10, last: 10 },
        { partition: 2, first: 1, last: 4 }
      ])
      t.strictSame(await port.range({ from: NOON + 200 }), [])
    })

    t.test('is written once though the answer was lost', async t => {
      const { port, losing } = await on(t)
      if (!losing) return t.pass(ANSWERS_AT_HOME, { skip: true })
      const links = chain(4)
      t.equal(await losing(() => port.append(links)), true)
      t.strictSame(await all(port), links)
    })
  })
}

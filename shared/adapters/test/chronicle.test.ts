import { openChronicle } from '@huiyin/ports/chain.ts'
import { historyRow, NOON } from '@huiyin/ports/contracts/fixtures.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Trail } from '@huiyin/ports/trail.ts'
import { verifyTrail } from '@huiyin/ports/verify-trail.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import fc from 'fast-check'
import t from 'tap'
import { memoryStore } from '../src/memory/store.ts'
import { freshSqlite } from './sqlite-folder.ts'

type Store = { history: History; trail: Trail }

const row = (n: number, offset = n): HistoryRow =>
  historyRow({ ticket: `t${n % 3}`, n, id: `t${n % 3}#${n}`, offset: String(offset) })

const rows = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => row(from + i))

const offsets = async ({ trail }: Store) => {
  await trail.refresh()
  return (await trail.links({ partition: 0, atMost: 10_000 })).map(({ offset }) => Number(offset))
}

const proven = async ({ trail, history }: Store) => {
  await Promise.all([trail.refresh(), history.refresh()])
  const source = { ...trail, between: history.between, anchors: async () => [], key: async () => '' }
  return verifyTrail(source, { now: NOON })
}

/** Fails at the n-th writing, after it was done or before. */
function mortal(store: Store, dies: { at: number; after: boolean }): Store {
  let writings = 0
  const dying = async <T>(work: () => Promise<T>): Promise<T> => {
    const now = ++writings === dies.at
    if (now && !dies.after) throw new Error('killed')
    const result = await work()
    if (now) throw new Error('killed')
    return result
  }
  return {
    history: { ...store.history, add: added => dying(() => store.history.add(added)) },
    trail: { ...store.trail, append: links => dying(() => store.trail.append(links)) }
  }
}

for (const name of ['memory', 'sqlite'] as const) {
  const open = async (t: { teardown: (end: () => Promise<void>) => void }): Promise<Store> => {
    const { store, close } =
      name === 'sqlite' ? await freshSqlite() : { store: memoryStore({ searchLags: true }), close: async () => {} }
    t.teardown(close)
    return store
  }

  t.test(`events in ${name}`, async t => {
    t.test('have one link each, in the order of the log', async t => {
      const store = await open(t)
      const { write } = openChronicle(store)
      await write(rows(1, 3))
      await write(rows(4, 5))
      t.same(await offsets(store), [1, 2, 3, 4, 5])
      t.match(await proven(store), { ok: true, links: 5, rows: 5 })
    })

    t.test('that another publisher sends again, further on in the log, get no second link', async t => {
      const store = await open(t)
      const { write } = openChronicle(store)
      await write(rows(1, 3))
      await write([row(2, 4), row(9, 5), row(1, 6)])
      t.same(await offsets(store), [1, 2, 3, 5])
      t.match(await proven(store), { ok: true })
    })

    t.test('are linked once though the scribe dies at any point and meets its batches again', async t => {
      const deaths = fc.array(fc.record({ at: fc.integer({ min: 1, max: 6 }), after: fc.boolean() }), { maxLength: 4 })
      const cuts = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 })
      const lives = fc.asyncProperty(deaths, cuts, async (deaths, cuts) => {
        const store = await open(t)
        let from = 1
        for (const [i, length] of cuts.entries()) {
          const batch = rows(from, from + length - 1)
          const dies = deaths[i]
          if (dies)
            await openChronicle(mortal(store, dies))
              .write(batch)
              .catch(() => {})
          await openChronicle(store).write(batch)
          from += length
        }
        const wanted = Array.from({ length: from - 1 }, (_, i) => i + 1)
        const found = await offsets(store)
        if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`Linked were ${found}`)
        if (!(await proven(store)).ok) throw new Error('The chain is broken')
      })
      await fc.assert(lives, { numRuns: name === 'sqlite' ? 15 : 100 })
    })

    t.test('are linked once by two scribes of one partition at the same time', async t => {
      const store = await open(t)
      const [one, other] = [openChronicle(store), openChronicle(store)]
      await Promise.all([one.write(rows(1, 50)), other.write(rows(1, 30))])
      await Promise.all([one.write(rows(51, 60)), other.write(rows(31, 60))])
      await other.write(rows(61, 70))
      await one.write(rows(61, 80)) // it does not know how far the other came
      t.same(
        await offsets(store),
        Array.from({ length: 80 }, (_, i) => i + 1)
      )
      t.match(await proven(store), { ok: true, links: 80 })
    })

    t.test('of a replay of the whole log change nothing', async t => {
      const store = await open(t)
      await openChronicle(store).write(rows(1, 40))
      const again = openChronicle(store)
      for (const from of [1, 11, 21, 31]) await again.write(rows(from, from + 9))
      t.same((await offsets(store)).length, 40)
    })

    t.test('of a log that was begun anew are linked, though its places are counted from the start again', async t => {
      const store = await open(t)
      await openChronicle(store).write(rows(1, 20))
      const anew = Array.from({ length: 5 }, (_, i) => row(100 + i, i + 1))
      await openChronicle(mortal(store, { at: 2, after: false }))
        .write(anew)
        .catch(() => {})
      await openChronicle(store).write(anew)
      await openChronicle(store).write(anew)
      t.same((await offsets(store)).slice(20), [1, 2, 3, 4, 5])
      t.match(await proven(store), { ok: true, links: 25, rows: 25 })
    })
  })
}

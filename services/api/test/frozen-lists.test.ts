import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { storeUnavailable } from '@huiyin/domain/errors.ts'
import { type FrozenRow, freezeList, frozenList, frozenRows, removeList } from '@huiyin/ports/frozen-lists.ts'
import type { Records } from '@huiyin/ports/records.ts'
import fc from 'fast-check'
import t, { type Test } from 'tap'

const STORES: Record<string, (t: Test) => Promise<Records>> = {
  memory: async () => memoryStore({ searchLags: true }).records,
  sqlite: async t => {
    const { store, close } = await openSqlite({ folder: t.testdir() })
    t.teardown(close)
    return store.records
  }
}

async function* each<V>(values: readonly V[]) {
  yield* values
}

const HEAD = { by: 'li', act: { type: 'acknowledge' }, steps: [{ type: 'acknowledge' }], madeAt: 0 } as const

/** All rows, read in steps as a job does that is taken over now and then. */
async function walked(records: Records, id: string, atMost: readonly number[]): Promise<FrozenRow[]> {
  const rows: FrozenRow[] = []
  for (let i = 0; ; i++) {
    const page = await frozenRows(records, id, { from: rows.length, atMost: atMost[i % atMost.length]! })
    if (page.length === 0) return rows
    rows.push(...page)
  }
}

for (const [name, open] of Object.entries(STORES))
  t.test(`a frozen list, kept in ${name},`, async t => {
    const records = await open(t)
    let lists = 0

    t.test('holds each ticket once in the order in which they came, however it is walked', async t => {
      const row = fc
        .tuple(
          fc.nat(700).map(n => `weibo/1001/p/${n}/by/网友`),
          fc.nat(99)
        )
        .map((row): FrozenRow => row)
      const property = fc.asyncProperty(
        fc.array(row, { maxLength: 900, size: 'max' }),
        fc.array(fc.integer({ min: 1, max: 250 }), { minLength: 1, maxLength: 5 }),
        async (rows, steps) => {
          const id = `list-${++lists}`
          const total = await freezeList(records, { id, ...HEAD, steps: [...HEAD.steps] }, each(rows))
          const wanted = [...new Map(rows.toReversed().map(row => [row[0], row] as const)).values()]
          const firsts = rows.filter((row, i) => rows.findIndex(other => other[0] === row[0]) === i)
          t.equal(total, wanted.length)
          t.same(await walked(records, id, steps), firsts)
          t.match(await frozenList(records, id), { total })
          await removeList(records, id)
          t.same([await frozenList(records, id), await walked(records, id, [100])], [undefined, []])
        }
      )
      await fc.assert(property, { numRuns: 25, seed: 20261122 })
    })

    t.test('whose removal was cut short is removed wholly by the next', async t => {
      const rows = Array.from({ length: 500 }, (_, i): FrozenRow => [`weibo/1001/p/${i}/by/网友`, 1])
      await freezeList(records, { id: 'cut', ...HEAD, steps: [...HEAD.steps] }, each(rows))
      let removals = 0
      const dying: Records = {
        ...records,
        remove: async (kind, id) => {
          if (++removals > 1) throw storeUnavailable(new Error('cut'))
          await records.remove(kind, id)
        }
      }
      await t.rejects(removeList(dying, 'cut'), { code: 'STORE_UNAVAILABLE' })
      await removeList(records, 'cut')
      for (const from of [0, 200, 400]) t.same(await frozenRows(records, 'cut', { from, atMost: 200 }), [])
    })

    t.test('is none until all of it is kept', async t => {
      async function* broken() {
        yield ['a', 1] as const
        throw new Error('the store went away')
      }
      await t.rejects(freezeList(records, { id: 'half', ...HEAD, steps: [...HEAD.steps] }, broken()))
      t.equal(await frozenList(records, 'half'), undefined)
      await records.refresh()
      t.match(await records.due('bulk-list', 60 * 60_000, 10), [{ id: 'half' }], 'it is found and tidied up')
    })

    t.test('holds fifty thousand tickets at most', async t => {
      const many = Array.from({ length: 50_001 }, (_, i): FrozenRow => [`t${i}`, 1])
      const of = { id: 'many', ...HEAD, steps: [...HEAD.steps] }
      await t.rejects(freezeList(records, of, each(many)), { code: 'TOO_MANY' })
      t.equal(await freezeList(records, of, each(many.slice(1))), 50_000)
      t.same((await walked(records, 'many', [200])).length, 50_000)
    })
  })

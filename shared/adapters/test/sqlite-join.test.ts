import { note, parseNote } from '@huiyin/ports/contracts/event-log-fixtures.ts'
import t, { type Test } from 'tap'
import { joinSqlite } from '../src/sqlite/join.ts'
import { freshSqlite } from './sqlite-folder.ts'

async function twoOnOneFile(t: Test) {
  const own = await freshSqlite()
  const joined = joinSqlite(own.neighbour())
  t.teardown(async () => {
    await joined.close()
    await own.close()
  })
  return { own, joined }
}

t.test('who joins the file that another thread has open', async t => {
  t.test('reads on as soon as the other has appended, and the other way round', async t => {
    const { own, joined } = await twoOnOneFile(t)
    const here = own.log('notes', { parse: parseNote })
    const there = joined.log('notes', { parse: parseNote })
    for (const [reads, appends, group] of [
      [there, here, 'there'],
      [here, there, 'here']
    ] as const) {
      const batches = reads.read({ group, atMost: 10 })[Symbol.asyncIterator]()
      await appends.append([note('a', `before ${group}`)])
      await (await batches.next()).value!.commit()
      const waiting = batches.next()
      await appends.append([note('a', `for ${group}`)])
      const { value } = await waiting
      t.match(value!.events.at(-1), { text: `for ${group}` })
      await batches.return?.()
    }
    t.equal(await here.lag('there'), await there.lag('there'))
  })

  t.test('numbers its events behind those of the other', async t => {
    const { own, joined } = await twoOnOneFile(t)
    const logs = [own, joined].map(({ log }) => log('notes', { parse: parseNote }))
    const positions = await Promise.all(
      Array.from({ length: 40 }, (_, i) => logs[i % 2]!.append([note('a', String(i)), note('b', String(i))]))
    )
    const offsets = positions.flat().map(({ offset }) => Number(offset))
    t.same(
      offsets.toSorted((a, b) => a - b),
      Array.from({ length: 80 }, (_, i) => i + 1)
    )
  })

  t.test('finds the records that the other has put, and claims none twice', async t => {
    const { own, joined } = await twoOnOneFile(t)
    await own.store.records.put('seat', { id: 'one', value: 'taken here' })
    t.match(await joined.records.get('seat', 'one'), { document: { value: 'taken here' } })
    const claims = [own.store.records, joined.records].map(records => records.create('seat', { id: 'two', value: 1 }))
    t.same((await Promise.all(claims)).toSorted(), [false, true])
  })

  t.test('is told so when the other has closed the file', async t => {
    const own = await freshSqlite()
    const joined = joinSqlite(own.neighbour())
    await own.close()
    await t.rejects(joined.records.put('seat', { id: 'one', value: 1 }), { code: 'STORE_UNAVAILABLE' })
    await t.rejects(joined.log('notes', { parse: parseNote }).append([note('a', 'late')]), { code: 'LOG_UNAVAILABLE' })
    await joined.close()
  })

  t.test('leaves the file open when it goes', async t => {
    const own = await freshSqlite()
    t.teardown(own.close)
    const joined = joinSqlite(own.neighbour())
    await joined.records.put('seat', { id: 'one', value: 1 })
    await joined.close()
    await own.store.records.put('seat', { id: 'two', value: 2 })
    t.equal((await own.store.records.list('seat', { atMost: 5 })).length, 2)
  })
})

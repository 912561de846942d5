import { comment, NOON, puts, ticket } from '@huiyin/ports/contracts/fixtures.ts'
import type { Rebuilder } from '@huiyin/ports/rebuild.ts'
import type { RebuildRow } from '@huiyin/ports/rebuild-row.ts'
import { openRebuilds, type Rebuilds } from '@huiyin/ports/rebuilds.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import t from 'tap'
import { memoryStore } from '../src/memory/store.ts'
import { newPrefix, open, skip, sweep } from './elasticsearch-opened.ts'
import { freshSqlite } from './sqlite-folder.ts'

const clock = { now: () => NOON }

function desk({ records, rebuilder }: { records: Records; rebuilder: Rebuilder }, worker = 'w1') {
  const told: HouseEvent[] = []
  const append = async (events: readonly HouseEvent[]) => {
    told.push(...events)
    return events.map(() => ({ partition: 0, offset: '0' }))
  }
  const time = { now: 0 }
  const tell = teller({ append }, clock)
  return {
    ...openRebuilds({ records, rebuilder, clock, tell, worker, monotonic: () => time.now }),
    told,
    time
  }
}

async function toTheEnd(rebuilds: Rebuilds): Promise<RebuildRow> {
  let row = await rebuilds.work()
  while (row.endedAt === undefined) row = await rebuilds.work()
  return row
}

const asked = { back: false, by: 'li' }

t.test('a rebuild of a house', async t => {
  t.test('in memory has nothing to do', async t => {
    await t.rejects(desk(memoryStore()).start(asked), { code: 'REBUILD_FAILED' })
  })

  t.test('whose copy turns out to be another keeps what serves, and says what differs', async t => {
    const { store, close } = await freshSqlite()
    t.teardown(close)
    await store.tickets.putEach(puts(ticket({ id: 'a' })))
    const lying: Rebuilder = {
      ...store.rebuilder,
      async *verify(copying) {
        yield* store.rebuilder.verify(copying)
        return { documents: 1, checksum: '00', differs: 'one is missing' }
      }
    }
    const rebuilds = desk({ records: store.records, rebuilder: lying })
    await rebuilds.start({ ...asked, only: ['tickets'] })
    const row = await toTheEnd(rebuilds)
    t.match(row.failed, /^tickets: .*one is missing/)
    t.match(row.parts, [{ part: 'tickets', state: 'failed' }])
    t.match((await rebuilds.status()).parts[0], { serving: 'tickets@1', kept: undefined })
    t.same(rebuilds.told, [], 'nothing is told of what did not happen')
    const honest = desk(store)
    await honest.start({ ...asked, only: ['tickets'] })
    t.equal((await toTheEnd(honest)).failed, undefined)
    t.match(honest.told, [{ type: 'index.rebuilt', ticket: subjectOf('rebuild', 'tickets'), actor: { id: 'li' } }])
  })

  t.test('is one at a time; what another process left is taken over after ten seconds', async t => {
    const { store, close } = await freshSqlite()
    t.teardown(close)
    await store.tickets.putEach(puts(ticket({ id: 'a' })))
    const [first, second] = [desk(store, 'w1'), desk(store, 'w2')]
    await first.start(asked)
    await t.rejects(second.start({ ...asked, only: ['comments'], back: true }), { code: 'REBUILD_RUNNING' })
    await t.rejects(second.drop(), { code: 'REBUILD_RUNNING' })
    await second.start(asked)
    await first.work()
    await second.work()
    await first.work()
    await t.rejects(second.work(), { code: 'REBUILD_RUNNING' }, 'the other one is alive')
    const third = desk(store, 'w3')
    await third.work()
    third.time.now = 9_999
    t.equal((await third.work()).worker, 'w1')
    third.time.now = 10_000
    t.equal((await third.work()).worker, 'w3')
    t.equal((await toTheEnd(third)).failed, undefined)
  })

  t.test('goes through all families on an engine, the records in which it stands too', { skip }, async t => {
    const prefix = newPrefix()
    const store = open(prefix)
    t.teardown(async () => {
      await store.close()
      await sweep(prefix)
    })
    await store.ready()
    await store.tickets.putEach(puts(ticket({ id: 'a' })))
    const MONTH = 31 * 86_400_000
    await store.comments.putEach(
      puts(comment({ id: 'a', publishedAt: NOON }), comment({ id: 'b', publishedAt: NOON - MONTH }))
    )
    const rebuilds = desk(store)
    await rebuilds.start(asked)
    const row = await toTheEnd(rebuilds)
    t.equal(row.failed, undefined)
    t.same(
      row.parts.map(({ part, state }) => [part, state]),
      ['tickets', 'comments-2026-11', 'comments-2026-10', 'history', 'records', 'trail'].map(part => [part, 'swapped'])
    )
    const { parts } = await rebuilds.status()
    t.ok(parts.every(({ serving, kept }) => serving.endsWith('-000002') && kept?.endsWith('-000001')))
    t.equal(rebuilds.told.length, 6)
    t.ok(await store.tickets.get('a'))
  })
})

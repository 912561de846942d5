import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { eventLogContract } from '@huiyin/ports/contracts/event-log.ts'
import {
  drain,
  firstBatch,
  note,
  type OpenLog,
  parseNote,
  place,
  range,
  readUntil,
  textsOf
} from '@huiyin/ports/contracts/event-log-fixtures.ts'
import t, { type Test } from 'tap'
import { openSqlite } from '../src/sqlite/open.ts'

const open: OpenLog = async t => {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-log-'))
  const opening = () => openSqlite({ folder })
  let opened = await opening()
  t.teardown(async () => {
    await opened.close()
    await rm(folder, { recursive: true })
  })
  const log = () => opened.log('notes', { parse: parseNote })
  return {
    log: log(),
    again: async () => {
      await opened.close()
      opened = await opening()
      return log()
    },
    raw: async value => appendRaw(join(folder, 'huiyin.db'), value)
  }
}

function appendRaw(file: string, value: string) {
  const db = new DatabaseSync(file, { timeout: 5000 })
  db.exec('begin immediate')
  const row = db
    .prepare(`
      insert into topics (name, last) values ('notes', 1)
      on conflict (name) do update set last = last + 1
      returning topic, last
    `)
    .get()
  db.prepare('insert into events (topic, n, appended_at, event) values (?, ?, 0, ?)').run(
    row!.topic!,
    row!.last!,
    value
  )
  db.exec('commit')
  db.close()
}

eventLogContract('sqlite', open, { shares: false })

async function dated(t: Test) {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-log-'))
  let now = 1000
  const opened = await openSqlite({ folder, clock: { now: () => now } })
  t.teardown(async () => {
    await opened.close()
    await rm(folder, { recursive: true })
  })
  const setNow = (time: number) => {
    now = time
  }
  return { log: opened.log('notes', { parse: parseNote }), other: opened.log('others', { parse: parseNote }), setNow }
}

t.test(
  'prune forgets what is older than the instant, in its topic alone, and numbers are never used again',
  async t => {
    const { log, other, setNow } = await dated(t)
    await log.append(range(450, n => note('a', `old ${n}`)))
    await other.append([note('a', 'old too')])
    setNow(2000)
    const [last] = await log.append([note('a', 'new')])
    t.equal(await log.prune(2000), 450)
    t.equal(await log.lag('reader'), 1)
    t.strictSame(await textsOf(log, 'reader'), ['new'])
    t.equal(await other.lag('reader'), 1)

    t.equal(await log.prune(2001), 1)
    t.equal(await log.prune(2001), 0)
    const [next] = await log.append([note('a', 'newest')])
    t.equal(Number(next?.offset), Number(last?.offset) + 1)
    t.strictSame(await textsOf(log, 'reader'), ['newest'], 'a reader that had everything misses nothing')
  }
)

t.test('of two readers of one group in this process the second waits, and goes on where the first ended', async t => {
  const { log } = await dated(t)
  await log.append(range(10, n => note('a', String(n))))
  const places: string[] = []
  const second = Promise.withResolvers<Promise<void>>()
  await readUntil(log, { group: 'reader', atMost: 4 }, async ({ positions }) => {
    places.push(...positions.map(place))
    second.resolve(drain(log, 'reader', batch => places.push(...batch.positions.map(place)), 4))
    t.equal(places.length, 4, 'the second has nothing at hand')
    return true
  })
  await second.promise
  t.equal(new Set(places).size, 10)
  t.equal(places.length, 10)
})

t.test('topics are apart, and what one handle appends wakes the reader of another', async t => {
  const { log, other } = await dated(t)
  const waiting = firstBatch(other, 'reader')
  await log.append([note('a', 'not for the other')])
  await other.append([note('a', 'for the other')])
  t.strictSame((await waiting).events, [note('a', 'for the other')])
})

t.test('a log that is closed ends its readers and takes no more', async t => {
  const { log, other } = await dated(t)
  const reading = readUntil(log, { group: 'reader' }, () => false)
  await log.close()
  await t.resolves(reading)
  await t.rejects(log.append([note('a', 'late')]), { code: 'LOG_UNAVAILABLE' })
  await t.resolves(other.append([note('a', 'the other goes on')]))
})

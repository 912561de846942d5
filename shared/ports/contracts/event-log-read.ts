import { setTimeout as pause } from 'node:timers/promises'
import type { Test } from 'tap'
import { type Batch, type EventLog, partsOf, type Unreadable } from '../src/event-log.ts'
import { drain, firstBatch, type Note, note, type OpenLog, range, readUntil, textsOf } from './event-log-fixtures.ts'

export async function reading(t: Test, open: OpenLog) {
  t.test('hands out again what a reader did not commit', async t => {
    const { log } = await open(t)
    await log.append([note('a', 'first')])
    t.equal((await firstBatch(log, 'reader')).events[0]?.text, 'first')
    t.strictSame(await textsOf(log, 'reader'), ['first'])
  })

  t.test('hands out again to another connection what a reader took and did not commit', async t => {
    const { log, again } = await open(t)
    await log.append([note('a', 'first'), note('a', 'second')])
    await firstBatch(log, 'reader')
    t.strictSame(await textsOf(await again(), 'reader'), ['first', 'second'])
  })

  t.test('does not hand out again what was committed', async t => {
    const { log, again } = await open(t)
    await log.append([note('a', 'first')])
    await drain(log, 'reader')
    await log.append([note('a', 'second')])
    t.strictSame(await textsOf(await again(), 'reader'), ['second'])
  })

  t.test('begins at the beginning for a group that is new', async t => {
    const { log } = await open(t)
    await log.append([note('a', 'first')])
    await drain(log, 'one group')
    await log.append([note('a', 'second')])
    t.strictSame(await textsOf(log, 'another group'), ['first', 'second'])
  })

  t.test('hands a waiting reader what is appended later', async t => {
    const { log } = await open(t)
    const waiting = firstBatch(log, 'reader')
    await log.append([note('a', 'late')])
    t.equal((await waiting).events[0]?.text, 'late')
  })

  t.test('hands out at most so many events, each with its place, those of a partition in its order', async t => {
    const { log } = await open(t)
    await log.append(range(100, n => note(`key ${n % 20}`, String(n))))
    const sizes: number[] = []
    await drain(log, 'reader', batch => sizes.push(batchSize(t, batch)), 7)
    t.ok(Math.max(...sizes) <= 7, `at most 7, and it was ${Math.max(...sizes)}`)
  })

  t.test('hands out the next batch while the one before waits for its commit', async t => {
    const { log, again } = await open(t)
    await log.append(range(6, n => note('a', String(n))))
    const batches = log.read({ group: 'reader', atMost: 2 })[Symbol.asyncIterator]()
    const [first, second] = [await batches.next(), await batches.next()]
    await first.value.commit()
    await second.value.commit()
    await batches.return?.()
    t.strictSame((await textsOf(await again(), 'reader')).slice(0, 2), ['4', '5'])
  })

  t.test('stops a reader before what only a later release can read, every time', async t => {
    const { log, again, raw } = await open(t)
    await raw(JSON.stringify({ ...note('a', 'unknown'), of: 'a later release' }))
    await log.append([note('a', 'after')])
    const stops = (connection: typeof log) =>
      t.rejects(
        readUntil(connection, { group: 'reader', atMost: 1 }, () => false),
        { code: 'EVENT_UNKNOWN' }
      )
    await stops(log)
    await stops(await again()) // the first one may be closed by it
  })

  t.test('hands out what cannot be parsed with its reason, and the rest flows on', async t => {
    const { log, raw } = await open(t)
    await log.append([note('a', 'before')])
    await raw('{"key":"a","te')
    await raw('{"key":"a","number":1}')
    await log.append([note('a', 'after')])
    const unreadable: Unreadable[] = []
    const texts: string[] = []
    await drain(log, 'reader', batch => {
      unreadable.push(...batch.unreadable)
      texts.push(...batch.events.map(({ text }) => text))
    })
    t.same(new Set(texts), new Set(['before', 'after']))
    const reasons = new Map(unreadable.map(({ raw, reason }) => [raw, reason]))
    t.same(new Set(reasons.keys()), new Set(['{"key":"a","te', '{"key":"a","number":1}']))
    t.match(reasons.get('{"key":"a","number":1}'), /expected \{ key, text \}/)
    t.equal(await log.lag('reader'), 0)
  })

  t.test('ends with the signal while it waits', async t => {
    const { log } = await open(t)
    const leaving = new AbortController()
    const ended = takeAll(log, leaving.signal)
    await pause(50)
    leaving.abort()
    t.strictSame(await ended, [])
    t.strictSame(await takeAll(log, AbortSignal.abort()), [])
  })

  t.test('ends with the signal after the batch at hand, which can still be committed', async t => {
    const { log } = await open(t)
    await log.append(range(3, n => note('a', String(n))))
    const leaving = new AbortController()
    const taken = await takeAll(log, leaving.signal, async batch => {
      leaving.abort()
      await batch.commit()
    })
    t.strictSame(taken, ['0'])
    t.strictSame((await textsOf(log, 'reader')).slice(0, 2), ['1', '2'])
  })
}

async function takeAll(
  log: EventLog<Note>,
  signal: AbortSignal,
  visit: (batch: Batch<Note>) => Promise<void> = batch => batch.commit()
) {
  const texts: string[] = []
  for await (const batch of log.read({ group: 'reader', atMost: 1, signal })) {
    texts.push(...batch.events.map(({ text }) => text))
    await visit(batch)
  }
  return texts
}

function batchSize(t: Test, batch: Batch<Note>): number {
  t.equal(batch.positions.length, batch.events.length)
  for (const { partition, rows } of partsOf(batch)) {
    const offsets = rows.map(({ position }) => BigInt(position.offset))
    t.ok(
      offsets.every((offset, index) => index === 0 || offset > offsets[index - 1]!),
      `partition ${partition} in its order`
    )
  }
  return batch.events.length
}

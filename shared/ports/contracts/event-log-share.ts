import { setTimeout as pause } from 'node:timers/promises'
import type { Test } from 'tap'
import type { Batch, EventLog } from '../src/event-log.ts'
import {
  drain,
  type EventLogAbilities,
  type Note,
  note,
  type OpenLog,
  place,
  range,
  readUntil
} from './event-log-fixtures.ts'

export async function sharing(t: Test, open: OpenLog, { shares = true }: EventLogAbilities) {
  const apart = shares ? false : 'this log has one owner, who does not share it'
  t.test('two readers of one group share the work, and see every place once', { skip: apart }, async t => {
    const { log, again } = await open(t)
    const shared = await shareTheWork([log, await again()])
    const places = shared.seen.flat()
    t.equal(new Set(places).size, places.length, 'no place was handed out twice')
    t.strictSame(
      shared.appended.filter(at => !places.includes(at)),
      [],
      'no place was left out'
    )
  })

  t.test('what one reader leaves, the other goes on with', { skip: apart }, async t => {
    const { log, again } = await open(t)
    const other = await again()
    const appended = (await log.append(range(50, n => note(`key ${n}`, String(n))))).map(place)
    const places: string[] = []
    const visit = ({ positions }: Batch<Note>) => places.push(...positions.map(place))
    await readUntil(log, { group: 'reader', atMost: 5 }, batch => visit(batch) > 0)
    await drain(other, 'reader', visit)
    t.equal(new Set(places).size, places.length)
    t.ok(appended.every(at => places.includes(at)))
  })
}

/** Appends until each reader had something, and all of it is read. */
async function shareTheWork(logs: EventLog<Note>[]) {
  const seen: string[][] = logs.map(() => [])
  const appended: string[] = []
  const leaving = new AbortController()
  const readers = logs.map(async (log, reader) => {
    for await (const batch of log.read({ group: 'reader', atMost: 10, signal: leaving.signal })) {
      seen[reader]!.push(...batch.positions.map(place))
      await batch.commit()
    }
  })

  while (seen.some(places => places.length === 0)) {
    appended.push(...(await logs[0]!.append(range(60, n => note(`key ${n}`, String(n))))).map(place))
    while ((await logs[0]!.lag('reader')) > 0) await pause(20)
  }
  leaving.abort()
  await Promise.all(readers)
  return { seen, appended }
}

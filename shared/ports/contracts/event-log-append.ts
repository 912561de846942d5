import type { Test } from 'tap'
import type { Batch } from '../src/event-log.ts'
import {
  drain,
  type EventLogAbilities,
  type Note,
  note,
  type OpenLog,
  place,
  range,
  textsOf
} from './event-log-fixtures.ts'

const KB = 1024

export async function appending(t: Test, open: OpenLog, { doubles = false }: EventLogAbilities) {
  t.test('what was acknowledged can be read, in its order within each key', async t => {
    const { log } = await open(t)
    for (const round of range(5, String)) {
      await log.append(range(30, n => note(`key ${n % 3}`, `${n % 3}: ${round}.${String(n).padStart(2, '0')}`)))
    }
    const texts = await textsOf(log, 'reader', 7)
    t.equal(texts.length, 150)
    for (const key of range(3, String)) {
      const ofKey = texts.filter(text => text.startsWith(key))
      t.strictSame(ofKey, ofKey.toSorted())
    }
  })

  t.test('an append answers where each of its events stands', async t => {
    const { log } = await open(t)
    const texts = range(40, String)
    const positions = await log.append(texts.map(text => note(`key ${text}`, text)))
    const found = new Map<string, string>()
    await drain(log, 'reader', batch => eachPlace(batch, (at, { text }) => found.set(at, text)))
    t.strictSame(
      positions.map(position => found.get(place(position))),
      texts
    )
  })

  t.test('events come back as they were, in any script', async t => {
    const { log } = await open(t)
    const written = note('weibo/张三/🚰', '水管爆了 💦\n"谢谢" \u2028')
    await log.append([written])
    const read: Note[] = []
    await drain(log, 'reader', batch => read.push(...batch.events))
    t.strictSame(read[0], written)
  })

  t.test('an append of nothing answers with nothing', async t => {
    const { log } = await open(t)
    t.strictSame(await log.append([]), [])
    t.equal(await log.lag('reader'), 0)
  })

  t.test('many appends at once are all readable when all were acknowledged, in the order of the calls', async t => {
    const { log } = await open(t)
    const texts = range(50, n => String(n).padStart(2, '0'))
    await Promise.all(texts.map(text => log.append([note('one key', text)])))
    t.strictSame(await textsOf(log, 'reader'), texts)
  })

  t.test('5,000 events of 700 bytes under one key go in with one call', async t => {
    const { log } = await open(t)
    const texts = range(5000, n => `${String(n).padStart(4, '0')} ${'字'.repeat(220)}`)
    await log.append(texts.map(text => note('one key', text)))
    t.strictSame(await textsOf(log, 'reader', 1000), texts)
  })

  t.test('an event of 256 KB is taken', async t => {
    const { log } = await open(t)
    await log.append([sized(256 * KB)])
    t.equal((await textsOf(log, 'reader'))[0]?.length, sized(256 * KB).text.length)
  })

  t.test('an event over 256 KB is refused, and nothing of its call is written', async t => {
    const { log } = await open(t)
    await t.rejects(log.append([note('a', 'beside it'), sized(256 * KB + 1)]), { code: 'EVENT_TOO_LARGE' })
    await log.append([note('a', 'afterwards')])
    t.strictSame(await textsOf(log, 'reader'), ['afterwards'])
  })

  t.test('the lag is what a group has still to read', async t => {
    const { log } = await open(t)
    t.equal(await log.lag('reader'), 0)
    await log.append(range(30, n => note(`key ${n}`, String(n))))
    if (doubles) t.ok((await log.lag('reader')) >= 30)
    else t.equal(await log.lag('reader'), 30)

    let left = await log.lag('reader')
    await drain(log, 'reader', ({ events }) => (left -= events.length), 10)
    t.equal(left, 0)
    t.equal(await log.lag('reader'), 0)
    t.ok((await log.lag('another reader')) >= 30)
  })
}

function eachPlace({ positions, events }: Batch<Note>, visit: (at: string, event: Note) => void) {
  for (const [index, event] of events.entries()) visit(place(positions[index]!), event)
}

/** A note of exactly so many bytes as JSON, most of them in characters of three. */
function sized(bytes: number): Note {
  const left = bytes - JSON.stringify(note('a', '')).length
  return note('a', '字'.repeat(Math.floor(left / 3)) + '.'.repeat(left % 3))
}

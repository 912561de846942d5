import { setTimeout as pause } from 'node:timers/promises'
import type { Test } from 'tap'
import type { Batch, EventLog } from '../src/event-log.ts'
import { type Note, note, type OpenLog, range } from './event-log-fixtures.ts'

export async function following(t: Test, open: OpenLog) {
  t.test('sees what is appended from now on, in its order, and nothing of before', async t => {
    const { log } = await open(t)
    await log.append(range(20, n => note(`key ${n}`, 'old')))
    const { texts, leave } = await follower(log)
    await log.append(range(20, n => note('one key', `new ${n}`)))
    while (!texts.includes('new 19')) await pause(10)
    await leave()
    t.notOk(texts.includes('old'))
    t.strictSame(
      [...new Set(texts)].filter(text => text.startsWith('new')),
      range(20, n => `new ${n}`)
    )
  })

  t.test('sees as many of before as it asks for, and says from where on it sees everything', async t => {
    const { log } = await open(t)
    const positions = await log.append(range(20, n => note('one key', `old ${n}`)))
    const leaving = new AbortController()
    const following = log.follow({ signal: leaving.signal, back: 5 })
    const seen: string[] = []
    const ended = collect(following, ({ events, positions: at }) => {
      seen.push(...events.map(({ text }, i) => `${text} at ${at[i]!.offset}`))
      if (seen.length >= 6) leaving.abort()
    })
    const from = await following.from
    await log.append([note('one key', 'new')])
    await ended
    t.equal(from.get(positions[15]!.partition), positions[15]!.offset)
    t.strictSame(
      seen.slice(0, 5),
      range(5, n => `old ${15 + n} at ${positions[15 + n]!.offset}`)
    )
    t.match(seen[5], /^new at /)
  })

  t.test('each follower sees everything, and no group is moved', async t => {
    const { log } = await open(t)
    const followers = [await follower(log), await follower(log)]
    await log.append([note('a', 'for all')])
    for (const { texts } of followers) while (!texts.includes('for all')) await pause(10)
    await Promise.all(followers.map(({ leave }) => leave()))
    t.ok((await log.lag('reader')) > 0)
  })

  t.test('ends with the signal', async t => {
    const { log } = await open(t)
    const leaving = new AbortController()
    const ended = collect(log.follow({ signal: leaving.signal }), () => {})
    await pause(50)
    leaving.abort()
    await t.resolves(ended)
  })
}

/** A follower that is ready, as the first of the pings that it has seen proves. */
async function follower(log: EventLog<Note>) {
  const leaving = new AbortController()
  const texts: string[] = []
  const following = log.follow({ signal: leaving.signal })
  const ended = collect(following, ({ events }) => texts.push(...events.map(({ text }) => text)))
  while (texts.length === 0) {
    await log.append([note('ping', 'ping')])
    await pause(10)
  }
  const leave = () => {
    leaving.abort()
    return ended
  }
  return { texts, leave }
}

async function collect(batches: AsyncIterable<Batch<Note>>, visit: (batch: Batch<Note>) => unknown) {
  for await (const batch of batches) {
    visit(batch)
    await batch.commit()
  }
}

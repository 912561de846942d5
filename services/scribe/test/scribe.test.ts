import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { silent } from '@huiyin/ports/logger.ts'
import { system } from '@huiyin/schemas/actor.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import t from 'tap'
import { run } from '../src/run.ts'

const event = (n: number): HouseEvent => ({
  id: `weibo/1/7/1/by/9#${n}`,
  key: 'weibo/1/7/1',
  ticket: 'weibo/1/7/1/by/9',
  n,
  type: 'turn.citizen',
  at: 1,
  actor: system('desk'),
  data: {}
})

t.test('the scribe', async t => {
  t.test('writes each event once, with the place where it was first seen', async t => {
    const { history, trail, records } = memoryStore()
    const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
    await events.append([event(1), event(2), event(1)])
    const done = new AbortController()
    const running = run({ events, history, trail, records, clock: { now: () => 1 }, logger: silent }, done.signal)
    while ((await events.lag('scribe')) > 0) await new Promise(resolve => setTimeout(resolve, 5))
    done.abort()
    await running
    const rows = await history.of(event(1).ticket, { atMost: 10 })
    t.same(
      rows.map(({ n, offset }) => [n, offset]),
      [
        [1, '0'],
        [2, '1']
      ]
    )
  })

  t.test('writes what happened to a person by their own name, though it stands on no ticket', async t => {
    const { history, trail, records } = memoryStore()
    const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
    const person = { key: 'person/li', ticket: 'person/li', actor: system('api') }
    await events.append([
      { ...event(1), ...person, id: 'person/li#b', n: 2_000, type: 'session.begun' },
      { ...event(1), ...person, id: 'person/li#a', n: 2_000, type: 'session.refused' }
    ])
    const done = new AbortController()
    const running = run({ events, history, trail, records, clock: { now: () => 1 }, logger: silent }, done.signal)
    while ((await events.lag('scribe')) > 0) await new Promise(resolve => setTimeout(resolve, 5))
    done.abort()
    await running
    const rows = await history.of('person/li', { atMost: 10 })
    t.same(rows.map(({ type }) => type).toSorted(), ['session.begun', 'session.refused'])
  })
})

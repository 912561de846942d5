import { openPublisher } from '@huiyin/ports/publisher.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { memoryEventLog } from '../src/memory/event-log.ts'

const event = (ticket: string, n: number): HouseEvent => ({
  id: `${ticket}#${n}`,
  key: ticket,
  ticket,
  n,
  type: 'ticket.tagged',
  at: n,
  actor: { id: 'wang', name: '王', role: 'editor' },
  data: {}
})

const carrying = (id: string, ...ns: number[]) => ({ id, unpublished: ns.map(n => event(id, n)) }) as unknown as Ticket

/** A log that takes nothing until it is let, and tells what came in each append. */
function slowLog() {
  const log = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const appends: string[][] = []
  let gate = Promise.withResolvers<void>()
  return {
    appends,
    release: () => {
      gate.resolve()
      gate = Promise.withResolvers()
    },
    log: {
      ...log,
      append: async (events: readonly HouseEvent[]) => {
        appends.push(events.map(({ id }) => id))
        await gate.promise
        return log.append(events)
      }
    }
  }
}

t.test('what is published while a sending is on its way goes with the next as one, in order and once', async t => {
  const { log, appends, release } = slowLog()
  const publisher = openPublisher(log)
  const first = publisher.publish([carrying('a', 1)])
  await Promise.resolve()
  const rest = [
    publisher.publish([carrying('a', 1, 2)]),
    publisher.publish([carrying('b', 7)]),
    publisher.publish([carrying('a', 1, 2, 3)])
  ]
  release()
  await first
  await new Promise(setImmediate)
  release()
  await Promise.all(rest)
  t.same(appends, [['a#1'], ['a#2', 'a#3', 'b#7']])
  t.same(publisher.unsent(carrying('a', 1, 2, 3, 4)), [event('a', 4)])
})

t.test('who published hears that the log refused, and the next sending brings it again', async t => {
  const log = memoryEventLog({ parse: parser(HouseEvent, 'event') })
  const publisher = openPublisher(log)
  await log.close()
  await t.rejects(publisher.publish([carrying('a', 1)]), { code: 'LOG_UNAVAILABLE' })
  await publisher.idle()
  t.same(publisher.unsent(carrying('a', 1)), [event('a', 1)])
})

import { act, openDesk } from '@huiyin/ports/act.ts'
import { ticket } from '@huiyin/ports/contracts/fixtures.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { Check } from 'typebox/value'
import { readingEarlier } from '../src/earlier-tickets.ts'
import { memoryEventLog } from '../src/memory/event-log.ts'
import { memoryStore } from '../src/memory/store.ts'

/** As it was written before clocks had targets and cases had cycles. */
function earlier(status: 'open' | 'answered'): Ticket {
  const { cycles, dispatches, bornAt, clocks, ...rest } = ticket({ id: `weibo/1/p/c/by/${status}`, status })
  const [{ id, kind, policy, urgent, startedAt, dueAt, dueSetBy, warned } = clocks[0]!] = clocks
  const stopped = status === 'open' ? {} : { stoppedAt: startedAt + 1, outcome: 'met' }
  return { ...rest, clocks: [{ id, kind, policy, urgent, startedAt, dueAt, dueSetBy, warned, ...stopped }] } as never
}

t.test('a ticket that an earlier version wrote', async t => {
  for (const status of ['open', 'answered'] as const) {
    t.test(`is read as one of now, and goes on: ${status}`, async t => {
      const { tickets } = memoryStore()
      const before = earlier(status)
      await tickets.putIfUnchanged(before)
      const found = await readingEarlier(tickets).get(before.id)
      t.ok(Check(Ticket, found?.document))
      t.match(found?.document.clocks, [{ dueAt: before.clocks[0]!.dueAt, cycle: 1 }])
      const events = memoryEventLog({ parse: parser(HouseEvent, 'event') })
      const desk = openDesk({ tickets: readingEarlier(tickets), events, clock: { now: () => before.openedAt + 1 } })
      const actor = { id: 'li', name: '李静', role: 'operator' }
      const { lastTurn } = found!.document
      const after = await act(desk, before.id, {
        ...(status === 'open'
          ? { type: 'acknowledge', actor, id: 'k' }
          : { type: 'correct', actor, id: 'k', sentiment: 'negative' }),
        ...{ seen: lastTurn }
      } as never)
      t.ok(Check(Ticket, after))
    })
  }

  t.test('of now is handed on as it is', async t => {
    const { tickets } = memoryStore()
    const now = ticket({ id: 'weibo/1/p/c/by/now' })
    await tickets.putIfUnchanged(now)
    t.same((await readingEarlier(tickets).get(now.id))?.document, now)
  })
})

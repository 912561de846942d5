import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import { approveReply, commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { act, openDesk } from '@huiyin/ports/act.ts'
import type { Channel, DeliveryOutcome, Notice } from '@huiyin/ports/channel.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { silent } from '@huiyin/ports/logger.ts'
import type { Delivery } from '@huiyin/schemas/alert.ts'
import { HouseEvent } from '@huiyin/schemas/event.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import t from 'tap'
import { tick } from '../src/tick.ts'
import { ticking } from './ticking.ts'

const HOUR = 3_600_000
const NINE = Date.parse('2026-11-23T09:00:00+08:00')
const LI = { id: 'li', name: '李静', role: 'operator' }

async function office({ urgent = false, answers = [] as DeliveryOutcome[] } = {}) {
  let now = NINE
  const clock = { now: () => now }
  const store = memoryStore({ searchLags: true })
  const desk = openDesk({
    tickets: store.tickets,
    events: memoryEventLog({ parse: parser(HouseEvent, 'event') }),
    clock,
    policy: DEFAULT_POLICY
  })
  const told: Notice[] = []
  const webhook: Channel = {
    name: 'webhook',
    deliver: async notice => {
      told.push(notice)
      return answers.shift() ?? { outcome: 'sent' }
    }
  }
  const ports = { desk, records: store.records, channels: [webhook], link: () => undefined, logger: silent }
  const { firstText, firstObservedAt, state, classification, ...observation } = comment({
    publishedAt: NINE,
    history: false,
    ours: false
  })
  const id = ticketId(observation)
  const judged = { ...classification!, label: 'complaint', confidence: 0.9, urgent } as const
  await act(desk, id, commentArrived(LI, observation, judged))
  const at = ticking(store, ports, instant => {
    now = instant
  })
  const deliveries = async () => {
    await store.records.refresh()
    return (await store.records.list<Delivery>('delivery', { atMost: 100 })).map(({ value }) => value)
  }
  return { at, told, desk, id, ports, deliveries, store }
}

const kinds = (told: readonly Notice[]) => told.map(({ alert }) => `${alert.kind} ${alert.point / HOUR}`)

t.test('the alerter', async t => {
  t.test('warns 12, 4 and 1 hours before and tells the breach, each once (R29, R40)', async t => {
    const { at, told } = await office()
    for (const hour of [1, 12, 12.1, 20, 23, 23.9, 24, 24.1, 30]) await at(NINE + hour * HOUR)
    t.same(kinds(told), ['warn 12', 'warn 4', 'warn 1', 'breach 0'])
  })

  t.test('tells only the nearest warning after it was away for long', async t => {
    const { at, told } = await office()
    await at(NINE + 21 * HOUR)
    t.same(kinds(told), ['warn 4'])
  })

  t.test('makes one row when two alerters look at the same moment (T12)', async t => {
    const { told, ports, store } = await office()
    await store.tickets.refresh()
    await Promise.all([tick(ports, NINE + 24 * HOUR), tick(ports, NINE + 24 * HOUR)])
    await store.records.refresh()
    await Promise.all([tick(ports, NINE + 24 * HOUR), tick(ports, NINE + 24 * HOUR)])
    t.same(kinds(told), ['breach 0'])
  })

  t.test('tells nothing any more once the citizen was answered (R34)', async t => {
    const { at, told, desk, id, deliveries } = await office({
      answers: [{ outcome: 'later', reason: 'busy', retryAfterMs: HOUR }]
    })
    await at(NINE + 12 * HOUR)
    const { lastTurn } = (await desk.tickets.get(id))!.document
    const { replies } = await act(desk, id, approveReply({ actor: LI, id: 'k', seen: lastTurn, text: '已处理。' }))
    await act(desk, id, { type: 'reply.confirmed', actor: LI, reply: replies[0]!.id, acceptedAt: NINE + 12 * HOUR })
    await at(NINE + 14 * HOUR)
    t.same(kinds(told), ['warn 12'])
    t.match(await deliveries(), [{ state: 'cancelled' }])
  })

  t.test('repeats an urgent alert of unknown fate and says so; any other is shown as unknown (R41)', async t => {
    const urgent = await office({ urgent: true, answers: [{ outcome: 'unknown', reason: 'no answer' }] })
    await urgent.at(NINE + HOUR)
    await urgent.at(NINE + HOUR + 61_000)
    t.same(
      urgent.told.map(({ perhapsRepeated }) => perhapsRepeated),
      [false, true]
    )

    const normal = await office({ answers: [{ outcome: 'unknown', reason: 'no answer' }] })
    await normal.at(NINE + 24 * HOUR)
    await normal.at(NINE + 25 * HOUR)
    t.equal(normal.told.length, 1)
    t.match(await normal.deliveries(), [{ state: 'unknown' }])
  })

  t.test('yields a warning to one who has taken the ticket, but not the breach (R33)', async t => {
    const { at, told, desk, id } = await office({ urgent: true })
    await act(desk, id, { type: 'acknowledge', actor: LI, id: 'k' })
    await at(NINE + HOUR / 2)
    await act(desk, id, { type: 'acknowledge', actor: LI, id: 'k2' })
    t.same(kinds(told), ['warn 0.5'])
    await at(NINE + HOUR)
    t.equal(told.at(-1)?.alert.kind, 'breach')
  })
})

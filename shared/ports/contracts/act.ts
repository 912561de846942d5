import { acknowledge, commentArrived, dismiss } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import t from 'tap'
import { type Addressed, act, actOnEach, openDesk } from '../src/act.ts'
import type { EventLog } from '../src/event-log.ts'
import type { Tickets } from '../src/tickets.ts'
import { type ContractOptions, classification, comment, MINUTE, NOON, type Opened, opener } from './fixtures.ts'

const LI = { id: 'li', name: '李静', role: 'operator' }
const ZHOU = { id: 'zhou', name: '周明', role: 'operator' }
const INQUIRY = { ...classification({}), label: 'inquiry', confidence: 0.9 } as const

/** Twenty things that one citizen says in one thread, the latest first. */
const said: Addressed[] = Array.from({ length: 20 }, (_, i) => {
  const {
    firstText,
    firstObservedAt,
    state,
    classification: _c,
    ...observation
  } = comment({
    comment: String(200 - i),
    root: '100',
    author: { id: 'a citizen' },
    publishedAt: NOON - i * MINUTE,
    ours: false,
    history: false
  })
  return { id: ticketId(observation), command: commentArrived(LI, observation, INQUIRY) }
})
const ID = said[0]!.id
/** Five working days from a Saturday: the end of Friday in Beijing. */
const CLOSES_AT = Date.parse('2026-11-28T00:00:00+08:00')

/** What is alike whoever was faster: all but the numbers of events and the order in which things were met. */
const outcome = ({ owed, openedAt, status, clocks, turns, label, urgent, met }: Ticket) => ({
  owed,
  openedAt,
  status,
  label,
  urgent,
  clocks: clocks.map(({ kind, startedAt, dueAt }) => ({ kind, startedAt, dueAt })),
  turns: turns.map(({ comment, at }) => ({ comment, at })),
  met: Object.entries(met).sort()
})

/** What changing tickets promises on every store of tickets. */
export function actContract(
  name: string,
  open: () => Promise<Opened<Tickets>>,
  { skip = false, events }: ContractOptions & { events: () => EventLog<HouseEvent> }
) {
  const on = opener(open)
  const deskOver = (tickets: Tickets) => openDesk({ tickets, events: events(), clock: { now: () => NOON + MINUTE } })

  t.test(`changing tickets on ${name}`, { skip }, async t => {
    t.test('who begins a thread again, or twice at once, has one ticket that has met it once', async t => {
      const { port } = await on(t)
      const [begins] = said.map(({ command }) => command.type === 'comment.arrived' && command.observation)
      const root = { ...(begins as Observation), comment: '100', id: 'the root' }
      const of = { id: ID, command: commentArrived(LI, root, INQUIRY) }
      await Promise.all([actOnEach(deskOver(port), [of]), actOnEach(deskOver(port), [of])])
      const once = (await port.get(ID))!
      await actOnEach(deskOver(port), [of, ...said.slice(0, 1)])
      t.strictSame(once.document.turns.length, 1)
      t.strictSame((await port.get(ID))!.document.turns.length, 2)
    })

    t.test('several commands of one ticket beside a competitor end as those of one alone', async t => {
      const alone = deskOver((await on(t)).port)
      await actOnEach(alone, said)
      const expected = outcome((await alone.tickets.get(ID))!.document)
      t.equal(expected.owed.length, 20)
      t.same(expected.clocks, [
        { kind: 'first', startedAt: NOON - 19 * MINUTE, dueAt: NOON - 19 * MINUTE + 24 * 60 * MINUTE },
        { kind: 'close', startedAt: NOON - 19 * MINUTE, dueAt: CLOSES_AT }
      ])

      const { port, again } = await on(t)
      const [one, other] = [deskOver(port), deskOver((await again?.()) ?? port)]
      await Promise.all([
        actOnEach(one, said.slice(0, 12)),
        actOnEach(other, said.slice(8)),
        ...said.slice(4, 10).map(({ id, command }) => actOnEach(other, [{ id, command }]))
      ])
      t.same(outcome((await port.get(ID))!.document), expected)
    })

    t.test('a batch said again changes nothing', async t => {
      const { port } = await on(t)
      const desk = deskOver(port)
      await actOnEach(desk, said)
      const before = await port.get(ID)
      await actOnEach(desk, said.toReversed())
      t.same(await port.get(ID), before)
    })

    t.test('a batch that says since when its events wait leaves them to the sweeper after a crash', async t => {
      const { port } = await on(t)
      const desk = deskOver(port)
      await actOnEach(desk, said.slice(0, 1), NOON)
      await port.refresh()
      t.same(await port.due('unpublishedSince', NOON, 1), [ID])
      await actOnEach(desk, [{ id: ID, command: { type: 'published', actor: LI, through: 1_000 } }])
      await port.refresh()
      t.same(await port.due('unpublishedSince', NOON, 1), [])
    })

    t.test('one of two people who decide at the same moment is told who was faster', async t => {
      const { port } = await on(t)
      const desk = deskOver(port)
      await actOnEach(desk, said.slice(0, 1))
      const { document } = (await port.get(ID))!
      const decisions = await Promise.allSettled(
        [LI, ZHOU].map(actor =>
          act(desk, ID, dismiss({ actor, id: actor.id, seen: document.lastTurn, reason: '广告' }))
        )
      )
      const refusals = decisions.flatMap(of => (of.status === 'rejected' ? [of.reason] : []))
      t.equal(refusals.length, 1)
      t.equal(refusals[0].code, 'SOMEBODY_WAS_FASTER')
      t.match(refusals[0].message, (await port.get(ID))!.document.dismissed!.by.name)
    })

    t.test('a list read after a person’s act shows it', async t => {
      const { port } = await on(t)
      const desk = deskOver(port)
      await actOnEach(desk, said.slice(0, 1))
      const { document } = (await port.get(ID))!
      await act(desk, ID, acknowledge({ actor: LI, id: 'k1' }))
      await act(desk, ID, dismiss({ actor: LI, id: 'k2', seen: document.lastTurn, reason: '广告' }))
      await port.refresh()
      t.same((await port.search({ status: ['open'], sort: 'due', atMost: 10 })).rows, [])
      t.match((await port.search({ status: ['dismissed'], sort: 'due', atMost: 10 })).rows, [
        { id: ID, acknowledged: { by: LI } }
      ])
    })
  })
}

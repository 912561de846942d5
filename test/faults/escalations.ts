import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '@huiyin/adapters/house.ts'
import { ALERTER, alertsOwed } from '@huiyin/domain/escalation/alerts-owed.ts'
import { type Addressed, actOnEach } from '@huiyin/ports/act.ts'
import { type Ladder, TriggerKind } from '@huiyin/schemas/ladder.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { opened } from '../bench/scanner-tickets.ts'
import { CHANNELS } from './receivers.ts'

const HOUR = 3_600_000
const SECOND = 1000
const AT_ONCE = 500
/** The nearest warning of a first answer; whatever is due within it was warned of before. */
const WARNED = HOUR

/** One rung for everything: what is urgent to the group, what is not to the system. */
export async function saveLadders({ rulebook }: Pick<House, 'rulebook'>, from: number): Promise<void> {
  for (const urgent of [true, false]) {
    const channel = urgent ? CHANNELS.urgent : CHANNELS.normal
    const ladder: Ladder = {
      id: channel,
      version: '1',
      effectiveFrom: from,
      for: TriggerKind.anyOf.map(({ const: kind }) => kind),
      urgent,
      keepsQuietHours: false,
      rungs: [{ after: 0, to: [{ kind: 'channel', channel }], by: [channel], untilAcknowledged: false }]
    }
    await rulebook.saveLadder(ladder)
  }
}

/** Tickets that were warned of and whose first answers come due one after the other from an instant on, over so long. */
export async function openBreaching({ desk }: House, count: number, { from, over }: { from: number; over: number }) {
  const dueAt = (n: number) => from + Math.floor((over * n) / count)
  const tickets: Ticket[] = []
  for (let first = 0; first < count; first += AT_ONCE) {
    const ns = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, i) => first + i)
    const born = await opened(
      desk,
      ns.map(n => ({ n, urgent: false, at: dueAt(n) - 24 * HOUR }))
    )
    tickets.push(...(await warned(desk, born)))
  }
  if (Date.now() > from) throw new Error(`${count} tickets should have been open before the first of them is breached`)
  return tickets
}

/** What the desk and an alerter did in the hours before. */
async function warned(desk: House['desk'], born: readonly Ticket[]): Promise<Ticket[]> {
  const news = born.flatMap(({ id, clocks }): Addressed[] => {
    const { id: clock, dueSetBy } = clocks.find(({ kind }) => kind === 'first')!
    return [
      { id, command: { type: 'looked.back', actor: ALERTER } },
      { id, command: { type: 'clock.told', actor: ALERTER, clock, dueSetBy, kind: 'warn', point: WARNED } }
    ]
  })
  const { tickets } = await actOnEach(desk, news)
  await desk.publisher.publish(tickets)
  return tickets
}

/** As many urgent ones a second, from an instant on over so long, each to be told at once. */
export async function openUrgent(
  { desk }: House,
  count: number,
  { from, over, first }: { from: number; over: number; first: number }
): Promise<Ticket[]> {
  const tickets: Ticket[] = []
  while (tickets.length < count) {
    const now = Date.now()
    const until = Math.min(count, Math.floor((count * (now - from)) / over))
    const ns = Array.from({ length: Math.max(0, until - tickets.length) }, (_, i) => first + tickets.length + i)
    if (ns.length > 0)
      tickets.push(
        ...(await opened(
          desk,
          ns.map(n => ({ n, urgent: true, at: now }))
        ))
      )
    await sleep(SECOND)
  }
  return tickets
}

/** Id of the row that is owed for each ticket, as the ticket stood before anybody told it. */
export function rowsOwed({ desk, rulebook }: House, tickets: readonly Ticket[]): string[] {
  const of = { people: rulebook.people(), rules: desk.rules() }
  return tickets.map(ticket => {
    const { alerts } = alertsOwed(ticket, { ...of, now: ticket.nextDueAt! })
    if (alerts.length !== 1) throw new Error(`Ticket ${ticket.number} owes ${alerts.length} alerts, expected one`)
    return alerts[0]!.alert.id
  })
}

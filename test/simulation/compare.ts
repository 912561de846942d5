import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { awakeBy } from './house/outages.ts'
import { alertsOf } from './reference/alerts.ts'
import { lifeOf } from './reference/life.ts'
import type { Simulated } from './run.ts'
import { lineOfAlert, lineOfClock, lineOfOwed, lineOfReference } from './verdict/lines.ts'
import { compareMessages, type Told } from './verdict/messages.ts'
import type { Mismatch } from './verdict/mismatch.ts'

export interface Verdict {
  mismatches: Mismatch[]
  /** Clocks by kind and outcome, alerts by kind. */
  clocks: Record<string, Record<string, number>>
  alerts: Record<string, number>
  told: Told['figures']
}

/** Every clock, alert and message of the house against the reference. */
export function compare(simulated: Simulated): Verdict {
  const { journal, tickets, alerts, deliveries, messages, brokenTimelines, lookedInVain, endedAt } = simulated
  const awake = (at: number) => awakeBy(journal.outages, at)
  const byId = new Map(tickets.map(ticket => [ticket.id, ticket]))
  const byTicket = Map.groupBy(alerts, ({ ticket }) => ticket)
  const mismatches: Mismatch[] = []
  for (const [id, facts] of journal.tickets) {
    const ought = lifeOf(facts, awake)
    const clocks = (byId.get(id)?.clocks ?? []).map(lineOfClock).sort()
    const wanted = ought.clocks.map(clock => lineOfReference(clock, ought, endedAt)).sort()
    const owed = alertsOf(ought, endedAt).map(lineOfOwed).sort()
    const made = (byTicket.get(id) ?? []).map(lineOfAlert).sort()
    if (!isSame(wanted, clocks))
      mismatches.push({ ticket: id, what: 'clocks', expected: wanted, found: clocks, clocks: [], facts })
    if (!isSame(owed, made)) mismatches.push({ ticket: id, what: 'alerts', expected: owed, found: made, clocks, facts })
  }
  const { missing, twice, scattered, figures } = compareMessages(alerts, deliveries, messages, endedAt)
  const others = [
    ...tickets.filter(({ id }) => !journal.tickets.has(id)).map(({ id }) => [id, 'a ticket of nobody'] as const),
    ...missing.map(id => [id, 'an alert that nobody was told of'] as const),
    ...twice.map(id => [id, 'an alert that was told twice'] as const),
    ...scattered.map(id => [id, 'found late and not told in one digest'] as const),
    ...brokenTimelines.map(id => [id, 'a timeline with a gap or a double'] as const),
    ...lookedInVain.map(id => [id, 'looked at in vain'] as const)
  ]
  for (const [ticket, what] of others)
    mismatches.push({ ticket, what, expected: [], found: [], clocks: [], facts: journal.tickets.get(ticket) ?? [] })
  return { mismatches, clocks: outcomesOf(tickets), alerts: countBy(alerts, ({ kind }) => kind), told: figures }
}

const isSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((line, i) => line === b[i])

function outcomesOf(tickets: readonly Ticket[]): Verdict['clocks'] {
  const kinds = Map.groupBy(
    tickets.flatMap(({ clocks }) => clocks),
    ({ kind, stage }) => (stage ? `${kind}-${stage}` : kind)
  )
  return Object.fromEntries(
    Array.from(kinds, ([kind, clocks]) => [kind, countBy(clocks, ({ outcome }) => outcome ?? 'running')])
  )
}

function countBy<T>(all: readonly T[], nameOf: (one: T) => string): Record<string, number> {
  return Object.fromEntries(Array.from(Map.groupBy(all, nameOf), ([name, those]) => [name, those.length]))
}

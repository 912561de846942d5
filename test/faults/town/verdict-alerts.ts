import { alertsOwed } from '@huiyin/domain/escalation/alerts-owed.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Judged } from './verdict.ts'
import { judgeTold } from './verdict-told.ts'

/** So much that falls due right now may be owed still, in ms. */
const SOON = 5_000

/** Everything owed is told, or shown as unknown; twice only what is urgent and says so. */
export async function judgeAlerts(
  town: Judged,
  tickets: readonly Ticket[]
): Promise<{ alerts: number; wrong: string[] }> {
  const { house } = town
  const { records } = house.store
  await records.refresh()
  const alerts = (await Array.fromAsync(entriesOf<Alert>(records, 'alert'))).map(({ value }) => value)
  const deliveries = (await Array.fromAsync(entriesOf<Delivery>(records, 'delivery'))).map(({ value }) => value)
  return {
    alerts: alerts.length,
    wrong: [
      ...owed(town, tickets),
      ...missing(alerts, deliveries),
      ...unheard(town, alerts, deliveries),
      ...judgeTold(town.receivers.arrived(), alerts, deliveries)
    ]
  }
}

function owed({ house, now }: Judged, tickets: readonly Ticket[]): string[] {
  const of = { people: house.rulebook.people(), rules: house.desk.rules(), now: now() - SOON }
  return tickets.flatMap(ticket =>
    alertsOwed(ticket, of).alerts.map(({ alert }) => `ticket ${ticket.number} owes ${alert.kind} ${alert.id}`)
  )
}

const idsOf = ({ alert, digest = [alert] }: Delivery) => digest.map(({ id }) => id)

/** Cancelled: it was handled before anybody had to be told. */
const SETTLED: ReadonlySet<Delivery['state']> = new Set(['sent', 'unknown', 'cancelled'])

function missing(alerts: readonly Alert[], deliveries: readonly Delivery[]): string[] {
  const states = new Map<string, Delivery['state'][]>()
  for (const delivery of deliveries)
    for (const id of idsOf(delivery)) states.set(id, [...(states.get(id) ?? []), delivery.state])
  return alerts.flatMap(({ id }) => {
    const of = states.get(id) ?? []
    return of.some(state => SETTLED.has(state)) ? [] : [`alert ${id} is ${of.join(', ') || 'on no way'}`]
  })
}

/** What the house says was sent has arrived. */
function unheard({ receivers }: Judged, alerts: readonly Alert[], deliveries: readonly Delivery[]): string[] {
  const arrived = new Set(receivers.arrived().map(({ channel, number }) => `${channel} ${number}`))
  const numbers = new Map(alerts.map(({ id, number }) => [id, number]))
  const isHeard = ({ channel }: Delivery, id: string) => arrived.has(`${channel} ${numbers.get(id)}`)
  return deliveries
    .filter(({ state }) => state === 'sent')
    .filter(delivery => !idsOf(delivery).some(id => isHeard(delivery, id))) // a long digest names the gravest only
    .map(({ id, channel }) => `delivery ${id} says sent, and is not at ${channel}`)
}

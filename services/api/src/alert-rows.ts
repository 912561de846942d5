import { alertUpToDate } from '@huiyin/domain/earlier-version.ts'
import { deliveryId, gatheredId } from '@huiyin/domain/escalation/delivery-id.ts'
import type { House } from '@huiyin/domain/escalation/recipients.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Alert, AlertRecipient, Delivery } from '@huiyin/schemas/alert.ts'
import type { AlertRow, DeliveryRow } from '@huiyin/schemas/api.ts'

/** Alerts with how they fared. Persons are shown by their names, and nobody by an address. */

type People = Pick<House, 'persons' | 'channels'>

/** Where a delivery of an alert may be, and to whom it goes. */
type Place = { id: string; recipient?: AlertRecipient }

/** The alerts as people read them: each with the names of whom it is for, and what became of its deliveries. */
export async function alertRows(records: Records, kept: readonly Alert[], people: People): Promise<AlertRow[]> {
  const alerts = kept.map(alertUpToDate)
  const marks = await marksOf(records, alerts)
  const places = new Map(alerts.map(alert => [alert.id, placesOf(alert, marks, people)]))
  const ids = [...new Set([...places.values()].flat().map(({ id }) => id))]
  const found = await records.getMany<Delivery>('delivery', ids)
  const deliveries = new Map(found.flatMap(one => (one ? [[one.document.id, one.document.value] as const] : [])))
  const nameOf = (recipient: AlertRecipient | undefined) =>
    people.persons.find(({ id }) => id === recipient?.person)?.name
  return alerts.map(({ recipients, dueSetBy: _, ...alert }) => ({
    ...alert,
    to: recipients.map(recipient => ({ channel: recipient.channel, ...named(nameOf(recipient)) })),
    deliveries: places.get(alert.id)!.flatMap(({ id, recipient }) => {
      const delivery = deliveries.get(id)
      return delivery ? [deliveryRow(delivery, nameOf(recipient))] : []
    })
  }))
}

const named = (person: string | undefined) => (person === undefined ? {} : { person })

/** By the id of its row, the digest that takes in what was gathered. */
async function marksOf(records: Records, alerts: readonly Alert[]): Promise<ReadonlyMap<string, string>> {
  const ids = alerts
    .filter(({ gather }) => gather !== undefined)
    .flatMap(({ id, recipients }) => recipients.map(recipient => gatheredId(id, recipient)))
  const found = await records.getMany<{ mark?: string }>('gathered', ids)
  return new Map(
    found.flatMap(one => (one?.document.value.mark ? [[one.document.id, one.document.value.mark] as const] : []))
  )
}

/** To each recipient, alone or in a digest; and by whichever channel was tried when that one failed. */
function placesOf(
  { id, gather, recipients }: Alert,
  marks: ReadonlyMap<string, string>,
  { channels }: People
): Place[] {
  const ways = recipients.flatMap((recipient): (Place & { base: string })[] => {
    const base = gather === undefined ? id : marks.get(gatheredId(id, recipient))
    return base === undefined ? [] : [{ base, id: deliveryId(base, recipient), recipient }]
  })
  const bases = [...new Set(ways.map(({ base }) => base))]
  const others = bases.flatMap(base => channels.map(channel => ({ id: deliveryId(base, { channel }) })))
  return [...new Map<string, Place>([...others, ...ways].map(place => [place.id, place])).values()]
}

function deliveryRow(delivery: Delivery, person: string | undefined): DeliveryRow {
  const { channel, state, attempts, perhapsRepeated, sentAt, reason, address, digest, more = 0 } = delivery
  return {
    ...{ channel, state, attempts },
    ...named(person),
    ...(perhapsRepeated && { perhapsRepeated }),
    ...(sentAt !== undefined && { sentAt }),
    ...(reason !== undefined && { reason: address ? reason.replaceAll(address, '…') : reason }),
    ...(digest && { digest: { members: digest.map(memberOf), more } })
  }
}

const memberOf = ({ ticket, number, kind, urgent }: Alert) => ({ ticket, number, kind, urgent })

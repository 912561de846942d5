import { randomUUID } from 'node:crypto'
import { needKey } from '@huiyin/domain/needs.ts'
import { ifUndone } from '@huiyin/domain/undo/undo.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Versioned } from '@huiyin/ports/documents.ts'
import type { Entry } from '@huiyin/ports/records.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import type { TriggerKind } from '@huiyin/schemas/ladder.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { type Claimed, type DeliveryPorts, goOtherWay, mayRepeat } from './delivery.ts'

/** After so long nobody is working on it any more. */
const CLAIM_HOLDS = 60_000
const UNKNOWN = 'Nobody knows whether it was told; look at the ticket'

/** Takes those of the deliveries for this process that are due, and ends those of which there is nothing to tell any more. */
export async function claimEach(
  ports: DeliveryPorts,
  channel: Channel | undefined,
  ids: readonly string[],
  now: number
): Promise<Claimed[]> {
  const open = await endLost(ports, channel, ids, now)
  const { alerts, backBy } = await standing(
    ports,
    open.map(({ document }) => document.value),
    now
  )
  const isUrgent = ({ document }: Found) => alerts.get(document.id)!.some(({ urgent }) => urgent)
  const [undoable, known] = parted(open, one => backBy.has(one.document.id) && !isUrgent(one))
  const [over, told] = parted(known, ({ document }) => alerts.get(document.id)!.length === 0)
  await end(ports, over, 'cancelled', 'Nothing has to be told any more')
  await putOff(ports, undoable, backBy)
  const puts = told.map(({ document: { id, value }, version }) => ({
    entry: { id, value: claimOf(value, now), dueAt: now + CLAIM_HOLDS },
    version
  }))
  const results = await ports.records.putEach('delivery', puts)
  return results.flatMap((result, i): Claimed[] => {
    if (result.outcome !== 'put') return [] // another alerter was faster
    const { id, value: delivery } = puts[i]!.entry
    const { perhapsRepeated = false } = delivery
    return [{ delivery, version: result.version, perhapsRepeated, alerts: alerts.get(id)! }]
  })
}

/** Ends those of unknown fate that may not be sent again; the others that are due are left as they are, and answered. */
export async function endLost(
  ports: DeliveryPorts,
  channel: Channel | undefined,
  ids: readonly string[],
  now: number
): Promise<Found[]> {
  const due = (await readEach(ports, ids)).filter(({ document }) => (document.dueAt ?? Infinity) <= now)
  const [lost, open] = parted(due, ({ document: { value } }) => wasLeft(value) && !mayRepeat(value, channel))
  for (const one of lost) await goOtherWay(ports, one.document.value, now)
  await end(ports, lost, 'unknown', UNKNOWN)
  return open
}

type Found = Versioned<Entry<Delivery>>

async function readEach({ records }: DeliveryPorts, ids: readonly string[]): Promise<Found[]> {
  return (await records.getMany<Delivery>('delivery', ids)).filter(one => one !== undefined)
}

function parted<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  const { yes = [], no = [] } = Object.groupBy(all, one => (is(one) ? 'yes' : 'no'))
  return [yes, no]
}

async function end({ records }: DeliveryPorts, found: readonly Found[], state: Delivery['state'], reason: string) {
  const puts = found.map(({ document: { id, value }, version }) => ({
    entry: { id, value: { ...value, state, reason } },
    version
  }))
  if (puts.length > 0) await records.putEach('delivery', puts)
}

/** What ended a need may still be taken back: then it has to be told all the same, in its digest if it stood in one. */
async function putOff({ records }: DeliveryPorts, found: readonly Found[], until: ReadonlyMap<string, number>) {
  const puts = found.map(({ document: { id, value }, version }) => ({
    entry: { id, value, dueAt: until.get(id)! },
    version
  }))
  if (puts.length > 0) await records.putEach('delivery', puts)
}

/** Whoever claimed it is gone or hangs. */
const wasLeft = ({ state }: Delivery) => state === 'sending'

function claimOf(delivery: Delivery, at: number): Delivery {
  const perhapsRepeated = wasLeft(delivery) || delivery.perhapsRepeated === true
  return {
    ...delivery,
    state: 'sending',
    attempts: delivery.attempts + 1,
    ...(perhapsRepeated && { perhapsRepeated }),
    claim: { token: randomUUID(), at }
  }
}

/** Gives back what was claimed and did not leave. */
export async function release({ records }: DeliveryPorts, claimed: readonly Claimed[], now: number): Promise<void> {
  const puts = claimed.map(({ delivery: { claim: _, ...delivery }, version }) => {
    const value: Delivery = { ...delivery, state: 'pending', attempts: delivery.attempts - 1 }
    return { entry: { id: value.id, value, dueAt: now }, version }
  })
  if (puts.length > 0) await records.putEach('delivery', puts)
}

/** What of each still has to be told: all of an alert or none, of a digest those whose tickets still need it. */
async function standing(
  { desk }: DeliveryPorts,
  deliveries: readonly Delivery[],
  now: number
): Promise<{ alerts: Map<string, Alert[]>; backBy: Map<string, number> }> {
  const alertsOf = ({ alert, digest = [alert] }: Delivery) => digest
  const ids = [...new Set(deliveries.flatMap(alertsOf).map(({ ticket }) => ticket))]
  const found = await desk.tickets.getMany(ids)
  const tickets = new Map(ids.map((id, i) => [id, found[i]?.document]))
  const of = <V>(found: (alert: Alert, ticket: Ticket | undefined) => readonly V[]) =>
    new Map(deliveries.map(one => [one.id, alertsOf(one).flatMap(alert => found(alert, tickets.get(alert.ticket)))]))
  const alerts = of((alert, ticket) => (stands(ticket, alert, now) ? [alert] : []))
  const back = of((alert, ticket) => (ticket && !stands(ticket, alert, now) ? comesBack(ticket, alert, now) : []))
  const backBy = new Map([...back].flatMap(([id, until]) => (until.length > 0 ? [[id, Math.max(...until)]] : [])))
  return { alerts, backBy }
}

/** Until when what ended its need may be taken back. */
const comesBack = (ticket: Ticket, alert: Alert, now: number): number[] =>
  ifUndone(ticket, now).flatMap(before => (stands(before.ticket, alert, now) ? [before.until] : []))

/**
 * R34: read right before it leaves. The clock still runs to that due time, or the need has not ended; and nobody has
 * taken the ticket since. A warning yields to whoever owns it.
 */
function stands(ticket: Ticket | undefined, alert: Alert, now: number): boolean {
  const { acknowledged: { at = -Infinity, until = -Infinity } = {} } = ticket ?? {}
  if (at >= alert.madeAt || (alert.kind === 'warn' && until > now)) return false
  const clock = ticket?.clocks.find(({ id }) => id === alert.clock)
  const isOfClock = alert.kind === 'breach' || alert.kind === 'unsigned-dispatch'
  const runs = clock !== undefined && clock.stoppedAt === undefined && clock.dueSetBy === alert.dueSetBy
  if (alert.kind === 'warn') return runs && clock.breachedAt === undefined
  if (isOfClock) return runs
  const key = needKey({ subject: alert.clock, event: alert.dueSetBy, kind: alert.kind as TriggerKind })
  return ticket?.needs?.some(need => needKey(need) === key && !need.ended) ?? false
}

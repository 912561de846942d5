import { randomUUID } from 'node:crypto'
import type { Desk } from '@huiyin/ports/act.ts'
import type { Channel, DeliveryOutcome } from '@huiyin/ports/channel.ts'
import type { Version } from '@huiyin/ports/documents.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/**
 * A delivery: pending → claimed (sending) → sent, failed, unknown or cancelled.
 * A claim that was left alone means that nobody knows whether it was told: an urgent one is told again and
 * says so (可能重复), any other is shown as unknown (R41).
 */
const AT_MOST = 200
const CLAIM_HOLDS = 60_000
const MOST_ATTEMPTS = 8

type DeliverPorts = {
  desk: Desk
  records: Records
  channels: readonly Channel[]
  link: (ticket: string) => string | undefined
  logger: Logger
}

/** Delivers what is owed at `now`, the urgent before the others. */
export async function deliverDue(ports: DeliverPorts, now: number): Promise<void> {
  const due = await ports.records.due<Delivery>('delivery', now, AT_MOST)
  const urgentFirst = due.toSorted((a, b) => Number(b.value.alert.urgent) - Number(a.value.alert.urgent))
  for (const { id } of urgentFirst) await deliver(ports, id, now)
}

type Claimed = { delivery: Delivery; version: Version; perhapsRepeated: boolean }

async function deliver(ports: DeliverPorts, id: string, now: number): Promise<void> {
  const claimed = await claim(ports, id, now)
  if (!claimed) return
  const { delivery, perhapsRepeated } = claimed
  const { alert, channel: name } = delivery
  const channel = ports.channels.find(channel => channel.name === name)
  if (!channel) return settle(ports, claimed, { outcome: 'failed', reason: `Channel "${name}" is not configured` }, now)
  const link = ports.link(alert.ticket)
  await settle(ports, claimed, await channel.deliver({ alert, ...(link && { link }), perhapsRepeated }), now)
}

/** Takes the delivery for this process, or ends it when there is nothing to tell any more. */
async function claim({ desk, records }: DeliverPorts, id: string, now: number): Promise<Claimed | undefined> {
  const found = await records.get<Delivery>('delivery', id)
  if (!found || (found.document.dueAt ?? Infinity) > now) return
  const delivery = found.document.value
  const end = async (state: Delivery['state'], reason: string) => {
    await records.putIfUnchanged('delivery', { id, value: { ...delivery, state, reason } }, found.version)
    return undefined
  }
  const left = delivery.state === 'sending'
  if (left && !delivery.alert.urgent) return end('unknown', 'Nobody knows whether it was told; look at the ticket')
  const ticket = (await desk.tickets.get(delivery.alert.ticket))?.document
  if (!stands(ticket, delivery.alert, now)) return end('cancelled', 'Nothing has to be told any more')
  const claimed: Delivery = {
    ...delivery,
    state: 'sending',
    attempts: delivery.attempts + 1,
    claim: { token: randomUUID(), at: now }
  }
  const put = await records.putIfUnchanged('delivery', { id, value: claimed, dueAt: now + CLAIM_HOLDS }, found.version)
  if (put.outcome !== 'put') return
  return { delivery: claimed, version: put.version, perhapsRepeated: left }
}

/** R34: read right before it leaves. The clock still runs to that due time; a warning yields to one who owns the ticket. */
function stands(ticket: Ticket | undefined, alert: Alert, now: number): boolean {
  const clock = ticket?.clocks.find(({ id }) => id === alert.clock)
  if (!clock || clock.stoppedAt !== undefined || clock.dueSetBy !== alert.dueSetBy) return false
  return alert.kind === 'breach' || (ticket?.acknowledged?.until ?? 0) <= now
}

async function settle(
  { records, logger }: DeliverPorts,
  of: Claimed,
  result: DeliveryOutcome,
  now: number
): Promise<void> {
  const { delivery, version } = of
  const { claim: _, ...free } = delivery
  const put = (value: Delivery, dueAt?: number) =>
    records.putIfUnchanged('delivery', { id: value.id, value, ...(dueAt !== undefined && { dueAt }) }, version)
  if (result.outcome === 'sent') return void (await put({ ...free, state: 'sent', sentAt: now }))
  logger.warn(
    { channel: delivery.channel, outcome: result.outcome, attempts: delivery.attempts },
    'an alert was not delivered'
  )
  const exhausted = delivery.attempts >= MOST_ATTEMPTS
  if (result.outcome === 'later' && !exhausted) {
    return void (await put({ ...free, state: 'pending', reason: result.reason }, now + result.retryAfterMs))
  }
  if (result.outcome === 'unknown' && delivery.alert.urgent && !exhausted) return // its claim runs out, then it is told again
  await put({ ...free, state: result.outcome === 'unknown' ? 'unknown' : 'failed', reason: result.reason })
}

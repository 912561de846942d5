import { randomUUID } from 'node:crypto'
import type { Desk } from '@huiyin/ports/act.ts'
import type { Channel, DeliveryOutcome, Notice } from '@huiyin/ports/channel.ts'
import type { Version } from '@huiyin/ports/documents.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/**
 * A delivery: pending → claimed (sending) → sent, failed, unknown or cancelled.
 * A claim that was left alone means that nobody knows whether it was told: an urgent one is told again and
 * says so (可能重复), any other is shown as unknown (R41). Where the receiver cannot drop repeats it is told
 * again once.
 */
const CLAIM_HOLDS = 60_000
const MOST_ATTEMPTS = 8

export type DeliveryPorts = {
  desk: Desk
  records: Records
  link: (number: string) => string | undefined
  logger: Logger
}

export type Claimed = { delivery: Delivery; version: Version; perhapsRepeated: boolean }

/** Takes the delivery for this process, or ends it when there is nothing to tell any more. */
export async function claim(
  { desk, records }: DeliveryPorts,
  channel: Channel | undefined,
  id: string,
  now: number
): Promise<Claimed | undefined> {
  const found = await records.get<Delivery>('delivery', id)
  if (!found || (found.document.dueAt ?? Infinity) > now) return
  const delivery = found.document.value
  const end = async (state: Delivery['state'], reason: string) => {
    await records.putIfUnchanged('delivery', { id, value: { ...delivery, state, reason } }, found.version)
    return undefined
  }
  const left = delivery.state === 'sending'
  if (left && !mayRepeat(delivery, channel)) {
    return end('unknown', 'Nobody knows whether it was told; look at the ticket')
  }
  const ticket = (await desk.tickets.get(delivery.alert.ticket))?.document
  if (!stands(ticket, delivery.alert, now)) return end('cancelled', 'Nothing has to be told any more')
  const perhapsRepeated = left || delivery.perhapsRepeated === true
  const claimed: Delivery = {
    ...delivery,
    state: 'sending',
    attempts: delivery.attempts + 1,
    ...(perhapsRepeated && { perhapsRepeated }),
    claim: { token: randomUUID(), at: now }
  }
  const put = await records.putIfUnchanged('delivery', { id, value: claimed, dueAt: now + CLAIM_HOLDS }, found.version)
  if (put.outcome !== 'put') return
  return { delivery: claimed, version: put.version, perhapsRepeated }
}

const mayRepeat = ({ alert, perhapsRepeated, attempts }: Delivery, channel: Channel | undefined) =>
  alert.urgent && attempts < MOST_ATTEMPTS && (channel?.dropsRepeats === true || !perhapsRepeated)

/** R34: read right before it leaves. The clock still runs to that due time; a warning yields to one who owns the ticket. */
function stands(ticket: Ticket | undefined, alert: Alert, now: number): boolean {
  const clock = ticket?.clocks.find(({ id }) => id === alert.clock)
  if (!clock || clock.stoppedAt !== undefined || clock.dueSetBy !== alert.dueSetBy) return false
  return alert.kind === 'breach' || (ticket?.acknowledged?.until ?? 0) <= now
}

export function noticeOf({ link: linkTo }: DeliveryPorts, { delivery, perhapsRepeated }: Claimed): Notice {
  const { alert, attempts } = delivery
  const link = linkTo(alert.number)
  return { alert, ...(link && { link }), perhapsRepeated, attempt: attempts }
}

/** Writes down what became of it, and when it is tried again. */
export async function settle(
  { records, logger }: DeliveryPorts,
  channel: Channel | undefined,
  of: Claimed,
  result: DeliveryOutcome,
  now: number
): Promise<void> {
  const { delivery, version } = of
  const { claim: _, reason: __, ...free } = delivery
  const put = (value: Delivery, dueAt?: number) =>
    records.putIfUnchanged('delivery', { id: value.id, value, ...(dueAt !== undefined && { dueAt }) }, version)
  if (result.outcome === 'sent') {
    if (result.warning) logger.warn({ channel: delivery.channel, warning: result.warning }, 'an alert was told to some')
    return void (await put({ ...free, state: 'sent', sentAt: now, ...(result.warning && { reason: result.warning }) }))
  }
  logger.warn(
    { channel: delivery.channel, outcome: result.outcome, attempts: delivery.attempts },
    'an alert was not delivered'
  )
  const { reason } = result
  if (result.outcome === 'later' && delivery.attempts < MOST_ATTEMPTS) {
    return void (await put({ ...free, state: 'pending', reason }, now + result.retryAfterMs))
  }
  if (result.outcome === 'unknown' && mayRepeat(delivery, channel)) return // its claim runs out, then it is told again
  await put({ ...free, state: result.outcome === 'unknown' ? 'unknown' : 'failed', reason })
}

/** What nobody has claimed waits until then, or for good with a reason. */
export async function setAside(
  { records }: DeliveryPorts,
  id: string,
  next: { until: number } | { failed: string }
): Promise<void> {
  const found = await records.get<Delivery>('delivery', id)
  if (found?.document.value.state !== 'pending') return
  const { value } = found.document
  const entry: Entry<Delivery> =
    'until' in next
      ? { id, value, dueAt: next.until }
      : { id, value: { ...value, state: 'failed', reason: next.failed } }
  await records.putIfUnchanged('delivery', entry, found.version)
}

import type { Channel, DeliveryOutcome } from '@huiyin/ports/channel.ts'
import type { Entry, EntryPut } from '@huiyin/ports/records.ts'
import type { Delivery } from '@huiyin/schemas/alert.ts'
import { type Claimed, type DeliveryPorts, goOtherWay, MOST_ATTEMPTS, mayRepeat } from './delivery.ts'

type Settled = { of: Claimed; result: DeliveryOutcome }

/** Writes down what became of each, and when it is tried again. */
export async function settleEach(
  ports: DeliveryPorts,
  channel: Channel | undefined,
  settled: readonly Settled[],
  now: number
): Promise<void> {
  const puts: EntryPut<Delivery>[] = []
  for (const one of settled) {
    const entry = await settledEntry(ports, channel, one, now)
    if (entry) puts.push({ entry, version: one.of.version })
  }
  if (puts.length > 0) await ports.records.putEach('delivery', puts)
}

/** Undefined where the claim runs out by itself. */
async function settledEntry(
  ports: DeliveryPorts,
  channel: Channel | undefined,
  { of: { delivery }, result }: Settled,
  now: number
): Promise<Entry<Delivery> | undefined> {
  const { logger } = ports
  const { claim: _, reason: __, ...free } = delivery
  const { id, attempts } = free
  if (result.outcome === 'sent') {
    const { warning } = result
    if (warning) logger.warn({ channel: delivery.channel, warning }, 'an alert was told to some')
    return { id, value: { ...free, state: 'sent', sentAt: now, ...(warning && { reason: warning }) } }
  }
  const { outcome, reason } = result
  logger.warn({ channel: delivery.channel, outcome, attempts }, 'an alert was not delivered')
  if (outcome === 'later' && attempts < MOST_ATTEMPTS)
    return { id, value: { ...free, state: 'pending', reason }, dueAt: now + result.retryAfterMs }
  if (outcome === 'unknown' && mayRepeat(delivery, channel)) return undefined // told again then
  await goOtherWay(ports, delivery, now)
  return { id, value: { ...free, state: outcome === 'unknown' ? 'unknown' : 'failed', reason } }
}

/** What nobody has claimed waits until then, or for good with a reason. */
export async function setAside(
  { records }: DeliveryPorts,
  ids: readonly string[],
  next: { until: number } | { failed: string }
): Promise<void> {
  const found = await records.getMany<Delivery>('delivery', ids)
  const puts = found.flatMap((one): EntryPut<Delivery>[] => {
    if (one?.document.value.state !== 'pending') return []
    const { id, value } = one.document
    const entry: Entry<Delivery> =
      'until' in next
        ? { id, value, dueAt: next.until }
        : { id, value: { ...value, state: 'failed', reason: next.failed } }
    return [{ entry, version: one.version }]
  })
  if (puts.length > 0) await records.putEach('delivery', puts)
}

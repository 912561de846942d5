import type { Channel, DeliveryOutcome } from '@huiyin/ports/channel.ts'
import type { Version } from '@huiyin/ports/documents.ts'
import { LETTER_DELIVERIES, letterSubject } from '@huiyin/ports/letters.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { LetterDelivery } from '@huiyin/schemas/letter.ts'
import { type Claimed, hasTriesLeft, type LetterPorts, mayRepeat } from './ports.ts'

const ALERTER = system('alerter')
const MINUTE = 60_000
const DAY = 1_440 * MINUTE
/** Whoever mends a channel that is out of order finds its letters waiting, so long (ms) after they were made. */
const WAITS_FOR_MENDING = DAY
const ASKS_AGAIN = 10 * MINUTE

type End = { state: 'sent' | 'failed' | 'unknown'; reason?: string }

/** Writes down what became of it, and when it is tried again. */
export async function settle(
  ports: LetterPorts,
  channel: Channel,
  of: Claimed,
  result: DeliveryOutcome,
  now: number
): Promise<void> {
  const { letter, delivery } = of
  if (result.outcome === 'sent')
    return endAs(ports, of, { state: 'sent', ...(result.warning && { reason: result.warning }) }, now)
  const { outcome, reason } = result
  ports.logger.warn(
    { channel: channel.name, outcome, attempts: delivery.attempts },
    'a letter was not delivered at this try'
  )
  if (outcome === 'unknown' && mayRepeat(letter, delivery, channel)) return // told again when the claim has run out
  if (outcome === 'later' && hasTriesLeft(delivery))
    return wait(ports, of, { reason, until: now + result.retryAfterMs })
  if (outcome === 'disabled') return outOfOrder(ports, of, reason, now)
  return endAs(ports, of, { state: outcome === 'unknown' ? 'unknown' : 'failed', reason }, now)
}

/** Waits for whoever mends the channel, but not for ever. */
export async function outOfOrder(ports: LetterPorts, of: Claimed, reason: string, now: number): Promise<void> {
  if (now - of.delivery.madeAt >= WAITS_FOR_MENDING) return endAs(ports, of, { state: 'failed', reason }, now)
  const attempts = of.delivery.state === 'sending' ? of.delivery.attempts - 1 : of.delivery.attempts
  return wait(ports, { ...of, delivery: { ...of.delivery, attempts } }, { reason, until: now + ASKS_AGAIN })
}

/** Tried again from then on. */
export async function wait(
  { records }: LetterPorts,
  { delivery, version }: Claimed,
  { until, reason }: { until: number; reason?: string }
): Promise<void> {
  const { claim: _, reason: before, ...rest } = delivery
  const said = reason ?? before
  const value: LetterDelivery = { ...rest, state: 'pending', ...(said !== undefined && { reason: said }) }
  await records.putEach(LETTER_DELIVERIES, [{ entry: { id: value.id, value, dueAt: until }, version }])
}

/** Kept first, told second: while the log is away it stays due until the log has heard it. */
export async function endAs(
  ports: LetterPorts,
  { delivery, version }: Claimed,
  { state, reason }: End,
  now: number
): Promise<void> {
  const { claim: _, reason: __, ...rest } = delivery
  const value: LetterDelivery = {
    ...rest,
    state,
    ...(state === 'sent' && { sentAt: now }),
    ...(reason !== undefined && { reason }),
    untold: true
  }
  const [put] = await ports.records.putEach(LETTER_DELIVERIES, [
    { entry: { id: value.id, value, dueAt: now }, version }
  ])
  if (put?.outcome === 'put') await tellEnd(ports, value, put.version)
}

/** Tells the log what became of a delivery, and has it done with. */
export async function tellEnd({ records, tell }: LetterPorts, ended: LetterDelivery, version: Version): Promise<void> {
  const { untold: _, ...value } = ended
  const { letter, n, state, to } = value
  const data = { letter, n, state, channel: to.channel, ...(to.person !== undefined && { person: to.person }) }
  await tell(letterSubject(letter), { type: state === 'sent' ? 'letter.sent' : 'letter.failed', by: ALERTER, data })
  await records.putEach(LETTER_DELIVERIES, [{ entry: { id: value.id, value }, version }])
}

import type { Channel } from '@huiyin/ports/channel.ts'
import { LETTER_DELIVERIES, LETTERS } from '@huiyin/ports/letters.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Delivery } from '@huiyin/schemas/alert.ts'
import type { LetterDelivery } from '@huiyin/schemas/letter.ts'
import { admission } from './channel-state.ts'

/** Late is what has been due for longer than this. */
const LATE_AFTER = 120_000
/** So many of each kind are looked at: an audit costs the same however much is late (R44). */
const AT_MOST = 50
const GATHERED = 'gathered'

export interface LatePorts {
  tickets: Pick<Tickets, 'due' | 'getMany'>
  records: Records
  channels: readonly Channel[]
}

/** What is late at `now`, and for how many ms the oldest of all that is due has been due. */
export async function findLate(ports: LatePorts, now: number): Promise<{ gaps: number; oldest?: number }> {
  const since = [
    ...(await ticketsDue(ports, now)),
    ...(await deliveriesDue<Delivery>(ports, 'delivery', ({ channel }) => channel, now)),
    ...(await deliveriesDue<LetterDelivery>(ports, LETTER_DELIVERIES, ({ to }) => to.channel, now)),
    ...(await waitingDue(ports.records, LETTERS, now)),
    ...(await waitingDue(ports.records, GATHERED, now))
  ]
  const gaps = since.filter(dueAt => now - dueAt > LATE_AFTER).length
  return since.length === 0 ? { gaps } : { gaps, oldest: now - Math.min(...since) }
}

/** Since when each is due. Lists lag: each is read again by id. */
async function ticketsDue({ tickets }: LatePorts, now: number): Promise<number[]> {
  const found = await tickets.getMany(await tickets.due('nextDueAt', now, AT_MOST))
  return found.flatMap(one => {
    const dueAt = one?.document.nextDueAt
    return dueAt !== undefined && dueAt <= now ? [dueAt] : []
  })
}

async function deliveriesDue<V extends Pick<Delivery, 'state'>>(
  { records, channels }: LatePorts,
  kind: string,
  channelOf: (delivery: V) => string,
  now: number
): Promise<number[]> {
  const listed = await records.due<V>(kind, now, AT_MOST)
  const found = await records.getMany<V>(
    kind,
    listed.map(({ id }) => id)
  )
  const excused = await channelsThatWait(records, channels, now)
  return found.flatMap(one => {
    const { dueAt, value } = one?.document ?? {}
    const waits = value?.state === 'pending' || value?.state === 'sending'
    return waits && dueAt !== undefined && dueAt <= now && !excused.has(channelOf(value)) ? [dueAt] : []
  })
}

/** What waits for a digest, or for its deliveries, that should have been made. */
async function waitingDue(records: Records, kind: string, now: number): Promise<number[]> {
  const listed = await records.due(kind, now, AT_MOST)
  const found = await records.getMany(
    kind,
    listed.map(({ id }) => id)
  )
  return found.flatMap(one => {
    const dueAt = one?.document.dueAt
    return dueAt !== undefined && dueAt <= now ? [dueAt] : []
  })
}

/** Out of order, or asked to pause, or at their limits: told in its own way, no fault of the alerter. */
async function channelsThatWait(records: Records, channels: readonly Channel[], now: number): Promise<Set<string>> {
  const waiting = new Set<string>()
  for (const channel of channels)
    if (!('atOnce' in (await admission(records, channel, 'normal', now)))) waiting.add(channel.name)
  return waiting
}

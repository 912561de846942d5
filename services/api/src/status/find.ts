import { lastAudit, lastHeartbeat } from '@huiyin/ports/audit.ts'
import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import { seenProcesses } from '@huiyin/ports/processes.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Delivery } from '@huiyin/schemas/alert.ts'
import { check } from '../checks.ts'
import type { ApiPorts } from '../ports.ts'
import type { Found } from './judge.ts'

/** So many are counted. */
const AT_MOST = 1_000
/** Raw texts may be long. */
const PARKED_AT_MOST = 50
/** Whatever waits for a later try is tried within it, in ms. */
const LATER = 400 * 86_400_000

export type StatusPorts = Pick<ApiPorts, 'records' | 'tickets' | 'history' | 'events' | 'clock' | 'lags'>

/** All that the house is judged by; what cannot be read is left out, and the engines say why. */
export async function find(ports: StatusPorts, of: Pick<Found, 'backsUp' | 'demo'>): Promise<Found> {
  const { records, tickets, history, events, clock, lags } = ports
  const now = clock.now()
  const engines = await Promise.all([
    check('store', () => records.get('probe', 'probe')),
    check('log', () => events.lag('scribe'))
  ])
  const [store, log] = engines.map(({ ok }) => ok)
  const readers = log && store ? await lags().catch(() => undefined) : undefined
  const read = store ? await fromStore({ records, tickets, history }, now).catch(() => undefined) : undefined
  return { now, engines, ...of, ...read, ...(readers && { readers }) }
}

async function fromStore(
  { records, tickets, history }: Pick<StatusPorts, 'records' | 'tickets' | 'history'>,
  now: number
) {
  const [processes, audit, heartbeat, deliveries, unpublished, parked, backups] = await Promise.all([
    seenProcesses(records, now),
    lastAudit(records),
    lastHeartbeat(records),
    undelivered(records, now),
    tickets.due('unpublishedSince', now, AT_MOST),
    parkedNow(records),
    history.search({ type: 'backup.taken' }, { atMost: 1 })
  ])
  const backupAt = backups.rows[0]?.at
  return {
    processes,
    deliveries,
    unpublished: unpublished.length,
    parked,
    ...(audit && { audit }),
    ...(heartbeat && { heartbeat }),
    ...(backupAt !== undefined && { backupAt })
  }
}

/** Alerts on their way to somebody, 1,000 at most, and for how long the oldest is, in ms. */
export async function undelivered(records: Records, now: number): Promise<{ waiting: number; oldest?: number }> {
  const found = await records.due<Delivery>('delivery', now + LATER, AT_MOST)
  const alone = found.filter(({ value: { alert, digest } }) => !digest && !alert.gather) // the others were gathered on purpose
  const made = alone.map(({ value }) => value.alert.madeAt)
  return { waiting: found.length, ...(made.length > 0 && { oldest: Math.max(0, now - Math.min(...made)) }) }
}

/** What is parked and was not replayed, of the first fifty. */
export async function parkedNow(records: Records): Promise<number> {
  const found = await records.list<Parked & { replayedAt?: number }>(PARKED, { atMost: PARKED_AT_MOST })
  return found.filter(({ value }) => value.replayedAt === undefined).length
}

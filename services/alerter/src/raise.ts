import { ALERTER, type AlertsOwed, alertsOwed, type People } from '@huiyin/domain/escalation/alerts-owed.ts'
import { partitionOf } from '@huiyin/domain/partition.ts'
import { type Addressed, actOnEach, type Desk } from '@huiyin/ports/act.ts'
import type { Channel } from '@huiyin/ports/channel.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import { type Meter, silentMeter } from '@huiyin/ports/meter.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import type { Alert, AlertRecipient, Delivery } from '@huiyin/schemas/alert.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { deliveryOf } from './deliveries.ts'
import { gather } from './gather.ts'
import { noteExhausted } from './trouble.ts'

/** So many partitions of tickets are shared by the alerters; see `tickets/<n>` among the leases. */
export const PARTITIONS = 16
const AT_MOST = 10_000
const CHUNK = 500

type Row = AlertsOwed['alerts'][number]

export interface RaisePorts {
  desk: Desk
  records: Records
  channels: readonly Channel[]
  people: () => People
  /** Whether a lease is held here. */
  holds: (lease: string) => boolean
  meter?: Meter
}

/**
 * Turns all that is due into alerts, the urgent first. Rows by create, then the tickets are told: done twice, by one or
 * by two, it makes the same rows (R40).
 */
export async function raiseDue(ports: RaisePorts, now: number): Promise<void> {
  const ids = await ports.desk.tickets.due('nextDueAt', now, AT_MOST)
  const mine = ids.filter(id => ports.holds(`tickets/${partitionOf(id, PARTITIONS)}`))
  const tickets: Ticket[] = []
  for (const some of chunks(mine)) tickets.push(...(await due(ports, some, now)))
  const { meter = silentMeter } = ports
  meter.set('due_waiting_seconds', {}, Math.max(0, ...tickets.map(lateBy(now))))
  for (const some of chunks(urgentFirst(tickets))) {
    await raise(ports, some, now)
    meter.observeEach('due_late_seconds', {}, some.map(lateBy(ports.desk.clock.now())))
  }
}

/** In s. */
const lateBy =
  (now: number) =>
  ({ nextDueAt = now }: Ticket) =>
    Math.max(0, now - nextDueAt) / 1_000

async function due({ desk }: RaisePorts, ids: readonly string[], now: number): Promise<Ticket[]> {
  const found = await desk.tickets.getMany(ids) // the list lags behind what was just raised
  return found.flatMap(one => (one && (one.document.nextDueAt ?? Infinity) <= now ? [one.document] : []))
}

const urgentFirst = (tickets: readonly Ticket[]) => tickets.toSorted((a, b) => Number(b.urgent) - Number(a.urgent))

async function raise(ports: RaisePorts, tickets: readonly Ticket[], now: number): Promise<void> {
  const { desk } = ports
  const of = { people: ports.people(), rules: desk.rules(), now }
  const owed = tickets.map(ticket => ({ ticket, ...alertsOwed(ticket, of) }))
  await writeAlerts(
    ports,
    owed.flatMap(({ alerts }) => alerts.map(row => withGap(row, desk.clock)))
  )
  await noteExhausted(
    ports,
    owed.filter(comesToItsEnd).map(({ ticket }) => ticket),
    now
  )
  const news: Addressed[] = owed.flatMap(({ ticket, news }) => news.map(command => ({ id: ticket.id, command })))
  const { tickets: told } = await actOnEach(desk, news, now)
  await desk.publisher.publish(told)
  await actOnEach(desk, told.flatMap(published))
}

/** What fell due while the machine slept says so (R30). */
function withGap({ alert, tellAt }: Row, clock: Clock): Row {
  if (alert.gather !== 'late' || alert.gap) return { alert, tellAt }
  const asleep = clock.gaps?.(alert.dueAt - alert.point).at(-1)
  return asleep ? { alert: { ...alert, gap: { ...asleep, why: 'asleep' } }, tellAt } : { alert, tellAt }
}

/** The sweeper need not look at it. */
function published({ id, unpublished }: Ticket): Addressed[] {
  const through = unpublished.at(-1)?.n
  return through === undefined ? [] : [{ id, command: { type: 'published', actor: ALERTER, through } }]
}

/** Nobody has acknowledged, and the ticket does not know it yet (R36). */
const comesToItsEnd = ({ ticket, news }: { ticket: Ticket } & AlertsOwed) =>
  !ticket.exhausted && news.some(one => one.type === 'alert.told' && one.exhausted)

/** The deliveries are made from the rows that stand, whoever made them. */
async function writeAlerts({ records }: RaisePorts, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const entries = rows.map(({ alert }) => ({ id: alert.id, value: alert }))
  const made = await records.createEach('alert', entries)
  const before = entries.filter((_, i) => !made[i]).map(({ id }) => id)
  const standing = await records.getMany<Alert>('alert', before)
  const stands = new Map(standing.flatMap(one => (one ? [[one.document.id, one.document.value] as const] : [])))
  const each = rows.flatMap(({ alert, tellAt }) => {
    const row = stands.get(alert.id) ?? alert
    return row.recipients.map(recipient => ({ alert: row, recipient, tellAt }))
  })
  const alone = each.filter(({ alert }) => alert.gather === undefined)
  await records.createEach('delivery', alone.map(deliveryEntry))
  await gather(
    records,
    each.filter(({ alert }) => alert.gather !== undefined)
  )
}

const deliveryEntry = ({ alert, recipient }: { alert: Alert; recipient: AlertRecipient }): Entry<Delivery> => {
  const value = deliveryOf(alert, recipient)
  return { id: value.id, value, dueAt: alert.madeAt }
}

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let i = 0; i < all.length; i += CHUNK) yield all.slice(i, i + CHUNK)
}

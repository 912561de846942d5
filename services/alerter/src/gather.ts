import { randomUUID } from 'node:crypto'
import { gatheredFor, gatheredId } from '@huiyin/domain/escalation/delivery-id.ts'
import { digest } from '@huiyin/domain/ids.ts'
import type { Versioned } from '@huiyin/ports/documents.ts'
import type { Entry, Records } from '@huiyin/ports/records.ts'
import type { Alert, AlertRecipient, Delivery } from '@huiyin/schemas/alert.ts'
import { deliveryOf } from './deliveries.ts'

/**
 * What quiet hours gathered (R37) and what fell due while nobody could tell (R30) waits here for one digest for each
 * recipient. A row is marked with the digest that takes it in before the digest is made; after a crash a marked row
 * goes with the digest of its mark, or, when that was made without it, with the next.
 */
const KIND = 'gathered'
const AT_MOST = 10_000
/** What is found late waits for the end of a stretch, of so many ms since 1970: a collector that catches up brings more. */
const STRETCH = { urgent: 60_000, normal: 300_000 }
/** A message names so many at most; how many more there are it says. */
const MOST = 200

type Waiting = { alert: Alert; recipient: AlertRecipient; mark?: string }
type Found = Versioned<Entry<Waiting>>

/** Puts alerts aside for a digest. */
export async function gather(
  records: Records,
  rows: readonly { alert: Alert; recipient: AlertRecipient; tellAt: number }[]
): Promise<void> {
  const entries = rows.map(
    ({ alert, recipient, tellAt }): Entry<Waiting> => ({
      id: gatheredId(alert.id, recipient),
      value: { alert, recipient },
      dueAt: alert.gather === 'late' ? Math.max(endOfStretch(alert), tellAt) : tellAt
    })
  )
  await records.createEach(KIND, entries)
}

function endOfStretch({ madeAt, urgent }: Alert): number {
  const stretch = STRETCH[urgent ? 'urgent' : 'normal']
  return (Math.floor(madeAt / stretch) + 1) * stretch
}

/**
 * Makes one delivery for each recipient of whom something gathered is due, with all that is gathered for them. What was
 * found late goes with the first that is due: of one gap there is one digest, the urgent in it.
 */
export async function makeDigests(records: Records, now: number): Promise<void> {
  const soon = await records.due<Waiting>(KIND, now + STRETCH.normal, AT_MOST)
  const byRecipient = Map.groupBy(soon, ({ value }) => gatheredFor(value.recipient))
  for (const [recipient, entries] of byRecipient) {
    const due = entries.filter(({ dueAt }) => (dueAt ?? Infinity) <= now)
    const together = due.some(isLate) ? entries.filter(one => due.includes(one) || isLate(one)) : due
    const ids = together.map(({ id }) => id)
    if (ids.length > 0) await digestFor(records, recipient, ids, now)
  }
}

const isLate = ({ value }: Entry<Waiting>) => value.alert.gather === 'late'

async function digestFor(records: Records, recipient: string, ids: readonly string[], now: number): Promise<void> {
  const found = (await records.getMany<Waiting>(KIND, ids)).filter(one => one !== undefined)
  const byMark = Map.groupBy(found, ({ document }) => document.value.mark ?? '')
  const unmarked = byMark.get('') ?? []
  for (const [mark, rows] of byMark) if (mark !== '') unmarked.push(...(await send(records, mark, rows, now)))
  if (unmarked.length === 0) return
  const mark = `digest/${recipient}/${randomUUID()}`
  await send(records, mark, await marked(records, mark, unmarked, now), now)
}

/** Those that are ours now; another alerter may have been faster with some. */
async function marked(records: Records, mark: string, rows: readonly Found[], now: number): Promise<Found[]> {
  const puts = rows.map(({ document: { id, value }, version }) => ({
    entry: { id, value: { ...value, mark }, dueAt: now },
    version
  }))
  const results = await records.putEach(KIND, puts)
  return results.flatMap((result, i) =>
    result.outcome === 'put' ? [{ document: puts[i]!.entry, version: result.version }] : []
  )
}

/** Makes the digest of a mark; answers the rows that one made earlier under this mark does not hold. */
async function send(records: Records, mark: string, rows: readonly Found[], now: number): Promise<Found[]> {
  const [first] = rows
  if (!first) return []
  const alerts = rows.map(({ document }) => document.value.alert).toSorted(gravestFirst)
  const value: Delivery = {
    ...deliveryOf({ ...alerts[0]!, id: mark }, first.document.value.recipient),
    digest: alerts.slice(0, MOST),
    more: Math.max(0, alerts.length - MOST),
    taken: alerts.map(({ id }) => digest(id)),
    ...(alerts.some(({ gap }) => gap?.why === 'taken-over') && { perhapsRepeated: true })
  }
  await records.create('delivery', { id: value.id, value, dueAt: now })
  const stands = (await records.get<Delivery>('delivery', value.id))?.document.value
  const taken = new Set(stands?.taken)
  const isTaken = ({ document }: Found) => taken.has(digest(document.value.alert.id))
  const done = rows.filter(isTaken).map(({ document: { id, value }, version }) => ({ entry: { id, value }, version }))
  await records.putEach(KIND, done)
  return rows.filter(row => !isTaken(row))
}

const gravestFirst = (a: Alert, b: Alert) => Number(b.urgent) - Number(a.urgent) || a.dueAt - b.dueAt

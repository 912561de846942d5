import type { Entry, Records } from '@huiyin/ports/records.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import { gather } from './gather.ts'

const AT_MOST = 1_000
const DAY = 86_400_000
export const TAKEN_OVER = 'taken-over'
const REASON = 'It stands in the digest of what was due before this installation took over'

/**
 * A restored copy that took over `since` finds deliveries from before: whether the original told them nobody here can
 * know. They go in one digest for each recipient, marked as perhaps told before, instead of one by one (R45). Done
 * again, or by two at once, it makes the same rows.
 */
export async function gatherBefore(records: Records, since: number, now: number): Promise<void> {
  if (now - since > DAY) return
  const due = await records.due<Delivery>('delivery', now, AT_MOST)
  const older = due.filter(({ value }) => isOpen(value) && value.alert.madeAt < since && value.digest === undefined)
  const found = await records.getMany<Delivery>(
    'delivery',
    older.map(({ id }) => id)
  )
  const open = found.flatMap(one => (one && isOpen(one.document.value) ? [one] : []))
  if (open.length === 0) return
  const rows = open.map(({ document: { value } }) => ({ ...rowOf(value, since), tellAt: now }))
  await gather(records, rows)
  const puts = open.map(({ document: { id, value }, version }) => {
    const entry: Entry<Delivery> = { id, value: { ...value, state: 'cancelled', reason: REASON } }
    return { entry, version }
  })
  await records.putEach('delivery', puts)
}

const isOpen = ({ state }: Delivery) => state === 'pending' || state === 'sending'

function rowOf({ alert, channel, address }: Delivery, since: number) {
  const late: Alert = { ...alert, gather: 'late', gap: { from: alert.madeAt, to: since, why: TAKEN_OVER } }
  const known = alert.recipients.find(one => one.channel === channel && one.address === address)
  return { alert: late, recipient: known ?? { channel, ...(address !== undefined && { address }) } }
}

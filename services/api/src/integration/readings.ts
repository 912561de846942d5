import { lastAudit } from '@huiyin/ports/audit.ts'
import { allBulkJobs } from '@huiyin/ports/bulk-jobs.ts'
import type { Clock } from '@huiyin/ports/clock.ts'
import type { History } from '@huiyin/ports/history.ts'
import { openItems } from '@huiyin/ports/items.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Vault } from '@huiyin/ports/vault.ts'
import { linesOf, worstOf } from '@huiyin/ports/webhook-lines.ts'
import { openWebhooks } from '@huiyin/ports/webhooks.ts'
import { parkedNow, undelivered } from '../status/find.ts'
import type { Read, Reading } from './metrics.ts'

const OPEN = ['open', 'handling'] as const

export type ReadingPorts = {
  tickets: Tickets
  records: Records
  history: History
  vault: Vault
  clock: Clock
  /** How much each reader group has still to read. */
  lags: () => Promise<Record<string, number>>
}

/** How the house stands, from the store and the log: the same in every process. */
export const readingsOf =
  (ports: ReadingPorts): Read =>
  async () =>
    (
      await Promise.all([
        ticketReadings(ports),
        lagReadings(ports),
        webhookReadings(ports),
        alertReadings(ports),
        queueReadings(ports),
        backupReadings(ports)
      ])
    ).flat()

const one = (name: string, help: string, value: number): Reading => ({ name, help, value })

async function ticketReadings({ tickets, clock }: ReadingPorts): Promise<Reading[]> {
  const now = clock.now()
  const [status, level, overdue] = await Promise.all([
    tickets.count('status', {}),
    tickets.count('level', { status: OPEN }),
    tickets.count('level', { status: OPEN, dueBefore: now })
  ])
  return [
    { name: 'tickets', help: 'Tickets by status', label: 'status', values: status },
    { name: 'tickets_open', help: 'Tickets open or being handled, by risk level', label: 'level', values: level },
    { name: 'tickets_overdue', help: 'Those of them whose due time is past', label: 'level', values: overdue }
  ]
}

async function lagReadings({ lags }: ReadingPorts): Promise<Reading[]> {
  const values = await lags()
  return [{ name: 'log_lag_events', help: 'Events that a reader group has still to read', label: 'group', values }]
}

/** By state only: there may be many addresses, and an address may hold a secret. */
async function webhookReadings({ records, vault, clock }: ReadingPorts): Promise<Reading[]> {
  const all = await openWebhooks(records, vault, clock).list()
  const lines = await Promise.all(all.map(webhook => linesOf(records, webhook)))
  const states = Object.fromEntries(['active', 'paused', 'disabled'].map(state => [state, 0]))
  for (const { state } of all) states[state]! += 1
  const sum = (what: 'told' | 'failures') => lines.flat().reduce((all, line) => all + line[what], 0)
  const since = lines.flatMap((of, i) => (all[i]!.state === 'active' ? (worstOf(of)?.since ?? []) : []))
  const longest = since.length > 0 ? (clock.now() - Math.min(...since)) / 1_000 : 0
  return [
    { name: 'webhooks', help: 'Webhooks by state', label: 'state', values: states },
    one('webhook_deliveries', 'Events told to webhooks', sum('told')),
    one('webhook_failures', 'Tries to tell a webhook that came to nothing', sum('failures')),
    one('webhook_failing_seconds', 'For how long the webhook that fails longest has failed', longest)
  ]
}

async function alertReadings({ records }: ReadingPorts): Promise<Reading[]> {
  const [audit, items] = await Promise.all([lastAudit(records), openItems(records)])
  return [
    one('alerts_late', 'Alerts and deliveries that are two minutes late, fifty of each at most', audit?.gaps ?? 0),
    one('alerts_late_seconds', 'For how long the oldest of them has been due', (audit?.oldest ?? 0) / 1_000),
    one('alerts_audited_timestamp_seconds', 'When alerts were audited last; 0: never', (audit?.at ?? 0) / 1_000),
    one('operator_items_open', 'What waits for a person and is no ticket', items.length)
  ]
}

const COUNTED = 1_000

/** What waits somewhere in the house: a thousand are counted of each, fifty of what is parked. */
async function queueReadings({ records, tickets, clock }: ReadingPorts): Promise<Reading[]> {
  const now = clock.now()
  const [parked, unpublished, deliveries, jobs] = await Promise.all([
    parkedNow(records),
    tickets.due('unpublishedSince', now, COUNTED),
    undelivered(records, now),
    allBulkJobs(records)
  ])
  const values = {
    parked,
    unpublished: unpublished.length,
    deliveries: deliveries.waiting,
    jobs: jobs.filter(({ value }) => value.endedAt === undefined).length
  }
  const oldest = (deliveries.oldest ?? 0) / 1_000
  return [
    { name: 'queue_depth', help: 'What waits, by queue', label: 'queue', values },
    one('alert_undelivered_seconds', 'For how long the oldest alert has been on its way to somebody', oldest)
  ]
}

async function backupReadings({ history }: ReadingPorts): Promise<Reading[]> {
  const { rows } = await history.search({ type: 'backup.taken' }, { atMost: 1 })
  const at = (rows[0]?.at ?? 0) / 1_000
  return [one('backup_taken_timestamp_seconds', 'When the last backup was taken; 0: never', at)]
}

import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type Part, partsOf } from '@huiyin/ports/event-log.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import { RECENT, readLine } from '@huiyin/ports/webhook-lines.ts'
import { groupOf } from '@huiyin/ports/webhooks.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { StoredWebhook } from '@huiyin/schemas/webhook.ts'
import { deliverer, giveUp, type ToTell } from './deliver.ts'
import type { WebhookPorts } from './ports.ts'
import { openProgress } from './progress.ts'
import { eventIdOf, wantsTicket, wantsType } from './telling.ts'

/** What is told of one batch must stand among the recent: what was told before a crash is then known. */
const AT_MOST = RECENT / 2
/** So long, in ms, a batch may wait for more: what is asked of log and store is asked for each batch. */
const LINGER = 300
/** So many threads are told side by side; within one, one after the other. */
const SIDE_BY_SIDE = 4

/** What no waiting heals: its secret cannot be opened, or what it has to be told is gone from the log. */
const FOR_GOOD: ReadonlySet<string> = new Set(['KEY_MISSING', 'SECRET_UNREADABLE', 'LOG_OFFSET_LOST'])

/**
 * Tells one webhook what it is for, from where it stopped. What was told is written down before the batch commits, and
 * whoever stops in between meets the batch again: at least once, in the order of each ticket. Returns when the webhook
 * was disabled, or with the signal.
 */
export async function readFor(ports: WebhookPorts, webhook: StoredWebhook, signal: AbortSignal): Promise<void> {
  try {
    await tellFrom(ports, { webhook, secret: ports.webhooks.secretOf(webhook), signal })
  } catch (error) {
    if (!(error instanceof HuiyinError) || !FOR_GOOD.has(error.code)) throw error
    await giveUp(ports, webhook, { since: ports.clock.now(), why: error.code }, signal)
  }
}

async function tellFrom(ports: WebhookPorts, of: ToTell): Promise<void> {
  const { webhook, signal } = of
  for await (const batch of ports.events.read({ group: groupOf(webhook), atMost: AT_MOST, linger: LINGER, signal })) {
    for (const part of partsOf(batch)) // the scribe parks what is unreadable
      if (!(await tellPart(ports, of, part))) return
    await patiently('log', { logger: ports.logger, signal }, batch.commit)
  }
}

type Wanted = Part<HouseEvent>['rows']

/** False when it was disabled meanwhile. */
async function tellPart(ports: WebhookPorts, of: ToTell, { partition, rows }: Part<HouseEvent>): Promise<boolean> {
  const { records, logger } = ports
  const { webhook, signal } = of
  const wanted = rows.filter(({ event }) => event.at >= webhook.from && wantsType(webhook, event))
  if (wanted.length === 0) return true
  const patience = { logger, signal }
  const before = await patiently('store', patience, () => readLine(records, webhook, partition))
  const known = new Set(before.recent.flatMap(({ event, state }) => (state === 'delivered' ? [event] : [])))
  const left = wanted.filter(({ event, position }) => {
    const id = eventIdOf(event)
    if (!isBehind(before.offset, position.offset) || known.has(id)) return false
    known.add(id) // the log may hold one twice
    return true
  })
  const tickets = await patiently('store', patience, () => ticketsOf(ports, left))
  const progress = openProgress(ports, webhook, partition, before, signal)
  const deliver = deliverer(ports, of, progress)
  const threads = Map.groupBy(
    left.filter(({ event }) => {
      const ticket = tickets.get(event.ticket)
      return ticket !== undefined && wantsTicket(webhook, ticket)
    }),
    ({ event }) => event.key
  )
  let goesOn = true
  try {
    await sideBySide([...threads.values()], async thread => {
      for (const { event } of thread) {
        if (!goesOn) return
        goesOn = (await deliver(event, tickets.get(event.ticket)!)) && goesOn
      }
    })
  } finally {
    await progress.keep()
  }
  if (!goesOn) return false
  await progress.through(rows.at(-1)!.position.offset)
  return true
}

const isBehind = (offset: string, other: string) => BigInt(other) > BigInt(offset)

async function ticketsOf({ tickets }: WebhookPorts, wanted: Wanted): Promise<Map<string, Ticket>> {
  const ids = [...new Set(wanted.map(({ event }) => event.ticket))]
  const found = await tickets.getMany(ids)
  return new Map(found.flatMap(one => (one ? [[one.document.id, one.document]] : [])))
}

async function sideBySide<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all]
  const hand = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await work(next)
  }
  const results = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, hand)) // none is left running
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

import { raiseItem } from '@huiyin/ports/items.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import { subjectOf } from '@huiyin/ports/tell.ts'
import type { Failing } from '@huiyin/ports/webhook-lines.ts'
import { isSame } from '@huiyin/ports/webhooks.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { StoredWebhook, WebhookDelivery } from '@huiyin/schemas/webhook.ts'
import type { WebhookPorts } from './ports.ts'
import type { Progress } from './progress.ts'
import { tellingOf } from './telling.ts'

const SECOND = 1_000
const HOUR = 3_600_000
/** After so long without success nobody tries any more. */
const GIVEN_UP = 24 * HOUR

/** ms until the next try: 1 s, doubled each time, an hour at most. */
export const pauseAfter = (tries: number): number => Math.min(HOUR, SECOND * 2 ** Math.min(tries - 1, 12))

export type ToTell = { webhook: StoredWebhook; secret: string; signal: AbortSignal }

/**
 * Tries until it is told; false when the webhook is not what it was, or was disabled for it. One that a person has
 * changed is tried at once; one that was enabled again has another day.
 */
export function deliverer(ports: WebhookPorts, { webhook, secret, signal }: ToTell, progress: Progress) {
  const { webhooks, post, clock, wait, logger } = ports
  const still = () =>
    patiently('store', { logger, signal }, async () => isSame(await webhooks.find(webhook.id), webhook))

  /** How it went before, as far as it counts. */
  const before = (event: string): Failing | undefined => {
    const found = progress.failing(event)
    return found && found.since >= webhook.activeAt ? found : undefined
  }

  return async (event: HouseEvent, ticket: Ticket): Promise<boolean> => {
    const telling = tellingOf(event, ticket)
    let failing = before(telling.id)
    if (failing && failing.triedAt >= webhook.changedAt) await wait(failing.nextAt - clock.now(), signal)
    while (true) {
      signal.throwIfAborted()
      if (!(await still())) return false
      const tried = await post({ url: webhook.url, secret }, telling)
      const delivery = deliveryOf(
        event,
        ticket,
        { event: telling.id, ...tried },
        (failing?.tries ?? 0) + 1,
        clock.now()
      )
      if (tried.ok) {
        await progress.told(delivery)
        return true
      }
      failing = failingOf(delivery, failing)
      await progress.failed({ ...delivery, nextAt: failing.nextAt }, failing)
      if (failing.triedAt - failing.since >= GIVEN_UP) {
        await giveUp(ports, webhook, failing, signal)
        return false
      }
      await wait(failing.nextAt - failing.triedAt, signal)
    }
  }
}

type Tried = { event: string; ok: boolean; status?: number; why?: string }

const deliveryOf = (
  { type, at }: HouseEvent,
  { number: ticket }: Ticket,
  { event, ok, ...said }: Tried,
  attempts: number,
  triedAt: number
): WebhookDelivery => ({ event, type, ticket, at, state: ok ? 'delivered' : 'waiting', attempts, triedAt, ...said })

function failingOf(
  { attempts: tries, triedAt, why = 'no answer' }: WebhookDelivery,
  before: Failing | undefined
): Failing {
  return { since: before?.since ?? triedAt, tries, triedAt, nextAt: triedAt + pauseAfter(tries), why }
}

const WEBHOOKS = system('webhooks')

/** Disables it, and sees that people and the log know. */
export async function giveUp(
  { webhooks, records, tell, clock, logger }: WebhookPorts,
  webhook: StoredWebhook,
  { since, why }: Pick<Failing, 'since' | 'why'>,
  signal: AbortSignal
): Promise<void> {
  await patiently('store', { logger, signal }, async () => {
    const facts = { host: new URL(webhook.url).host, since, why }
    await raiseItem(records, { kind: 'webhook.disabled', about: webhook.id, facts }, clock.now()) // first: a crash hides it else
    await tell(subjectOf('webhook', webhook.id), { type: 'webhook.disabled', by: WEBHOOKS, data: { since } })
    await webhooks.disable(webhook, why)
  })
  logger.warn({ webhook: webhook.id, since }, 'a webhook was disabled')
}

import { patiently } from '@huiyin/ports/patience.ts'
import { type Failing, RECENT, type WebhookLine, writeLine } from '@huiyin/ports/webhook-lines.ts'
import type { StoredWebhook, WebhookDelivery } from '@huiyin/schemas/webhook.ts'
import type { WebhookPorts } from './ports.ts'

/** What was told is written down at least so often, in ms. */
const WRITTEN = 1_000

export interface Progress {
  /** How it went before, when it could not be told. */
  failing: (event: string) => Failing | undefined
  failed: (delivery: WebhookDelivery, failing: Failing) => Promise<void>
  told: (delivery: WebhookDelivery) => Promise<void>
  /** Writes down what is not yet: nobody is told it again after an orderly end. */
  keep: () => Promise<void>
  /** All up to there is told. */
  through: (offset: string) => Promise<void>
}

/** What is told of one batch, kept in the webhook's line of that partition. */
export function openProgress(
  { records, clock, logger }: WebhookPorts,
  webhook: StoredWebhook,
  partition: number,
  before: WebhookLine,
  signal: AbortSignal
): Progress {
  let line = before
  let kept = before
  let writtenAt = Number.NEGATIVE_INFINITY
  let writing: Promise<void> = Promise.resolve()

  /** One after the other: an older line never replaces a newer one. */
  const write = () => {
    writtenAt = clock.now()
    writing = writing.then(async () => {
      const now = line
      await patiently('store', { logger, signal }, () => writeLine(records, webhook, partition, now))
      kept = now
    })
    return writing
  }

  const without = (event: string) => Object.fromEntries(Object.entries(line.failing).filter(([id]) => id !== event))
  const recent = (delivery: WebhookDelivery) =>
    [...line.recent.filter(({ event }) => event !== delivery.event), delivery].slice(-RECENT)

  return {
    failing: event => line.failing[event],
    failed(delivery, failing) {
      const { event } = delivery
      line = {
        ...line,
        recent: recent(delivery),
        failing: { ...line.failing, [event]: failing },
        failures: line.failures + 1
      }
      return write()
    },
    async told(delivery) {
      line = { ...line, recent: recent(delivery), failing: without(delivery.event), told: line.told + 1 }
      if (clock.now() - writtenAt >= WRITTEN) await write()
    },
    keep: () => (line === kept ? writing : write()),
    through(offset) {
      line = { ...line, offset, failing: {} }
      return write()
    }
  }
}

import type { Clock } from '@huiyin/ports/clock.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tell } from '@huiyin/ports/tell.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { PostWebhook, Webhooks } from '@huiyin/ports/webhooks.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'

export interface WebhookPorts {
  events: EventLog<HouseEvent>
  tickets: Tickets
  records: Records
  webhooks: Webhooks
  post: PostWebhook
  tell: Tell
  clock: Clock
  /** Resolves after so many ms, rejects with the signal. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>
  logger: Logger
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { Start } from '@huiyin/adapters/house.ts'
import { webhookPost } from '@huiyin/adapters/outbound/post-webhook.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { openWebhooks } from '@huiyin/ports/webhooks.ts'
import { run } from './run.ts'

/** Tells others what happens to tickets. */
export const start: Start = ({ logs, store, vault, outbound, clock, logger }, signal) =>
  run(
    {
      events: logs.events,
      tickets: store.tickets,
      records: store.records,
      webhooks: openWebhooks(store.records, vault, clock),
      post: webhookPost(outbound, clock),
      tell: teller(logs.events, clock),
      clock,
      wait: (ms, signal) => sleep(Math.max(0, ms), undefined, { signal }),
      logger
    },
    signal
  )

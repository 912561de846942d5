import { setTimeout as sleep } from 'node:timers/promises'
import type { Start } from '@huiyin/adapters/house.ts'
import { webhookPost } from '@huiyin/adapters/outbound/post-webhook.ts'
import { openGuard } from '@huiyin/ports/environment.ts'
import { patiently } from '@huiyin/ports/patience.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { openWebhooks } from '@huiyin/ports/webhooks.ts'
import { run } from './run.ts'

/** Whether it has taken over is asked so often, in ms. */
const LOOKS = 2_000

/** Tells others what happens to tickets; a restored copy tells nobody before it has taken over (R45). */
export const start: Start = async (house, signal) => {
  const { logs, store, vault, outbound, clock, logger } = house
  const guard = openGuard(store.records, house)
  const pause = () => sleep(LOOKS, undefined, { signal }).catch(() => {}) // woken to end
  while (!signal.aborted && !(await patiently('store', { logger, signal }, guard.mayAlert))) await pause()
  if (signal.aborted) return
  await run(
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
}

import { patiently } from '@huiyin/ports/patience.ts'
import type { StoredWebhook } from '@huiyin/schemas/webhook.ts'
import type { WebhookPorts } from './ports.ts'
import { readFor } from './reader.ts'

/** Webhooks come, go and change so often at most, in ms. */
const REFRESH = 5_000

type Running = { as: string; end: AbortController; ended: Promise<void> }

/** By another of these its reader begins anew. */
const asItIs = ({ generation, changedAt }: StoredWebhook) => `${generation}/${changedAt}`

/**
 * Reads the log for every active webhook, each in a group of its own, so that one that does not answer holds up nobody
 * else. Several instances share the partitions of each group. Resolves after the signal; rejects when the log or the
 * store is lost for good.
 */
export async function run(ports: WebhookPorts, signal: AbortSignal): Promise<void> {
  const { webhooks, logger, wait } = ports
  const running = new Map<string, Running>()
  const failed = new AbortController()
  const either = AbortSignal.any([signal, failed.signal])
  let problem: { error: unknown } | undefined

  const read = async (webhook: StoredWebhook, end: AbortSignal) => {
    try {
      await readFor(ports, webhook, AbortSignal.any([either, end]))
      if (!end.aborted) running.delete(webhook.id) // it was not what it had been; where it is active it begins anew
    } catch (error) {
      if (end.aborted || either.aborted) return
      problem ??= { error }
      failed.abort()
    }
  }

  const begin = (webhook: StoredWebhook) => {
    const end = new AbortController()
    running.set(webhook.id, { as: asItIs(webhook), end, ended: read(webhook, end.signal) })
  }

  const stop = async (id: string) => {
    const one = running.get(id)
    one?.end.abort()
    await one?.ended // of one webhook never two at once
    running.delete(id)
  }

  const refresh = async () => {
    const all = await webhooks.list()
    const active = new Map(all.filter(({ state }) => state === 'active').map(one => [one.id, one]))
    for (const [id, { as }] of running) {
      const now = active.get(id)
      if (!now || asItIs(now) !== as) await stop(id)
    }
    for (const [id, webhook] of active) if (!running.has(id)) begin(webhook)
  }

  try {
    while (!either.aborted) {
      await patiently('store', { logger, signal: either }, refresh)
      await wait(REFRESH, either)
    }
  } catch (error) {
    if (!either.aborted) throw error
  } finally {
    await Promise.all(Array.from(running.keys(), stop))
  }
  if (problem) throw problem.error
}

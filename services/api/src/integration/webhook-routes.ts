import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { idOf } from '@huiyin/domain/ids.ts'
import { itemId, resolveItem } from '@huiyin/ports/items.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import { deliveriesOf, forgetLines, linesOf, worstOf } from '@huiyin/ports/webhook-lines.ts'
import { openWebhooks } from '@huiyin/ports/webhooks.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import {
  type StoredWebhook,
  WebhookBody,
  WebhookChange,
  WebhookChanged,
  WebhookDeliveries,
  WebhookList,
  WebhookMade,
  WebhookReplay,
  WebhookRow,
  WebhookTried
} from '@huiyin/schemas/webhook.ts'
import { MaybeKey } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'

const tags = ['webhooks']
const read = { config: { action: 'webhook.read' } } as const
const configure = { config: { action: 'webhook.configure' } } as const

/** Addresses that are told what happens to tickets. Their secrets are shown once, when they are made. */
export const webhookRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, vault, clock, events, addresses, postWebhook } = ports
  const webhooks = openWebhooks(records, vault, clock)
  const tell = teller(events, clock)

  /** Before it is done: what the log does not take is not done. */
  const told = (by: Actor, { id }: Pick<StoredWebhook, 'id'>, how: string) =>
    tell(subjectOf('settings', 'webhooks', id), { type: 'settings.changed', by, data: { what: 'webhooks', id, how } })

  const check = (url: string) =>
    addresses.check(url).catch(error => {
      throw Object.assign(error, { at: 'body/url' })
    })

  const shown = async (webhook: StoredWebhook): Promise<WebhookRow> => {
    const { sealed: _, generation: __, asked: ___, url, ...row } = webhook
    const failing = webhook.state === 'active' ? worstOf(await linesOf(records, webhook)) : undefined
    const { since, why, nextAt } = failing ?? {}
    return {
      ...row,
      url: withoutQuery(url),
      ...(since !== undefined && why !== undefined && nextAt !== undefined && { failing: { since, why, nextAt } })
    }
  }

  app.get(
    '/webhooks',
    { ...read, schema: { tags, summary: 'List webhooks', response: { 200: WebhookList, ...REFUSALS } } },
    async () => {
      await records.refresh()
      return { rows: await Promise.all((await webhooks.list()).map(shown)), now: clock.now() }
    }
  )

  app.post(
    '/webhooks',
    {
      ...configure,
      schema: {
        tags,
        summary: 'Tell an address what happens to tickets from now on; answers its secret, this once',
        headers: MaybeKey,
        body: WebhookBody,
        response: { 200: WebhookMade, ...REFUSALS }
      }
    },
    async request => {
      await check(request.body.url)
      const { webhook, secret } = await webhooks.make(request.body, actorOf(request).id, {
        key: request.headers['idempotency-key'],
        first: made => told(authorOf(request), made, 'made')
      })
      await records.refresh()
      return { row: await shown(webhook), secret }
    }
  )

  app.put(
    '/webhooks/:id',
    {
      ...configure,
      schema: {
        tags,
        summary: 'Change, pause or enable a webhook; enabled it goes on where it stopped',
        params: ById,
        body: WebhookChange,
        response: { 200: WebhookChanged, ...REFUSALS }
      }
    },
    async request => {
      const { url, state } = request.body
      if (url !== undefined) await check(url)
      const before = await webhooks.get(request.params.id)
      await told(authorOf(request), before, state === 'active' ? 'changed' : 'paused')
      const { webhook, ...secret } = await webhooks.change(before.id, request.body, actorOf(request).id)
      if (webhook.state === 'active') await resolveItem(records, itemOf(webhook), clock.now(), actorOf(request).id)
      await records.refresh()
      return { row: await shown(webhook), ...secret }
    }
  )

  app.delete(
    '/webhooks/:id',
    {
      ...configure,
      schema: { tags, summary: 'Remove a webhook', params: ById, response: { 200: WebhookRow, ...REFUSALS } }
    },
    async request => {
      const before = await webhooks.get(request.params.id)
      await told(authorOf(request), before, 'removed')
      const webhook = await webhooks.remove(before.id)
      await resolveItem(records, itemOf(webhook), clock.now(), actorOf(request).id)
      const row = await shown(webhook)
      await forgetLines(records, webhook)
      await records.refresh()
      return row
    }
  )

  app.post(
    '/webhooks/:id/test',
    {
      ...configure,
      schema: {
        tags,
        summary: 'Send it one event of type webhook.test now, and say what it answered',
        params: ById,
        response: { 200: WebhookTried, ...REFUSALS }
      }
    },
    async ({ params }) => {
      const webhook = await webhooks.get(params.id)
      const id = `evt_${randomUUID()}`
      const type = 'webhook.test'
      const body = JSON.stringify({ id, type, at: clock.now(), subject: idOf('webhook', webhook.id), data: {} })
      return postWebhook({ url: webhook.url, secret: webhooks.secretOf(webhook) }, { id, type, body })
    }
  )

  app.get(
    '/webhooks/:id/deliveries',
    {
      ...read,
      schema: {
        tags,
        summary: 'What was told last, the newest first: 100 at most, without what it said',
        params: ById,
        response: { 200: WebhookDeliveries, ...REFUSALS }
      }
    },
    async ({ params }) => {
      const webhook = await webhooks.get(params.id)
      await records.refresh()
      return { rows: deliveriesOf(await linesOf(records, webhook)), now: clock.now() }
    }
  )

  app.post(
    '/webhooks/:id/replay',
    {
      ...configure,
      schema: {
        tags,
        summary: 'Tell anew what happened since an instant of the last 28 days, each with its old id',
        params: ById,
        body: WebhookReplay,
        response: { 200: WebhookRow, ...REFUSALS }
      }
    },
    async request => {
      const before = await webhooks.get(request.params.id)
      await told(authorOf(request), before, 'replayed')
      const webhook = await webhooks.replay(before.id, request.body.from, actorOf(request).id)
      await records.refresh()
      return shown(webhook)
    }
  )
}

const itemOf = ({ id }: StoredWebhook) => itemId({ kind: 'webhook.disabled', about: id })

/** What follows the question mark is often a secret. */
function withoutQuery(text: string): string {
  const url = URL.parse(text)
  if (!url) return text
  return url.search === '' ? url.href : `${url.origin}${url.pathname}?…`
}

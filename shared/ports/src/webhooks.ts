import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { HuiyinError, keyReused, storeRefused } from '@huiyin/domain/errors.ts'
import type { EventType } from '@huiyin/schemas/event.ts'
import type { StoredWebhook, WebhookBody, WebhookChange, WebhookTried } from '@huiyin/schemas/webhook.ts'
import type { Clock } from './clock.ts'
import type { Records } from './records.ts'
import { entriesOf, tagOf } from './rule-records.ts'
import { openRecord, sealRecord } from './sealed.ts'
import type { Vault } from './vault.ts'

/** Kind of the records below. */
export const WEBHOOKS = 'webhook'
const AT_MOST = 20
const DAY = 86_400_000
/** The log forgets what is older. */
const OLDEST_REPLAY = 28 * DAY

/** What leaves for an address. `id` is the same in every try. */
export type Telling = { id: string; type: EventType | 'webhook.test'; body: string }

/** Posts it, signed; answers what came of it and never rejects for what the other side does. */
export type PostWebhook = (of: { url: string; secret: string }, telling: Telling) => Promise<WebhookTried>

/** Addresses that are told what happens to tickets. */
export interface Webhooks {
  /** By their creation. */
  list: () => Promise<StoredWebhook[]>
  /** Real-time. */
  find: (id: string) => Promise<StoredWebhook | undefined>
  /** Throws WEBHOOK_NOT_FOUND. */
  get: (id: string) => Promise<StoredWebhook>
  /**
   * Throws TOO_MANY beyond 20, KEY_MISSING, and what `first` throws, which is asked before it is there. Answers its
   * secret, which is not shown again but to who asks by the same key; KEY_REUSED for another body.
   */
  make: (
    body: WebhookBody,
    by: string,
    options?: { first?: (webhook: StoredWebhook) => Promise<void>; key?: string | undefined }
  ) => Promise<{ webhook: StoredWebhook; secret: string }>
  /** Throws WEBHOOK_NOT_FOUND. */
  change: (id: string, change: WebhookChange, by: string) => Promise<{ webhook: StoredWebhook; secret?: string }>
  /** Tells all anew that happened since the instant, as far as the log goes back. Throws WEBHOOK_NOT_FOUND, INVALID_REQUEST. */
  replay: (id: string, from: number, by: string) => Promise<StoredWebhook>
  /** Throws WEBHOOK_NOT_FOUND. */
  remove: (id: string) => Promise<StoredWebhook>
  /** True when this call did: it is as it was seen, and active. */
  disable: (seen: StoredWebhook, why: string) => Promise<boolean>
  /** Throws KEY_MISSING, SECRET_UNREADABLE. */
  secretOf: (webhook: StoredWebhook) => string
}

export function openWebhooks(records: Records, vault: Vault, clock: Clock): Webhooks {
  const read = (id: string) => records.get<StoredWebhook>(WEBHOOKS, id)
  const find = async (id: string) => (await read(id))?.document.value

  const list = async () => {
    const all = await Array.fromAsync(entriesOf<StoredWebhook>(records, WEBHOOKS))
    return all.map(({ value }) => value).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  }

  const get = async (id: string) => {
    const found = await find(id)
    if (found) return found
    throw webhookNotFound(id)
  }

  /** Again on what is there when somebody was faster. */
  async function changed(id: string, to: (before: StoredWebhook) => StoredWebhook): Promise<StoredWebhook> {
    while (true) {
      const found = await read(id)
      if (!found) throw webhookNotFound(id)
      const value = to(found.document.value)
      const put = await records.putIfUnchanged<StoredWebhook>(WEBHOOKS, { id, value }, found.version)
      if (put.outcome === 'refused') throw storeRefused(put.reason)
      if (put.outcome === 'put') return value
    }
  }

  const seal = (id: string, secret: string) => sealRecord(vault, WEBHOOKS, id, secret)
  const secretOf = (webhook: StoredWebhook) => openRecord(vault, WEBHOOKS, webhook.id, webhook) as string
  const newSecret = () => `hws_${randomBytes(32).toString('base64url')}`

  return {
    list,
    find,
    get,
    async make(body, by, { first, key } = {}) {
      const id = key === undefined ? randomUUID() : idBy(by, key)
      const asked = tagOf(body)
      const before = key === undefined ? undefined : await find(id)
      if (before && before.asked !== asked) throw keyReused()
      if (before) return { webhook: before, secret: secretOf(before) }
      await records.refresh()
      if ((await list()).length >= AT_MOST)
        throw new HuiyinError('TOO_MANY', `There are ${AT_MOST} webhooks; remove one before you add another`)
      const now = clock.now()
      const secret = newSecret()
      const times = { createdAt: now, changedAt: now, from: now, activeAt: now }
      const webhook: StoredWebhook = {
        ...{ id, ...body, sealed: seal(id, secret), state: 'active', by, changedBy: by, generation: 1 },
        ...times,
        ...(key !== undefined && { asked })
      }
      await first?.(webhook)
      if (await records.create<StoredWebhook>(WEBHOOKS, { id, value: webhook })) return { webhook, secret }
      const made = await get(id) // the same was asked at the same moment
      return { webhook: made, secret: secretOf(made) }
    },
    async change(id, { url, skip = false, newSecret: renews = false, ...rest }, by) {
      const secret = renews ? newSecret() : undefined
      const sealed = secret === undefined ? undefined : seal(id, secret)
      const now = clock.now()
      const webhook = await changed(id, before => {
        const { name, createdAt, by: maker, from, generation, activeAt } = before
        const wakes = before.state !== 'active' && rest.state === 'active'
        return {
          ...{ id, name, url: url ?? before.url, sealed: sealed ?? before.sealed, createdAt, by: maker },
          ...(before.asked !== undefined && { asked: before.asked }),
          ...rest,
          ...{ changedAt: now, changedBy: by, activeAt: wakes ? now : activeAt },
          ...(skip ? { from: now, generation: generation + 1 } : { from, generation })
        }
      })
      return { webhook, ...(secret !== undefined && { secret }) }
    },
    async replay(id, from, by) {
      const now = clock.now()
      if (from > now || from < now - OLDEST_REPLAY)
        throw new HuiyinError(
          'INVALID_REQUEST',
          `Expected an instant within the last 28 days, which the log goes back; ${from} came`
        )
      return changed(id, before => ({
        ...before,
        ...{ from, generation: before.generation + 1, changedAt: now, changedBy: by }
      }))
    },
    async remove(id) {
      const webhook = await get(id)
      await records.remove(WEBHOOKS, id)
      return webhook
    },
    async disable(seen, why) {
      while (true) {
        const found = await read(seen.id)
        if (!found || !isSame(found.document.value, seen)) return false
        const disabled = { at: clock.now(), why }
        const value: StoredWebhook = { ...found.document.value, state: 'disabled', disabled }
        const put = await records.putIfUnchanged<StoredWebhook>(WEBHOOKS, { id: seen.id, value }, found.version)
        if (put.outcome === 'refused') throw storeRefused(put.reason)
        if (put.outcome === 'put') return true
      }
    },
    secretOf
  }
}

/** Of what somebody makes by a key: always the same. */
function idBy(by: string, key: string): string {
  const hex = createHash('sha256').update(`${by} ${key}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}

/** Under which it reads the log: its place there is this group's. */
export const groupOf = ({ id, generation }: Pick<StoredWebhook, 'id' | 'generation'>) => `webhook-${id}-${generation}`

/** Whether it is active as it was seen: nobody has changed it, nor begun it anew. */
export const isSame = (now: StoredWebhook | undefined, seen: StoredWebhook): boolean =>
  now?.state === 'active' && now.changedAt === seen.changedAt && now.generation === seen.generation

const webhookNotFound = (id: string) =>
  new HuiyinError('WEBHOOK_NOT_FOUND', `There is no webhook "${id}"; list the webhooks again`)

import { createHash } from 'node:crypto'
import { type Delivery, deliver, type Parcel } from '../deliver.ts'
import type { World } from '../world.ts'
import { SCOPES } from './oauth.ts'

export interface KuaishouWebhookOrder {
  url: string
  /** The account's open_id. */
  account: string
  event: 'AUTHORIZE' | 'UN_AUTHORIZE' | 'test'
  scopes?: string[]
  /** How often the same is delivered; 1 unless told. */
  times?: number
  /** With a signature that is wrong. */
  forged?: boolean
}

/** The header `kwaisign`: hex of MD5 over the body as it is sent and the app secret. */
export const kwaisign = (raw: string, secret: string) =>
  createHash('md5')
    .update(raw + secret)
    .digest('hex')

const dataOf = ({ event, account, scopes = SCOPES }: KuaishouWebhookOrder) => {
  if (event === 'test') return {}
  return { open_id: account, scope: scopes, ...(event === 'AUTHORIZE' && { is_new: true }) }
}

/** Delivers events about the authorisation; Kuaishou has none about comments. Throws RangeError for unknown accounts. */
export function kuaishouSender(world: World) {
  let sent = 0

  function parcelOf(order: KuaishouWebhookOrder): Parcel {
    const app = world.office('kuaishou', order.account)?.app
    if (!app) throw new RangeError(`There is no kuaishou account "${order.account}" with an app here`)
    const now = world.clock.now()
    const id = `m-sim-${now}-${++sent}`
    const { event, url, times = 1, forged = false } = order
    const raw = JSON.stringify({ app_id: app.id, event, timestamp: now, message_id: id, data: dataOf(order) })
    return { id, event, url, raw, headers: { kwaisign: kwaisign(raw, forged ? 'forged' : app.secret) }, times }
  }

  return async (orders: readonly KuaishouWebhookOrder[], how?: { disorder?: boolean }): Promise<Delivery[]> =>
    deliver(orders.map(parcelOf), how)
}

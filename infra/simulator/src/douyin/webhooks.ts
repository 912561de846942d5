import { createHash } from 'node:crypto'
import { type Delivery, deliver, type Parcel } from '../deliver.ts'
import type { Office, SimComment } from '../things.ts'
import type { World } from '../world.ts'
import type { DouyinQuirks } from './quirks.ts'
import { commentRow, openIdOf } from './rows.ts'

export const DOUYIN_EVENTS = ['item_comment_reply', 'authorize', 'unauthorize', 'verify_webhook'] as const

export interface DouyinWebhookOrder {
  url: string
  /** The account's open_id. */
  account: string
  event: (typeof DOUYIN_EVENTS)[number]
  /** For `item_comment_reply`. */
  post?: string
  comment?: string
  /** For `authorize`. */
  scopes?: string[]
  /** For `verify_webhook`. */
  challenge?: number
  /** `content` as an object (else) or as JSON in a text. */
  contentAs?: 'object' | 'string'
  /** How often the same is delivered; 1 unless told. */
  times?: number
  /** With a signature that is wrong. */
  forged?: boolean
}

/** `X-Douyin-Signature`: lowercase hex of SHA-1 over the client secret and the body as it is sent. */
export const douyinSignature = (secret: string, raw: string) =>
  createHash('sha1')
    .update(secret + raw)
    .digest('hex')

/** Delivers events that the app is subscribed to. Rejects with RangeError for what does not exist here. */
export function douyinSender(world: World, quirks: DouyinQuirks, subscribed: (app: string, event: string) => boolean) {
  let sent = 0

  function officeOf(account: string): Office & { app: NonNullable<Office['app']> } {
    const office = world.office('douyin', account)
    if (!office?.app) throw new RangeError(`There is no douyin account "${account}" with an app here`)
    return { ...office, app: office.app }
  }

  function commentOf({ account, post = '', comment = '' }: DouyinWebhookOrder): SimComment {
    const found = world.comment('douyin', account, post, comment)
    if (!found) throw new RangeError(`There is no comment "${comment}" under douyin post "${post}"`)
    return found
  }

  function contentOf(order: DouyinWebhookOrder): object {
    if (order.event === 'verify_webhook') return { challenge: order.challenge ?? 12345 }
    if (order.event !== 'item_comment_reply') return { scopes: order.scopes ?? ['user_info', 'item.comment'] }
    const comment = commentOf(order)
    const {
      nick_name: _,
      avatar: __,
      top: ___,
      reply_comment_id,
      ...row
    } = {
      nick_name: '',
      avatar: '',
      reply_comment_id: '',
      ...commentRow(world, comment, quirks)
    }
    return { ...row, reply_to_comment_id: reply_comment_id, reply_to_item_id: comment.post, at_user_id: '' }
  }

  function fromOf(order: DouyinWebhookOrder): string {
    if (order.event !== 'item_comment_reply') return order.account
    const { author, account } = commentOf(order)
    return author ? openIdOf(author) : account
  }

  function parcelOf(order: DouyinWebhookOrder): Parcel[] {
    const { app } = officeOf(order.account)
    const { event, url, times = 1, contentAs = 'object', forged = false } = order
    if (event !== 'verify_webhook' && !subscribed(app.id, event)) return []
    const content = contentOf(order)
    const id = `sim-${world.clock.now()}-${++sent}`
    const raw = JSON.stringify({
      event,
      from_user_id: fromOf(order),
      to_user_id: order.account,
      client_key: app.id,
      content: contentAs === 'string' ? JSON.stringify(content) : content,
      log_id: `${id}-log`
    })
    const headers = { 'X-Douyin-Signature': douyinSignature(forged ? 'forged' : app.secret, raw), 'Msg-Id': id }
    return [{ id, event, url, raw, headers, times }]
  }

  return (orders: readonly DouyinWebhookOrder[], how?: { disorder?: boolean }): Promise<Delivery[]> =>
    deliver(orders.flatMap(parcelOf), how)
}

import type { CallbackReading, OutsideRequest } from '@huiyin/ports/intake.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import { isDouyinSignature, readDouyinEvent } from './douyin-webhook.ts'
import { json, jsonOf, reading } from './intake-reading.ts'
import { isKwaisign, readKuaishouEvent } from './kuaishou-webhook.ts'

/**
 * An event of Douyin's. One address serves all accounts of an app, so that an event may be about another of them:
 * `isOurs` says whether it is one that we read through the same app.
 */
export function readDouyinCallback(
  { credentials }: Account,
  { method, header, raw }: OutsideRequest,
  isOurs: (account: string) => boolean
): CallbackReading | undefined {
  const { clientSecret } = credentials
  if (method !== 'POST' || !clientSecret) return undefined
  if (!isDouyinSignature(raw, header('x-douyin-signature'), clientSecret)) return undefined
  const event = readDouyinEvent(jsonOf(raw))
  if (!event) throw new TypeError('The body must be an event of Douyin')
  if (event.kind === 'challenge') return reading(json({ challenge: event.challenge }))
  const heard = json({ err_no: 0, err_tips: 'success' })
  if (event.kind === 'other' || !isOurs(event.account)) return reading(heard)
  if (event.kind === 'hint') return reading(heard, { hints: [{ account: event.account, post: event.post }] })
  return reading(heard, event.kind === 'unauthorise' ? { unauthorised: [event.account] } : {})
}

/** An event of Kuaishou's; none tells of comments. */
export function readKuaishouCallback(
  { credentials }: Account,
  { method, header, raw }: OutsideRequest,
  isOurs: (account: string) => boolean
): CallbackReading | undefined {
  const { appSecret } = credentials
  if (method !== 'POST' || !appSecret || !isKwaisign(raw, header('kwaisign'), appSecret)) return undefined
  const event = readKuaishouEvent(jsonOf(raw))
  if (!event) throw new TypeError('The body must be an event of Kuaishou')
  const heard = json({ result: 1, message_id: event.message })
  const gone = event.kind === 'unauthorise' && isOurs(event.account)
  return reading(heard, gone ? { unauthorised: [event.account] } : {})
}

import { createHash, timingSafeEqual } from 'node:crypto'
import { isObject } from './http.ts'

/** What an event of Kuaishou's asks of us; none tells of comments. The answer is `{"result": 1, "message_id": …}`. */
export type KuaishouEvent = { message: string } & (
  | { kind: 'authorise'; account: string; scopes: string[] }
  | { kind: 'unauthorise'; account: string }
  | { kind: 'test' }
  /** One that does not concern us. */
  | { kind: 'other'; event: string }
)

/** Whether the header `kwaisign` is MD5 over the body as it came and the app secret. */
export function isKwaisign(raw: Uint8Array, signature: string | undefined, appSecret: string): boolean {
  const expected = createHash('md5').update(raw).update(appSecret).digest()
  const given = /^[0-9a-f]{32}$/i.test(signature ?? '') ? Buffer.from(signature ?? '', 'hex') : undefined
  return given !== undefined && timingSafeEqual(given, expected)
}

/** Reads an event whose signature is good. Events come twice: `message` tells them apart. Undefined when it is none. */
export function readKuaishouEvent(body: unknown): KuaishouEvent | undefined {
  if (!isObject(body) || typeof body.event !== 'string' || typeof body.message_id !== 'string') return undefined
  const { event, message_id: message } = body
  if (event === 'test') return { kind: 'test', message }
  if (event !== 'AUTHORIZE' && event !== 'UN_AUTHORIZE') return { kind: 'other', event, message }
  const data = isObject(body.data) ? body.data : {}
  const { open_id: account } = data
  if (typeof account !== 'string' || account === '') return undefined
  if (event === 'UN_AUTHORIZE') return { kind: 'unauthorise', account, message }
  const scopes = Array.isArray(data.scope) ? data.scope.filter(scope => typeof scope === 'string') : []
  return { kind: 'authorise', account, scopes, message }
}

import { createHash, timingSafeEqual } from 'node:crypto'
import { isObject } from './http.ts'

/** What an event of Douyin's asks of us. A hint says where to look; what came is read from the interface. */
export type DouyinEvent =
  | { kind: 'challenge'; challenge: number | string }
  | { kind: 'hint'; account: string; post: string; comment?: string }
  | { kind: 'authorise'; account: string; scopes: string[] }
  | { kind: 'unauthorise'; account: string }
  /** One that does not concern us. */
  | { kind: 'other'; event: string }

/** Whether `X-Douyin-Signature` is SHA-1 over the client secret and the body as it came. */
export function isDouyinSignature(raw: Uint8Array, signature: string | undefined, clientSecret: string): boolean {
  const expected = createHash('sha1').update(clientSecret).update(raw).digest()
  const given = /^[0-9a-f]{40}$/.test(signature ?? '') ? Buffer.from(signature ?? '', 'hex') : undefined
  return given !== undefined && timingSafeEqual(given, expected)
}

/**
 * Reads an event whose signature is good. `content` may be an object or its text. A reply to the challenge is
 * `{"challenge": …}`. Events come twice and out of order; the header `Msg-Id` tells them apart. Undefined when it is none.
 */
export function readDouyinEvent(body: unknown): DouyinEvent | undefined {
  if (!isObject(body) || typeof body.event !== 'string') return undefined
  const { event, from_user_id: from, to_user_id: to } = body
  const content = contentOf(body.content)
  switch (event) {
    case 'verify_webhook': {
      const { challenge } = content
      return typeof challenge === 'number' || typeof challenge === 'string'
        ? { kind: 'challenge', challenge }
        : undefined
    }
    case 'item_comment_reply': {
      const { reply_to_item_id: post, comment_id: comment } = content
      if (!isId(post) || !isId(to)) return undefined
      return { kind: 'hint', account: to, post, ...(isId(comment) && { comment }) }
    }
    case 'authorize': {
      const scopes = Array.isArray(content.scopes) ? content.scopes.filter(isId) : []
      return isId(from) ? { kind: 'authorise', account: from, scopes } : undefined
    }
    case 'unauthorize':
      return isId(from) ? { kind: 'unauthorise', account: from } : undefined
    default:
      return { kind: 'other', event }
  }
}

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 500

function contentOf(content: unknown): Record<string, unknown> {
  if (typeof content !== 'string') return isObject(content) ? content : {}
  try {
    const parsed: unknown = JSON.parse(content)
    return isObject(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

import { PRIVATE } from '@huiyin/domain/private-post.ts'
import type { CallbackReading, OutsideRequest } from '@huiyin/ports/intake.ts'
import type { Account } from '@huiyin/schemas/account.ts'
import type { NativeComment } from '@huiyin/schemas/native-comment.ts'
import { reading } from './intake-reading.ts'
import { checkSignature, decrypt, readMessage, type WechatMessage } from './wechat-message.ts'
import { readXml } from './wechat-xml.ts'

/**
 * WeChat's message callback: the check of the address (GET), messages and events (POST). Where the account has a key
 * only what is encrypted with it is believed: the plain signature covers no word of the message.
 */
export function readWechatCallback(
  { id: appid, credentials }: Account,
  { method, query, raw }: OutsideRequest
): CallbackReading | undefined {
  const { callbackToken: token, callbackKey: key } = credentials
  if (!token) return undefined
  const { timestamp = '', nonce = '', signature = '', msg_signature: encryptedSignature = '' } = query
  const of = { token, timestamp, nonce }
  if (method === 'GET')
    return checkSignature(of, signature) ? reading({ type: 'text/plain', body: query.echostr ?? '' }) : undefined

  const xml = Buffer.from(raw).toString('utf8')
  if (!key) return checkSignature(of, signature) ? told(readMessage(xml)) : undefined
  const encrypted = readXml(xml)?.Encrypt
  if (typeof encrypted !== 'string' || !checkSignature({ ...of, encrypted }, encryptedSignature)) return undefined
  const plain = decrypt(key, appid, encrypted)
  return plain === undefined ? undefined : told(readMessage(plain))
}

function told(message: WechatMessage | undefined): CallbackReading {
  if (!message) throw new TypeError('The body must be the XML of a message or event of WeChat')
  const posts = message.kind === 'published' ? message.posts : []
  const published = message.kind === 'published' ? { publishedAt: message.at } : {}
  return reading(
    { type: 'text/plain', body: 'success' },
    { comments: commentsIn(message), posts: posts.map(post => ({ ...post, ...published })) }
  )
}

const SHOWN: Record<string, string> = {
  image: '[图片]',
  voice: '[语音]',
  video: '[视频]',
  shortvideo: '[视频]',
  location: '[位置]',
  link: '[链接]'
}

function commentsIn(message: WechatMessage): NativeComment[] {
  if (message.kind === 'message') {
    const { openid, text, at, id } = message
    return [said({ openid, text, at, id })]
  }
  if (message.kind !== 'other') return []
  const { type, openid, at } = message
  const text = SHOWN[type]
  // One that shows something has no id here; a person sends one in a second.
  return text !== undefined && openid && at !== undefined
    ? [said({ openid, text, at, id: `${type}-${at / 1000}` })]
    : []
}

const said = ({ openid, text, at, id }: { openid: string; text: string; at: number; id: string }): NativeComment => ({
  post: PRIVATE,
  root: openid,
  comment: id,
  author: { id: openid },
  ours: false,
  text,
  publishedAt: at
})

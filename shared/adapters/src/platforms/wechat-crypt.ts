import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const RANDOM = 16
const LENGTH = 4
const BLOCK = 32

export interface Signed {
  /** The token of the message callback, as it was set up. */
  token: string
  timestamp: string
  nonce: string
  /** The content of `<Encrypt>`, for `msg_signature`; absent for `signature`. */
  encrypted?: string
}

/** `signature`, or `msg_signature` when something encrypted came along, as WeChat makes them. */
export function sign({ token, timestamp, nonce, encrypted }: Signed): string {
  const parts = [token, timestamp, nonce, ...(encrypted !== undefined ? [encrypted] : [])]
  return createHash('sha1').update(parts.sort().join('')).digest('hex')
}

/** Whether WeChat made this signature. */
export function checkSignature(signed: Signed, signature: string): boolean {
  const ours = Buffer.from(sign(signed))
  const theirs = Buffer.from(signature)
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

/** The 32 bytes of an EncodingAESKey (43 letters and digits). Throws TypeError when it is none. */
function keyOf(encodingKey: string): Buffer {
  const key = Buffer.from(`${encodingKey}=`, 'base64')
  if (encodingKey.length !== 43 || key.length !== 32) throw new TypeError('EncodingAESKey must have 43 characters')
  return key
}

/** What `<Encrypt>` holds; undefined when it was not made with our key for our appid. Throws TypeError for a key that is none. */
export function decrypt(encodingKey: string, appid: string, encrypted: string): string | undefined {
  const key = keyOf(encodingKey)
  const plain = open(key, Buffer.from(encrypted, 'base64'))
  const padding = plain?.at(-1) ?? 0
  if (!plain || padding < 1 || padding > BLOCK || plain.length < RANDOM + LENGTH + padding) return undefined
  const bare = plain.subarray(RANDOM, plain.length - padding)
  const length = bare.length >= LENGTH ? bare.readUInt32BE(0) : Number.POSITIVE_INFINITY
  if (LENGTH + length > bare.length) return undefined
  const text = bare.subarray(LENGTH, LENGTH + length).toString('utf8')
  return bare.subarray(LENGTH + length).toString('utf8') === appid ? text : undefined
}

function open(key: Buffer, bytes: Buffer): Buffer | undefined {
  if (bytes.length === 0 || bytes.length % 16 !== 0) return undefined
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([decipher.update(bytes), decipher.final()])
}

/** The content of `<Encrypt>` for a text. Throws TypeError for a key that is none. */
export function encrypt(encodingKey: string, appid: string, text: string, random = randomBytes(RANDOM)): string {
  const key = keyOf(encodingKey)
  const message = Buffer.from(text)
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32BE(message.length)
  const bare = Buffer.concat([random, length, message, Buffer.from(appid)])
  const padding = BLOCK - (bare.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(bare), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64'
  )
}

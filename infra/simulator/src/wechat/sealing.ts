import { createCipheriv, createHash, randomBytes } from 'node:crypto'

const BLOCK = 32

/** What WeChat puts behind a callback address: time (s), nonce, and the SHA-1 over both and the token, sorted. */
export function signed(token: string, now: number, given?: { timestamp: string; nonce: string; sealed: string }) {
  const timestamp = given?.timestamp ?? String(Math.floor(now / 1000))
  const nonce = given?.nonce ?? randomBytes(4).readUInt32BE().toString()
  const parts = [token, timestamp, nonce, ...(given ? [given.sealed] : [])]
  return { signature: createHash('sha1').update(parts.sort().join('')).digest('hex'), timestamp, nonce }
}

/**
 * The safe mode: AES-256-CBC over 16 random bytes, the length, the text and the app id, padded to blocks of 32.
 * `key` is the EncodingAESKey. Base64.
 */
export function encrypted(text: string, key: string, appid: string, random: Buffer = randomBytes(16)): string {
  const secret = Buffer.from(`${key}=`, 'base64')
  const words = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(words.length)
  const plain = Buffer.concat([random, length, words, Buffer.from(appid)])
  const missing = BLOCK - (plain.length % BLOCK)
  const cipher = createCipheriv('aes-256-cbc', secret, secret.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(missing, missing)), cipher.final()]).toString(
    'base64'
  )
}

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Keys } from './secret.ts'

/**
 * A chunk on the disk: `hyb1`, a random nonce of 12 bytes, the compressed text sealed by AES-256-GCM, its tag of 16. The
 * head of the archive and the name of the chunk are authenticated with it, so that none can stand in for another.
 */
const MAGIC = Buffer.from('hyb1')
const [NONCE, TAG] = [12, 16]
const FIRST = MAGIC.length + NONCE
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }
/** More than any chunk of ours has: what claims more is none. */
const LARGEST = 512 * 1024 * 1024

/** The name of a chunk follows from what is in it, and tells nothing of it without the key. */
export const nameOf = ({ names }: Keys, plain: Buffer): string =>
  createHmac('sha256', names).update(plain).digest('base64url')

export function sealChunk({ chunks, about }: Keys, name: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', chunks, nonce).setAAD(aad(about, name))
  const sealed = cipher.update(zstdCompressSync(plain, ZSTD))
  return Buffer.concat([MAGIC, nonce, sealed, cipher.final(), cipher.getAuthTag()])
}

/** Undefined when it is not what was sealed under this name. */
export function openChunk({ chunks, about }: Keys, name: string, sealed: Buffer): Buffer | undefined {
  if (sealed.length < FIRST + TAG || !sealed.subarray(0, MAGIC.length).equals(MAGIC)) return
  try {
    const cipher = createDecipheriv('aes-256-gcm', chunks, sealed.subarray(MAGIC.length, FIRST), { authTagLength: TAG })
    cipher.setAAD(aad(about, name)).setAuthTag(sealed.subarray(-TAG))
    const packed = Buffer.concat([cipher.update(sealed.subarray(FIRST, -TAG)), cipher.final()])
    return zstdDecompressSync(packed, { maxOutputLength: LARGEST })
  } catch {
    return
  }
}

const aad = (about: Buffer, name: string) => Buffer.concat([about, Buffer.from(name)])

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { secretUnreadable } from '@huiyin/domain/errors.ts'
import type { Key } from './keys.ts'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'v1'

/** `v1.<key id>.<iv>.<ciphertext and tag>`, the last two in base64url. AES-256-GCM; `about` is authenticated with it. */
export function sealText(text: string, about: string, { id, bytes }: Key): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, bytes, iv).setAAD(aad(about))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return [VERSION, id, iv.toString('base64url'), sealed.toString('base64url')].join('.')
}

/** Throws SECRET_UNREADABLE when it was changed or sealed for something else. */
export function openText(sealed: string, about: string, { id, bytes }: Key): string {
  const [, , ivText = '', bodyText = ''] = sealed.split('.')
  const [iv, body] = [exactly(ivText, about), exactly(bodyText, about)]
  if (iv.length !== IV_BYTES || body.length < TAG_BYTES) throw changed(about, id)
  try {
    const cipher = createDecipheriv(CIPHER, bytes, iv, { authTagLength: TAG_BYTES })
      .setAAD(aad(about))
      .setAuthTag(body.subarray(-TAG_BYTES))
    return Buffer.concat([cipher.update(body.subarray(0, -TAG_BYTES)), cipher.final()]).toString('utf8')
  } catch {
    throw changed(about, id)
  }
}

const aad = (about: string) => Buffer.from(`${VERSION}/${about}`, 'utf8')

/** The last character of base64url has bits that say nothing: another spelling of the same bytes is a change too. */
function exactly(text: string, about: string): Buffer {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) throw notSealed(about)
  return bytes
}

export const notSealed = (about: string) =>
  secretUnreadable(`The secret of ${about} is no sealed text; expected v1.<key id>.<iv>.<text> in base64url`)

const changed = (about: string, id: string) =>
  secretUnreadable(
    `The secret of ${about} cannot be opened with its key ${id}: it was changed, or sealed for something else; enter it again`
  )

import { createHash, randomBytes } from 'node:crypto'
import { settingsInvalid } from '@huiyin/domain/errors.ts'

const KEY_BYTES = 32
const ID_LENGTH = 8

/** A key of AES-256. Its id tells keys apart and says nothing of them. */
export interface Key {
  id: string
  bytes: Buffer
}

export const newKeyText = (): string => randomBytes(KEY_BYTES).toString('base64')

const keyOfBytes = (bytes: Buffer): Key => ({
  id: createHash('sha256').update('huiyin key ').update(bytes).digest('base64url').slice(0, ID_LENGTH),
  bytes
})

/** The keys of a text, in its order. Throws SETTINGS_INVALID that names `where`, and never a key. */
export function parseKeys(text: string, where: string): Key[] {
  const keys = text
    .split(/[\n,]/)
    .map(part => part.trim())
    .filter(Boolean)
    .map((part, i) => parseKey(part, `${where}, key ${i + 1}`))
  const twice = keys.findIndex(({ id }, i) => keys.findIndex(other => other.id === id) < i)
  if (twice >= 0)
    throw settingsInvalid(`${where}: key ${twice + 1} is there already; each stands once, the newest first`)
  return keys
}

function parseKey(part: string, where: string): Key {
  const bytes = Buffer.from(part, 'base64')
  const canonical = bytes.toString('base64').replace(/(?<!=)=+$/, '')
  const given = part
    .replace(/(?<!=)=+$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
  if (bytes.length === KEY_BYTES && canonical === given) return keyOfBytes(bytes)
  throw settingsInvalid(
    `${where}: expected 32 bytes in base64 (44 characters), such as openssl rand -base64 32 prints; ${part.length} characters came`
  )
}

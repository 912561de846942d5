import { createHmac, hkdfSync, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { HuiyinError, settingsInvalid } from '@huiyin/domain/errors.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { type Static, Type } from 'typebox'
import { keyFile } from '../secrets/key-file.ts'
import { digestOf } from './sum.ts'

/** What opens an archive: words that a person keeps, or a file with 32 bytes in base64. */
export type BackupSecret = { passphrase: string } | { keyFile: string }

/** The least that a passphrase may have; it is stretched, not made longer. */
const SHORTEST = 12
/** 128 MB and 0.4 s for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1 }
const MEMORY = 2 ** 28

const Header = Type.Object(
  {
    huiyinBackup: Type.Integer({ minimum: 1 }),
    madeAt: Type.String(),
    salt: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    key: Type.Union([
      Type.Object({
        by: Type.Literal('passphrase'),
        scrypt: Type.Object({
          N: Type.Integer({ maximum: 2 ** 20 }),
          r: Type.Integer({ maximum: 32 }),
          p: Type.Integer({ maximum: 16 })
        })
      }),
      Type.Object({ by: Type.Literal('file'), id: Type.String() })
    ]),
    check: Type.String()
  },
  { additionalProperties: false }
)
type Header = Static<typeof Header>
const parseHeader = parser(Header, 'header of an archive')

/** The layout of an archive that this program writes, and the newest that it reads. */
export const FORMAT = 1
const NAME = 'huiyin-backup.json'

/** The keys of one archive. Each has one purpose; `about` is bound into everything that is sealed. */
export interface Keys {
  chunks: Buffer
  names: Buffer
  pages: Buffer
  about: Buffer
}

/** The head of a new archive, in the text of its file, and its keys. Throws SETTINGS_INVALID. */
export function newHeader(secret: BackupSecret, now: number): { text: string; keys: Keys } {
  const salt = randomBytes(32)
  const key: Header['key'] =
    'passphrase' in secret ? { by: 'passphrase', scrypt: COST } : { by: 'file', id: fileKey(secret.keyFile).id }
  const head = { huiyinBackup: FORMAT, madeAt: new Date(now).toISOString(), salt: salt.toString('base64url'), key }
  const master = masterOf(secret, key, salt)
  const text = `${JSON.stringify({ ...head, check: checkOf(master, salt, head) }, undefined, 2)}\n`
  return { text, keys: keysOf(master, salt, text) }
}

/** The keys of an archive by the text of its head. Throws SECRET_UNREADABLE for another key, ARCHIVE_DAMAGED. */
export function openHeader(text: string, secret: BackupSecret): Keys {
  const { check, ...head } = headerIn(text)
  const salt = Buffer.from(head.salt, 'base64url')
  const master = masterOf(secret, head.key, salt)
  const expected = Buffer.from(checkOf(master, salt, head))
  const came = Buffer.from(check)
  if (came.length !== expected.length || !timingSafeEqual(came, expected)) throw wrongKey(head.key)
  return keysOf(master, salt, text)
}

function headerIn(text: string): Header {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    throw new HuiyinError('ARCHIVE_DAMAGED', `The archive is damaged: ${NAME} is no JSON`)
  }
  const format = (raw as { huiyinBackup?: unknown } | null)?.huiyinBackup
  if (typeof format === 'number' && format > FORMAT)
    throw new HuiyinError(
      'STORE_UNAVAILABLE',
      `The archive was written by a newer Huiyin (format ${format}, this one knows ${FORMAT}); restore it with that one`
    )
  try {
    return parseHeader(raw)
  } catch (cause) {
    throw new HuiyinError('ARCHIVE_DAMAGED', `The archive is damaged: ${NAME} is not what was written`, { cause })
  }
}

const wrongKey = ({ by }: Header['key']) =>
  new HuiyinError(
    'SECRET_UNREADABLE',
    `This ${by === 'file' ? 'key file' : 'passphrase'} does not open the archive: it was made with another, or its ${NAME} was changed`
  )

function masterOf(secret: BackupSecret, key: Header['key'], salt: Buffer): Buffer {
  if ('passphrase' in secret) {
    if (key.by !== 'passphrase')
      throw new HuiyinError(
        'SECRET_UNREADABLE',
        `The archive was made with the key file of id ${key.id}; name it by --key-file`
      )
    if (secret.passphrase.length < SHORTEST)
      throw settingsInvalid(
        `A passphrase has ${SHORTEST} characters at least; this one has ${secret.passphrase.length}`
      )
    return scryptSync(secret.passphrase.normalize('NFKC'), salt, 32, { ...key.scrypt, maxmem: MEMORY })
  }
  if (key.by !== 'file')
    throw new HuiyinError('SECRET_UNREADABLE', 'The archive was made with a passphrase, not with a key file')
  const { id, bytes } = fileKey(secret.keyFile, key.id)
  if (id !== key.id)
    throw new HuiyinError(
      'SECRET_UNREADABLE',
      `The archive was made with the key of id ${key.id}; the file ${secret.keyFile} has ${id}`
    )
  return bytes
}

/** The key of a file, or, where it holds several, the one of that id. */
function fileKey(path: string, wanted?: string) {
  const keys = keyFile(path).read()
  const found = keys.find(({ id }) => id === wanted) ?? keys[0]
  if (found) return found
  throw settingsInvalid(`There is no key in ${path}; huiyin backup key ${path} makes one`)
}

const derived = (master: Buffer, salt: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', master, salt, `huiyin backup ${purpose}`, 32))

const checkOf = (master: Buffer, salt: Buffer, head: object) =>
  createHmac('sha256', derived(master, salt, 'check'))
    .update(JSON.stringify(head))
    .digest('base64url')

const keysOf = (master: Buffer, salt: Buffer, text: string): Keys => ({
  chunks: derived(master, salt, 'chunks'),
  names: derived(master, salt, 'names'),
  pages: derived(master, salt, 'pages'),
  about: digestOf(text)
})

export { NAME as HEADER_FILE }

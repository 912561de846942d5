import { buffer } from 'node:stream/consumers'
import { digest } from '@huiyin/domain/ids.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { OfAccount } from '@huiyin/ports/documents.ts'
import { FILE_USES } from '@huiyin/ports/file-uses.ts'
import type { Files } from '@huiyin/ports/files.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ThreadComment } from '@huiyin/schemas/api-comments.ts'
import { SCREENSHOT_LIMIT } from '@huiyin/schemas/api-intake.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { screenshotInvalid, screenshotNotFound } from '../errors.ts'

/** Kinds of the records; ids are those of the comments. The note is small: lists ask for it. */
const PICTURE = 'screenshot'
const NOTE = 'screenshot-note'

/** Earlier versions kept the picture itself in the record. */
type Kept = { type: string; sha256: string } | { type: string; base64: string }
/** Who added it, when, when the comment was published, by which it is found, and of which account it is. */
export type Note = { by: Actor; at: number; publishedAt: number; of?: OfAccount }
type Store = { records: Records; comments: Comments; files: Files }

export interface Screenshot {
  type: 'image/png' | 'image/jpeg' | 'image/webp'
  bytes: Buffer
}

const startsWith = (bytes: Buffer, magic: string, at = 0) =>
  bytes.subarray(at, at + magic.length).equals(Buffer.from(magic, 'latin1'))

function typeOf(bytes: Buffer): Screenshot['type'] | undefined {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png'
  if (startsWith(bytes, '\xff\xd8\xff')) return 'image/jpeg'
  return startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8) ? 'image/webp' : undefined
}

/** The picture that was sent as base64; what it is its first bytes say. Throws SCREENSHOT_INVALID. */
export function readScreenshot(sent: string): Screenshot {
  const base64 = sent.replace(/^data:image\/\w{1,10};base64,/, '')
  const bytes = Buffer.from(base64, 'base64')
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw screenshotInvalid('body/screenshot must be base64')
  if (bytes.length > SCREENSHOT_LIMIT)
    throw screenshotInvalid(`body/screenshot may have 2 MB; this one has ${Math.ceil(bytes.length / 1024)} KB`)
  const type = typeOf(bytes)
  if (type) return { type, bytes }
  throw screenshotInvalid('body/screenshot must be a picture: PNG, JPEG or WebP')
}

/** Kept once: what was shown first as evidence stays. */
export async function keepScreenshot(
  { records, files }: Pick<Store, 'records' | 'files'>,
  id: string,
  { type, bytes }: Screenshot,
  note: Note
): Promise<void> {
  const file = await files.receive([bytes], SCREENSHOT_LIMIT)
  try {
    await file.keep()
    await records.create(FILE_USES, { id: `${file.sha256}-${digest(id)}`, value: {} })
    await file.keep() // whoever tidied the same content in between did not see the note
    await records.create<Kept>(PICTURE, { id, value: { type, sha256: file.sha256 } })
    await records.create<Note>(NOTE, { id, value: note }) // what has a note has its picture
  } finally {
    await file.discard()
  }
}

type Shown = { type: string; bytes: Buffer; note: Note; comment?: StoredComment }

/**
 * The comment is absent until it has come in. Throws SCREENSHOT_NOT_FOUND, also when the comment was erased, and
 * ATTACHMENT_DAMAGED.
 */
export async function screenshotOf({ records, comments, files }: Store, id: string): Promise<Shown> {
  const note = (await records.get<Note>(NOTE, id))?.document.value
  const [comment] = note ? await comments.getMany([{ id, publishedAt: note.publishedAt }]) : []
  const found = note && comment?.document.state !== 'erased' ? await records.get<Kept>(PICTURE, id) : undefined
  if (!note || !found) throw screenshotNotFound(id)
  const kept = found.document.value
  const bytes =
    'base64' in kept ? Buffer.from(kept.base64, 'base64') : await buffer((await files.open(kept.sha256)).content)
  return { type: kept.type, bytes, note, ...(comment && { comment: comment.document }) }
}

/** The rows of a thread, those marked of which a screenshot is kept. */
export async function withScreenshots(
  records: Records,
  thread: readonly StoredComment[],
  rows: readonly ThreadComment[]
): Promise<ThreadComment[]> {
  const ids = thread.filter(({ source, state }) => source === 'hand' && state !== 'erased').map(({ id }) => id)
  const notes = ids.length > 0 ? await records.getMany<Note>(NOTE, ids) : []
  const kept = new Set(ids.filter((_, i) => notes[i]))
  return rows.map(row => (kept.has(row.id) ? { ...row, screenshot: true } : row))
}

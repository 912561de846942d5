import { createHash } from 'node:crypto'
import { commentId, textHash, threadKey } from '@huiyin/domain/ids.ts'
import { Observation, TEXT_LIMIT } from '@huiyin/schemas/comment.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import type { Fields } from './columns.ts'
import { instantOf } from './time.ts'

const DAY = 86_400_000
const HISTORY_AFTER = 7 * DAY
const NO_POST = 'imported'

/** What holds for all lines of one import. Instants in ms, UTC. */
export interface Import {
  platform: PlatformName
  account: string
  /** Under which post, where a line does not say. */
  post?: string
  /** `auto`: what is older than seven days is history. */
  as: 'auto' | 'history' | 'live'
  now: number
  /** When the file was written: a newer observation in the house stays. */
  writtenAt: number
}

export type Judged = { observation: Observation } | { reason: string }

const parse = parser(Observation, 'comment')

/** The observation that a line makes, or why it makes none. `rootOf` climbs from a comment to its thread's first. */
export function observationOf(fields: Fields, of: Import, rootOf: (comment: string) => string): Judged {
  const { text } = fields
  if (text === undefined) return { reason: 'has no text' }
  const publishedAt = timeIn(fields, of.now)
  if (typeof publishedAt === 'string') return { reason: publishedAt }
  const post = fields.post ?? of.post ?? NO_POST
  if (post === NO_POST && of.platform === 'wechat')
    return { reason: 'names no post, and WeChat numbers comments per post; say which with --post ID' }
  const comment = fields.id ?? `~${digestOf(post, fields, text, publishedAt)}`
  const root = fields.root ?? rootOf(fields.parent ?? comment)
  const native = { platform: of.platform, account: of.account, post, root, comment }
  return checked({
    id: commentId(native),
    key: threadKey(native),
    ...native,
    ...(fields.parent !== undefined && { parent: fields.parent }),
    author: authorOf(fields),
    ours: isOurs(fields, of),
    ...shortened(text),
    publishedAt,
    observedAt: Math.max(Math.min(of.writtenAt, of.now), publishedAt),
    term: 0,
    source: 'import',
    history: of.as === 'auto' ? of.now - publishedAt > HISTORY_AFTER : of.as === 'history',
    ...counted('likes', fields.likes),
    ...counted('replies', fields.replies),
    ...(fields.place !== undefined && { place: cut(fields.place, 200) }),
    ...(fields.link !== undefined && fields.link.length <= 2000 && { link: fields.link }),
    ...(fields.postTitle !== undefined && { postTitle: cut(fields.postTitle, 500) })
  })
}

function timeIn({ publishedAt: written }: Fields, now: number): number | string {
  if (written === undefined) return 'has no time'
  const instant = instantOf(written)
  if (instant === undefined)
    return `has a time that cannot be understood: "${cut(written, 60)}"; write 2026-06-03 12:30 or seconds since 1970`
  return instant > now + DAY ? `has a time that is still to come: "${cut(written, 60)}"` : instant
}

const digestOf = (post: string, { author, authorId }: Fields, text: string, publishedAt: number) =>
  createHash('sha256')
    .update(JSON.stringify([post, authorId ?? null, author ?? null, text, publishedAt]))
    .digest('base64url')
    .slice(0, 24)

const authorOf = ({ author, authorId }: Fields) => ({
  ...(authorId !== undefined && { id: authorId }),
  ...(author !== undefined && { name: cut(author, 200) })
})

const YES = /^(1|true|yes|y|是)$/i

const isOurs = ({ ours, authorId }: Fields, { account }: Import) => YES.test(ours ?? '') || authorId === account

function shortened(text: string): Pick<Observation, 'text' | 'cut'> {
  if (text.length <= TEXT_LIMIT) return { text: text.toWellFormed() }
  return { text: cut(text, TEXT_LIMIT), cut: { sha256: textHash(text), length: text.length } }
}

/** Not through the middle of a character. */
const cut = (text: string, length: number) =>
  text.length <= length
    ? text
    : text
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/, '')
        .toWellFormed()

const counted = (field: 'likes' | 'replies', value: string | undefined) =>
  value !== undefined && /^\d{1,15}$/.test(value) ? { [field]: Number(value) } : {}

function checked(value: unknown): Judged {
  try {
    return { observation: parse(value) }
  } catch (error) {
    if (error instanceof TypeError) return { reason: error.message }
    throw error
  }
}

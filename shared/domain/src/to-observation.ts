import type { Account } from '@huiyin/schemas/account.ts'
import { Observation, TEXT_LIMIT } from '@huiyin/schemas/comment.ts'
import type { NativeComment } from '@huiyin/schemas/native-comment.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { commentId, textHash, threadKey } from './ids.ts'
import { isWebAddress } from './web-address.ts'

/** What was published so long before the account came to Huiyin is kept for the record only. */
const HISTORY_BEFORE = 7 * 86_400_000

const parse = parser(Observation, 'Comment')

/** By whom a comment was seen, and when; `source` is `poll` where it is absent. */
export interface Seen {
  account: Pick<Account, 'platform' | 'id' | 'since'>
  observedAt: number
  term: number
  source?: Observation['source']
}

/** A comment of a platform as the house sees it. Throws TypeError when it does not fit the schema. */
export function toObservation(
  native: NativeComment,
  { account, observedAt, term, source = 'poll' }: Seen
): Observation {
  const { link, postTitle, place, text: whole, author, ...rest } = native
  const text = whole.toWellFormed()
  const ids = { platform: account.platform, account: account.id, post: native.post, root: native.root }
  return parse({
    ...rest,
    id: commentId({ ...ids, comment: native.comment }),
    key: threadKey(ids),
    platform: account.platform,
    account: account.id,
    author: { ...author, ...(author.name !== undefined && { name: cut(author.name, 200) }) },
    text: cut(text, TEXT_LIMIT),
    ...(text.length > TEXT_LIMIT && { cut: { sha256: textHash(text), length: text.length } }),
    observedAt,
    term,
    source,
    history: native.publishedAt < account.since - HISTORY_BEFORE,
    ...(place !== undefined && { place: cut(place, 200) }),
    ...(link !== undefined && isWebAddress(link) && { link }),
    ...(postTitle !== undefined && { postTitle: cut(postTitle, 500) })
  })
}

/** At most so many UTF-16 units, never half a character. */
const cut = (text: string, limit: number) =>
  text
    .toWellFormed()
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, '')

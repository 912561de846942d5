import {
  PlatformError,
  type PostPage,
  type ReadBack,
  type ReplyOutcome,
  type ReplyTarget
} from '@huiyin/ports/platform.ts'
import { isObject, unanswered } from './http.ts'
import { askPartner, type PartnerOf, partnerComments, workPath } from './partner-comments.ts'
import { sameText } from './same-text.ts'

/** No work has so many pages; a list that never ends is not followed for ever. */
const PAGES = 1_000

/** `key` is the same in every attempt: the partner makes one reply of it. */
export async function partnerReply(
  of: PartnerOf,
  { post, comment }: ReplyTarget,
  text: string,
  key: string
): Promise<ReplyOutcome> {
  const path = `${workPath(post)}/${encodeURIComponent(comment)}/replies`
  const answer = await askPartner(of, { method: 'POST', path, data: { text, clientToken: key } }).catch(unanswered)
  if ('outcome' in answer) return answer
  if (answer.status === 404)
    return { outcome: 'refused', code: '404', message: 'The comment or the work is not there any more' }
  const native = isObject(answer.json) && typeof answer.json.commentId === 'string' ? answer.json.commentId : undefined
  return { outcome: 'sent', ...(native !== undefined && { native }) }
}

/** Our reply to the comment, by its id or its very text, among the comments of the work. */
export async function partnerReadBack(
  of: PartnerOf,
  { post, comment }: ReplyTarget,
  { text, native }: { text: string; native?: string }
): Promise<ReadBack> {
  let cursor: unknown
  let writtenAt: number | undefined
  for (let pages = 0; pages < PAGES; pages++) {
    const page = await partnerComments(of, post, cursor)
    for (const row of page.comments) {
      if (row.comment === comment) writtenAt = row.publishedAt
      if (!row.ours || row.parent !== comment) continue
      const { comment: id, publishedAt: acceptedAt } = row
      if (sameText(row.text, text)) return { outcome: 'same', native: id, acceptedAt }
      if (id === native) return { outcome: 'different', text: row.text, native: id, acceptedAt }
    }
    if (!page.more || isOlder(page, writtenAt)) {
      return writtenAt === undefined
        ? { outcome: 'gone', message: 'The comment is not there any more' }
        : { outcome: 'absent' }
    }
    cursor = page.cursor
  }
  throw new PlatformError('ENDLESS', 'The comments of the work have no end; look in the app', 'retry')
}

/** All behind this page is older than the comment, and a reply is younger than what it answers. */
const isOlder = ({ newestFirst, comments }: PostPage, writtenAt: number | undefined) =>
  newestFirst && writtenAt !== undefined && (comments.at(-1)?.publishedAt ?? writtenAt) < writtenAt

import { CapabilityAbsent, type ReadBack, type ReplyOutcome, type ReplyTarget } from '@huiyin/ports/platform.ts'
import { idOf, parentOf, readDouyinRow, readPage } from './douyin-comments.ts'
import { douyinError, PARAMETER_ERRORS, SYSTEM_ERRORS } from './douyin-errors.ts'
import { listed, type Walked } from './douyin-walk.ts'
import { postponed, unanswered } from './http.ts'
import { onward, type Place, startAt } from './page-place.ts'
import { sameText } from './same-text.ts'

/** A reply is looked for among so many pages of the newest of its thread. */
const PAGES = 10

export async function douyinReply(
  { call, paths, clock }: Walked,
  { post, comment }: ReplyTarget,
  text: string
): Promise<ReplyOutcome> {
  const body = { item_id: post, comment_id: comment, content: text }
  const answer = await call.post(paths.reply, body).catch(unanswered)
  if ('outcome' in answer) return answer
  const { code, data, at: acceptedAt } = answer
  if (code === 0) {
    const native = idOf(data.comment_id)
    return { outcome: 'sent', ...(native !== undefined && { native }), ...(acceptedAt !== undefined && { acceptedAt }) }
  }
  if (PARAMETER_ERRORS.has(code)) {
    const message = `Douyin refuses the reply: its text, or a comment or video that is not there any more (${code})`
    return { outcome: 'refused', code: String(code), message }
  }
  const error = douyinError(code, clock.now(), 'reply')
  if (error instanceof CapabilityAbsent) throw error
  return SYSTEM_ERRORS.has(code) ? { outcome: 'unknown', message: error.message } : postponed(error)
}

/**
 * Our reply among those of its thread, known by its id or its very text. Another text of ours there proves nothing: an
 * account may answer as often as it likes. Whether the comment itself still stands Douyin does not tell.
 */
export async function douyinReadBack(
  { call, paths, clock, openId }: Walked,
  { post, root, comment }: ReplyTarget,
  { text, native }: { text: string; native?: string }
): Promise<ReadBack> {
  let place: Place | undefined = startAt('0')
  for (let pages = 0; place && pages < PAGES; pages++) {
    const answer = await call.get(paths.replies, { item_id: post, comment_id: root, ...listed(place) })
    if (PARAMETER_ERRORS.has(answer.code))
      return { outcome: 'gone', message: 'Douyin does not know the comment or the video any more' }
    if (answer.code !== 0) throw douyinError(answer.code, clock.now(), 'readBack')
    const page = readPage(answer, 'comment_id')
    for (const raw of page.rows) {
      const row = readDouyinRow(raw, { post, openId, root })
      if (typeof row === 'string' || !row.ours) continue
      const { comment: id, text: stands, publishedAt: acceptedAt } = row
      const toOther = native !== id && (parentOf(raw, id) ?? comment) !== comment
      if (!toOther && sameText(stands, text)) return { outcome: 'same', native: id, acceptedAt }
      if (native === id) return { outcome: 'different', text: stands, native: id, acceptedAt }
    }
    place = onward(place, page)
  }
  return { outcome: 'absent' }
}

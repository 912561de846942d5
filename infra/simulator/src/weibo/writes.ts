import { type Answer, ok } from '../answer.ts'
import { weiboError } from './errors.ts'
import type { Call } from './platform.ts'
import { commentRow } from './rows.ts'

const LIMIT = 140
const SAME_TEXT_FOR = 10 * 60_000

/** Characters as Weibo counts them: half-width ones are a half. */
const weiboLength = (text: string) => Math.ceil([...text].reduce((n, char) => n + (char <= '\u00ff' ? 0.5 : 1), 0))

/** POST /2/comments/reply.json: answers with the comment that was made. */
export function reply(call: Call): Answer {
  const { world, office, params, path, quirks, quota } = call
  const { cid, id, comment: text } = params
  if (!cid || !id || text === undefined) return weiboError(10016, path)
  if (text.trim() === '') return weiboError(20008, path)
  if (weiboLength(text) > LIMIT) return weiboError(20012, path)
  if (!world.post('weibo', office.id, id)) return weiboError(20101, path)
  const target = world.comment('weibo', office.id, id, cid)
  if (!target || target.deleted) return weiboError(20201, path)

  const now = world.clock.now()
  const name = target.author?.name ?? office.name
  const written = params.without_mention === '1' ? text : `回复@${name}:${text}`
  const again = world
    .repliesTo(target)
    .some(other => !other.author && !other.deleted && other.text === written && now - other.publishedAt < SAME_TEXT_FOR)
  if (again) return weiboError(20019, path)
  const over = quota.spendWrite(office.id, now)
  if (over) return weiboError(over, path)
  const made = world.add({ platform: 'weibo', account: office.id, post: id, parent: cid, text: written })
  return ok(commentRow(world, made, quirks))
}

/** POST /2/comments/destroy.json: one's own only. */
export function destroy({ world, office, params, path, quirks }: Call): Answer {
  const comment = world.under('weibo', office.id).find(({ id }) => id === params.cid)
  if (!comment || comment.deleted) return weiboError(20201, path)
  if (comment.author) return weiboError(20203, path)
  world.change(comment, { deleted: true })
  return ok(commentRow(world, comment, quirks))
}

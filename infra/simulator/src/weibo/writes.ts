import { type Answer, ok } from '../answer.ts'
import type { SimComment } from '../things.ts'
import { weiboError } from './errors.ts'
import type { Call } from './platform.ts'
import { commentRow } from './rows.ts'

const LIMIT = 140
const SAME_TEXT_FOR = 10 * 60_000
const BATCH = 20

/** Characters as Weibo counts them: half-width ones are a half. */
const weiboLength = (text: string) => Math.ceil([...text].reduce((n, char) => n + (char <= '\u00ff' ? 0.5 : 1), 0))

/** What is wrong with the words, or undefined. */
function refusedText(text: string): number | undefined {
  if (text.trim() === '') return 20008
  return weiboLength(text) > LIMIT ? 20012 : undefined
}

/** Writes as the office, unless the same stood a moment ago or it wrote too much this hour. */
function write({ world, office, path, quirks, quota }: Call, post: string, text: string, target?: SimComment): Answer {
  const now = world.clock.now()
  const own = target ? world.repliesTo(target) : world.under('weibo', office.id, post).filter(one => !one.parent)
  const again = own.some(
    other => !other.author && !other.deleted && other.text === text && now - other.publishedAt < SAME_TEXT_FOR
  )
  if (again) return weiboError(20019, path)
  const over = quota.spendWrite(office.id, now)
  if (over) return weiboError(over, path)
  const made = world.add({ platform: 'weibo', account: office.id, post, text, ...(target && { parent: target.id }) })
  return ok(commentRow(world, made, quirks))
}

/** POST /2/comments/reply.json: answers with the comment that was made. */
export function reply(call: Call): Answer {
  const { world, office, params, path } = call
  const { cid, id, comment: text } = params
  if (!cid || !id || text === undefined) return weiboError(10016, path)
  const refused = refusedText(text)
  if (refused) return weiboError(refused, path)
  const post = world.post('weibo', office.id, id)
  if (!post || post.gone) return weiboError(20101, path)
  const target = world.comment('weibo', office.id, id, cid)
  if (!target || target.deleted) return weiboError(20201, path)
  const name = target.author?.name ?? office.name
  return write(call, id, params.without_mention === '1' ? text : `回复@${name}:${text}`, target)
}

/** POST /2/comments/create.json: below the post itself. */
export function create(call: Call): Answer {
  const { world, office, params, path } = call
  const { id, comment: text } = params
  if (!id || text === undefined) return weiboError(10016, path)
  const refused = refusedText(text)
  if (refused) return weiboError(refused, path)
  const post = world.post('weibo', office.id, id)
  return !post || post.gone ? weiboError(20101, path) : write(call, id, text)
}

function own({ world, office }: Call, cid: string): SimComment | number {
  const comment = world.under('weibo', office.id).find(({ id }) => id === cid)
  if (!comment || comment.deleted) return 20201
  return comment.author ? 20203 : comment
}

/** POST /2/comments/destroy.json: one's own only. */
export function destroy(call: Call): Answer {
  const { params, path, world, quirks } = call
  if (!params.cid) return weiboError(10016, path)
  const comment = own(call, params.cid)
  if (typeof comment === 'number') return weiboError(comment, path)
  world.change(comment, { deleted: true })
  return ok(commentRow(world, comment, quirks))
}

/** POST /2/comments/destroy_batch.json: those of one's own among them. */
export function destroyBatch(call: Call): Answer {
  const { params, path, world, quirks } = call
  const cids = (params.cids ?? '').split(',').filter(id => id !== '')
  if (cids.length === 0) return weiboError(10016, path)
  if (cids.length > BATCH) return weiboError(10017, path)
  const found = cids.map(cid => own(call, cid)).filter(one => typeof one !== 'number')
  for (const comment of found) world.change(comment, { deleted: true })
  return ok(found.map(comment => commentRow(world, comment, quirks)))
}

import type { Answer } from '../answer.ts'
import { textOf } from './fields.ts'
import type { Call } from './platform.ts'
import { itemOf } from './reads.ts'

/** The comment of the body that stands under the item of the body. */
function commentOf(call: Call) {
  const { world, office, body } = call
  const post = itemOf(call, textOf(body.item_id))
  const comment = post && world.comment('douyin', office.id, post.id, textOf(body.comment_id) ?? '')
  return comment?.deleted ? undefined : comment
}

/** POST /item/comment/reply/: below a comment of either level, or without `comment_id` below the video. */
export function reply(call: Call): Answer {
  const { world, office, body, quirks, tell, refuse } = call
  const text = textOf(body.content)
  if (!text || text.trim() === '' || [...text].length > quirks.replyLimit) return refuse(2100005)
  const post = itemOf(call, textOf(body.item_id))
  const parent = commentOf(call)
  if (!post || (body.comment_id !== undefined && !parent)) return refuse(2100005)
  const made = world.add({
    platform: 'douyin',
    account: office.id,
    post: post.id,
    text,
    ...(parent && { parent: parent.id })
  })
  return tell({ comment_id: made.id })
}

/** POST /item/comment/top/: the account's own comment of the first level; one per video. */
export function top(call: Call): Answer {
  const { world, office, body, tell, refuse } = call
  const comment = commentOf(call)
  if (!comment || comment.author || comment.parent !== undefined || typeof body.top !== 'boolean') {
    return refuse(2100005)
  }
  for (const other of world.under('douyin', office.id, comment.post)) {
    if (other.pinned) world.change(other, { pinned: false })
  }
  world.change(comment, { pinned: body.top })
  return tell({})
}

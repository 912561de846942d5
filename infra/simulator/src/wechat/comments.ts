import { type Answer, ok } from '../answer.ts'
import { bentPage } from '../bent.ts'
import type { SimComment, SimPost } from '../things.ts'
import { replyUnder, type World } from '../world.ts'
import { done, wechatError } from './errors.ts'
import type { WechatCall } from './platform.ts'

const REPLY_LIMIT = 140

const integer = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}

function article({ world, office, body }: WechatCall): SimPost | undefined {
  const id = integer(body.msg_data_id)
  const index = body.index === undefined ? 0 : integer(body.index)
  const post = world.post('wechat', office.id, `${id}_${index}`)
  return post?.gone ? undefined : post
}

/** POST /cgi-bin/comment/list: newest first, by offset; deleted rows are simply not there. */
export function listComments(call: WechatCall): Answer {
  const { world, office, body, bend, platform } = call
  const post = article(call)
  if (!post) return wechatError(88001)
  const begin = integer(body.begin)
  const count = integer(body.count)
  const type = integer(body.type)
  if (begin === undefined || begin < 0 || type === undefined) return wechatError(47001)
  if (count === undefined || count <= 0 || count >= 50) return wechatError(88010)

  const all = world
    .under('wechat', office.id, post.id)
    .filter(comment => comment.author && !comment.deleted && (type === 0 || comment.elected === (type === 2)))
  all.sort((a, b) => b.publishedAt - a.publishedAt || Number(b.id) - Number(a.id))
  if (platform.quirks.oldestFirst) all.reverse()
  const rows = bentPage(all, begin, count, bend)
  return ok({
    errcode: 0,
    errmsg: 'ok',
    total: platform.quirks.totalIsPageSize ? rows.length : all.length,
    comment_cnt: all.length,
    comment: [...rows.map(row => toRow(world, row)), ...(platform.quirks.brokenRow ? [{ content: '没有编号' }] : [])]
  })
}

function toRow(world: World, comment: SimComment) {
  const reply = replyUnder(world, comment)
  return {
    user_comment_id: Number(comment.id),
    ...(!comment.author?.withoutOpenid && { openid: `oSIM_${comment.author?.id}` }),
    create_time: Math.floor(comment.publishedAt / 1000),
    content: comment.text,
    comment_type: comment.elected ? 1 : 0,
    ...(reply && { reply: { content: reply.text, create_time: Math.floor(reply.publishedAt / 1000) } })
  }
}

function onComment(call: WechatCall, act: (comment: SimComment) => Answer, deleted = 88008): Answer {
  const post = article(call)
  if (!post) return wechatError(88001)
  const id = String(integer(call.body.user_comment_id))
  const comment = call.world.comment('wechat', call.office.id, post.id, id)
  if (!comment) return wechatError(88008)
  return comment.deleted ? wechatError(deleted) : act(comment)
}

/** POST /cgi-bin/comment/reply/add: one reply per comment; no id is told. */
export const addReply = (call: WechatCall): Answer =>
  onComment(call, comment => {
    const { content } = call.body
    if (typeof content !== 'string' || content.length === 0 || [...content].length > REPLY_LIMIT) {
      return wechatError(88007)
    }
    if (replyUnder(call.world, comment)) return wechatError(88005)
    const { platform, account, post, id } = comment
    call.world.add({ platform, account, post, parent: id, text: content })
    return done()
  })

export const deleteReply = (call: WechatCall): Answer =>
  onComment(call, comment => {
    const reply = replyUnder(call.world, comment)
    if (!reply) return wechatError(88009)
    call.world.change(reply, { deleted: true })
    return done()
  })

export const deleteComment = (call: WechatCall): Answer =>
  onComment(call, comment => {
    call.world.change(comment, { deleted: true })
    return done()
  })

/** POST /cgi-bin/comment/markelect and unmarkelect: so many of an article at most. */
export function elect(call: WechatCall, elected: boolean): Answer {
  const { world, platform } = call
  const act = (comment: SimComment) => {
    const others = world.under('wechat', comment.account, comment.post).filter(one => one.elected && !one.deleted)
    if (elected && !comment.elected && others.length >= platform.quirks.electedAtMost) return wechatError(88003)
    world.change(comment, { elected })
    return done()
  }
  return onComment(call, act, 88004)
}

/** POST /cgi-bin/comment/open: not where something sensitive stands. */
export function openComments(call: WechatCall): Answer {
  const post = article(call)
  if (!post) return wechatError(88001)
  if (call.platform.sensitive.has(post.id)) return wechatError(88002)
  call.platform.closed.delete(post.id)
  return done()
}

export function closeComments(call: WechatCall): Answer {
  const post = article(call)
  if (!post) return wechatError(88001)
  call.platform.closed.add(post.id)
  return done()
}

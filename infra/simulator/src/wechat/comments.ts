import { type Answer, ok } from '../answer.ts'
import type { Office, SimComment, SimPost } from '../things.ts'
import { replyUnder, type World } from '../world.ts'
import { done, wechatError } from './errors.ts'
import type { Body, WechatQuirks } from './platform.ts'

const REPLY_LIMIT = 140

const integer = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined
}

function article(world: World, office: Office, body: Body): SimPost | undefined {
  const id = integer(body.msg_data_id)
  const index = body.index === undefined ? 0 : integer(body.index)
  return world.post('wechat', office.id, `${id}_${index}`)
}

/** POST /cgi-bin/comment/list: newest first, by offset; deleted rows are simply not there. */
export function listComments(world: World, office: Office, body: Body, quirks: WechatQuirks): Answer {
  const post = article(world, office, body)
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
  const rows = all.slice(begin, begin + count)
  return ok({
    errcode: 0,
    errmsg: 'ok',
    total: quirks.totalIsPageSize ? rows.length : all.length,
    comment_cnt: all.length,
    comment: [...rows.map(row => toRow(world, row)), ...(quirks.brokenRow ? [{ content: '没有编号' }] : [])]
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

function onComment(world: World, office: Office, body: Body, act: (comment: SimComment) => Answer): Answer {
  const post = article(world, office, body)
  if (!post) return wechatError(88001)
  const comment = world.comment('wechat', office.id, post.id, String(integer(body.user_comment_id)))
  if (!comment || comment.deleted) return wechatError(88008)
  return act(comment)
}

/** POST /cgi-bin/comment/reply/add: one reply per comment; no id is told. */
export const addReply = (world: World, office: Office, body: Body): Answer =>
  onComment(world, office, body, comment => {
    const { content } = body
    if (typeof content !== 'string' || content.length === 0 || [...content].length > REPLY_LIMIT) {
      return wechatError(88007)
    }
    if (replyUnder(world, comment)) return wechatError(88005)
    const { platform, account, post, id } = comment
    world.add({ platform, account, post, parent: id, text: content })
    return done()
  })

export const deleteReply = (world: World, office: Office, body: Body): Answer =>
  onComment(world, office, body, comment => {
    const reply = replyUnder(world, comment)
    if (!reply) return wechatError(88009)
    world.change(reply, { deleted: true })
    return done()
  })

export const deleteComment = (world: World, office: Office, body: Body): Answer =>
  onComment(world, office, body, comment => {
    world.change(comment, { deleted: true })
    return done()
  })

export function electComment(world: World, office: Office, body: Body, elected: boolean): Answer {
  return onComment(world, office, body, comment => {
    world.change(comment, { elected })
    return done()
  })
}

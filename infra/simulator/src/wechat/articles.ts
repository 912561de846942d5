import { type Answer, ok } from '../answer.ts'
import { dayInBeijing } from '../clock.ts'
import type { Office } from '../things.ts'
import type { World } from '../world.ts'
import { wechatError } from './errors.ts'
import type { Body } from './platform.ts'

const DAY_FORMAT = /^\d{4}-\d{2}-\d{2}$/

const articlesOf = (world: World, office: Office) =>
  world.posts.filter(post => post.platform === 'wechat' && post.account === office.id)

/** POST /datacube/getarticlesummary: one day, yesterday at the latest; the index in `msgid` counts from 1. */
export function articleSummary(world: World, office: Office, body: Body): Answer {
  const { begin_date: from, end_date: to } = body
  if (typeof from !== 'string' || typeof to !== 'string' || !DAY_FORMAT.test(from) || !DAY_FORMAT.test(to)) {
    return wechatError(61500)
  }
  if (from !== to || to >= dayInBeijing(world.clock.now())) return wechatError(61501)
  const list = articlesOf(world, office)
    .filter(post => dayInBeijing(post.publishedAt) === from)
    .map(post => {
      const [message, index] = post.id.split('_')
      return { ref_date: from, msgid: `${message}_${Number(index) + 1}`, title: post.title, int_page_read_user: 1 }
    })
  return ok({ list })
}

/** POST /cgi-bin/freepublish/batchget: what was published, without the id that its comments go by. */
export function freepublishBatch(world: World, office: Office, body: Body): Answer {
  const offset = Number(body.offset)
  const count = Number(body.count)
  if (!(offset >= 0) || !(count >= 1 && count <= 20)) return wechatError(47001)
  const all = articlesOf(world, office)
  const item = all.slice(offset, offset + count).map(post => ({
    article_id: `simulated-${post.id}`,
    update_time: Math.floor(post.publishedAt / 1000),
    content: { news_item: [{ title: post.title, need_open_comment: 1, only_fans_can_comment: 0, is_deleted: false }] }
  }))
  return ok({ total_count: all.length, item_count: item.length, item })
}

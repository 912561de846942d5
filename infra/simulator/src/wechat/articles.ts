import { type Answer, ok } from '../answer.ts'
import { bentPage } from '../bent.ts'
import { dayInBeijing } from '../clock.ts'
import type { SimPost } from '../things.ts'
import { wechatError } from './errors.ts'
import type { WechatCall } from './platform.ts'

const DAY = 86_400_000
const EAST_8 = 8 * 3_600_000
/** The figures of a day are ready at eight in the morning of the next. */
const READY_AT = 8 * 3_600_000
const DAYS_COUNTED = 7
const DAY_FORMAT = /^\d{4}-\d{2}-\d{2}$/

const articlesOf = ({ world, office }: WechatCall) =>
  world.posts.filter(post => post.platform === 'wechat' && post.account === office.id)

/** The one day that is asked for, or what is wrong with it. */
function dayAsked({ world, body }: WechatCall): string | number {
  const { begin_date: from, end_date: to } = body
  if (typeof from !== 'string' || typeof to !== 'string' || !DAY_FORMAT.test(from) || !DAY_FORMAT.test(to)) return 61500
  const now = world.clock.now()
  if (from !== to || to >= dayInBeijing(now)) return 61501
  return to >= dayInBeijing(now - READY_AT) ? 61503 : from
}

/** Told as a message and an index that counts from 1. */
function msgid({ id }: SimPost): string {
  const [message, index] = id.split('_')
  return `${message}_${Number(index) + 1}`
}

const figures = (reads: number, reposts: number) => ({
  int_page_read_user: Math.max(1, Math.ceil(reads * 0.8)),
  int_page_read_count: Math.max(1, reads),
  ori_page_read_user: 0,
  ori_page_read_count: 0,
  share_user: Math.ceil(reposts * 0.9),
  share_count: reposts,
  add_to_fav_user: 0,
  add_to_fav_count: 0
})

const publishedOn = (call: WechatCall, day: string) =>
  articlesOf(call).filter(post => dayInBeijing(post.publishedAt) === day)

/** POST /datacube/getarticlesummary: one day, yesterday at the latest. */
export function articleSummary(call: WechatCall): Answer {
  const day = dayAsked(call)
  if (typeof day === 'number') return wechatError(day)
  const list = publishedOn(call, day).map(post => ({
    ref_date: day,
    user_source: 0,
    msgid: msgid(post),
    title: post.title,
    ...figures(post.reads ?? 0, post.reposts ?? 0)
  }))
  return ok({ list })
}

/** POST /datacube/getarticletotal: the articles of one day, with what had come together by each of the seven days after. */
export function articleTotal(call: WechatCall): Answer {
  const day = dayAsked(call)
  if (typeof day === 'number') return wechatError(day)
  const first = Date.parse(`${day}T00:00:00Z`) - EAST_8
  const ready = Math.floor((call.world.clock.now() - READY_AT - first) / DAY)
  const days = Math.min(DAYS_COUNTED, ready)
  const list = publishedOn(call, day).map(post => ({
    ref_date: day,
    msgid: msgid(post),
    title: post.title,
    details: Array.from({ length: days }, (_, i) => ({
      stat_date: dayInBeijing(first + i * DAY),
      target_user: 1000,
      ...figures(Math.floor(((post.reads ?? 0) * (i + 1)) / days), Math.floor(((post.reposts ?? 0) * (i + 1)) / days))
    }))
  }))
  return ok({ list })
}

/** POST /cgi-bin/freepublish/batchget: what was published, without the id that its comments go by. */
export function freepublishBatch(call: WechatCall): Answer {
  const offset = Number(call.body.offset)
  const count = Number(call.body.count)
  if (!(offset >= 0) || !(count >= 1 && count <= 20)) return wechatError(47001)
  const all = articlesOf(call).sort((a, b) => b.publishedAt - a.publishedAt)
  const item = bentPage(all, offset, count, call.bend).map(post => ({
    article_id: `simulated-${post.id}`,
    update_time: Math.floor((post.editedAt ?? post.publishedAt) / 1000),
    content: {
      news_item: [
        {
          title: post.title,
          author: call.office.name,
          digest: '',
          content: '',
          need_open_comment: call.platform.closed.has(post.id) ? 0 : 1,
          only_fans_can_comment: 0,
          url: `http://mp.weixin.qq.com/s?__biz=simulated&mid=${post.id}`,
          is_deleted: post.gone === true
        }
      ]
    }
  }))
  return ok({ total_count: all.length, item_count: item.length, item })
}

/** POST /cgi-bin/freepublish/submit: publishes a draft, and tells the id that its comments go by, as texts. */
export function freepublishSubmit({ world, office, body }: WechatCall): Answer {
  const { media_id: draft } = body
  if (typeof draft !== 'string' || draft === '') return wechatError(40007)
  const { id } = world.publish({ platform: 'wechat', account: office.id, title: draft })
  const [message] = id.split('_')
  return ok({ errcode: 0, errmsg: 'ok', publish_id: `1${message}`, msg_data_id: message })
}

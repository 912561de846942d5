import { type Answer, ok } from '../answer.ts'
import { bentPage } from '../bent.ts'
import type { SimComment } from '../things.ts'
import { weiboError } from './errors.ts'
import type { Call } from './platform.ts'
import { commentRow, pageOf, statusRow } from './rows.ts'

const OWN_STATUSES = 5
const BATCH = 50
const ZERO = '0'

const idOr = (value: string | undefined, none: string) =>
  value === undefined || value === '' ? none : /^\d+$/.test(value) ? value : undefined

/** Ids are decimal numbers without leading zeros. */
const compareIds = (a: string, b: string) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)

/**
 * One page of a list, newest first: `since_id` is exclusive, `max_id` inclusive. Rows that may not be
 * shown are taken out after the cut, so that a page can be short without being the last.
 */
function page(call: Call, comments: readonly SimComment[]): Answer {
  const { params, path, world, quirks, bend } = call
  const since = idOr(params.since_id, ZERO)
  const max = idOr(params.max_id, ZERO)
  const count = Number(params.count ?? 50)
  const number = Number(params.page ?? 1)
  if (since === undefined || max === undefined || !(count >= 1) || !(number >= 1)) return weiboError(10017, path)
  const trim = params.trim_user === '1'
  const rows = comments
    .filter(one => !one.deleted && compareIds(one.id, since) > 0 && !world.post('weibo', one.account, one.post)?.gone)
    .sort((a, b) => compareIds(b.id, a.id))
  const first = max === ZERO ? 0 : rows.findIndex(({ id }) => compareIds(id, max) <= 0)
  const size = Math.min(count, 200)
  const from = (first < 0 ? rows.length : first) + (number - 1) * size
  const cut = bentPage(rows, from, size, bend)
  const shown = cut.filter(row => !row.hidden).map(row => commentRow(world, row, quirks, trim))
  const broken = quirks.brokenRow ? shown.slice(0, 1).map(row => ({ ...row, created_at: '刚刚' })) : []
  const below = first < 0 ? 0 : rows.length - first
  return ok(pageOf([...shown, ...broken], below))
}

/** GET /2/comments/show.json */
export function show(call: Call): Answer {
  const { world, office, params, path } = call
  const post = world.post('weibo', office.id, params.id ?? '')
  return post && !post.gone ? page(call, world.under('weibo', office.id, post.id)) : weiboError(20101, path)
}

/** GET /2/comments/to_me.json */
export const toMe = (call: Call): Answer =>
  page(
    call,
    call.world.under('weibo', call.office.id).filter(({ author }) => author)
  )

/** GET /2/comments/by_me.json */
export const byMe = (call: Call): Answer =>
  page(
    call,
    call.world.under('weibo', call.office.id).filter(({ author }) => !author)
  )

/** GET /2/comments/timeline.json: received and written. */
export const timeline = (call: Call): Answer => page(call, call.world.under('weibo', call.office.id))

/** GET /2/comments/mentions.json: those that call the office by its name. */
export const mentions = (call: Call): Answer =>
  page(
    call,
    call.world
      .under('weibo', call.office.id)
      .filter(({ author, text }) => author && text.includes(`@${call.office.name}`))
  )

/** GET /2/comments/show_batch.json: a bare array; what is gone is missing. */
export function showBatch({ world, office, params, path, quirks }: Call): Answer {
  const wanted = (params.cids ?? '').split(',').filter(id => id !== '')
  if (wanted.length === 0) return weiboError(10016, path)
  if (wanted.length > BATCH) return weiboError(10017, path)
  const found = world.under('weibo', office.id).filter(({ id, deleted }) => !deleted && wanted.includes(id))
  return ok(found.map(comment => commentRow(world, comment, quirks)))
}

/** GET /2/statuses/user_timeline.json: one's own, the latest five. */
export function userTimeline({ world, office, params, path, bend }: Call): Answer {
  if (params.uid !== undefined && params.uid !== office.id) return weiboError(10017, path)
  const count = Number(params.count ?? 20)
  const number = Number(params.page ?? 1)
  if (!(count >= 1) || !(number >= 1)) return weiboError(10017, path)
  const own = world.posts
    .filter(post => post.platform === 'weibo' && post.account === office.id && !post.gone)
    .sort((a, b) => b.publishedAt - a.publishedAt)
  const shown = bentPage(own.slice(0, OWN_STATUSES), (number - 1) * count, Math.min(count, 100), bend)
  const statuses = shown.map(post => statusRow(world, post))
  return ok({ statuses, previous_cursor: 0, next_cursor: 0, total_number: own.length })
}

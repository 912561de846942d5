import { type Answer, ok } from '../answer.ts'
import { bentPage } from '../bent.ts'
import type { SimPost } from '../things.ts'
import type { Call } from './platform.ts'

const USUAL = 20
const MOST = 200

/** All comments that stand, of either level. */
function commentCount({ world, office, quirks }: Call, { id }: SimPost): number {
  const until = world.clock.now() - quirks.countLag
  return world.under('kuaishou', office.id, id).filter(({ deleted, publishedAt }) => !deleted && publishedAt <= until)
    .length
}

function row(call: Call, post: SimPost) {
  const { quirks, pending } = call
  return {
    photo_id: post.id,
    caption: post.title,
    cover: 'https://js2.example.invalid/cover.jpg',
    play_url: 'https://js2.example.invalid/video.mp4',
    create_time: quirks.createTimeInSeconds ? Math.floor(post.publishedAt / 1000) : post.publishedAt,
    like_count: post.likes ?? 0,
    comment_count: commentCount(call, post),
    view_count: post.reads ?? 0,
    pending: pending.has(post.id)
  }
}

function broken(rows: ReturnType<typeof row>[]) {
  return rows.slice(0, 1).map(({ photo_id: _, ...rest }) => rest)
}

/** The account's works, newest first; what was taken down keeps its place for the cursor. */
const ownWorks = ({ world, office }: Call) =>
  world.posts
    .filter(({ platform, account }) => platform === 'kuaishou' && account === office.id)
    .reverse()
    .sort((a, b) => b.publishedAt - a.publishedAt)

/** GET /openapi/photo/list: behind the work named by `cursor`; nothing tells whether there is more. */
export function photoList(call: Call): Answer {
  const { query, quirks, bend, refuse } = call
  const { cursor = '' } = query
  const count = Number(query.count ?? USUAL)
  const all = ownWorks(call)
  const at = cursor === '' ? -1 : all.findIndex(({ id }) => id === cursor)
  if (!Number.isInteger(count) || count < 1 || count > MOST || (cursor !== '' && at < 0)) return refuse(100400)
  const standing = all.filter(({ gone }) => !gone)
  const from = all.slice(0, at + 1).filter(({ gone }) => !gone).length
  const page = bentPage(standing, from, quirks.shortPages ? Math.max(1, count - 1) : count, bend)
  const rows = page.map(post => row(call, post))
  return ok({ result: 1, video_list: quirks.brokenRow ? [...broken(rows), ...rows] : rows })
}

/** GET /openapi/photo/info */
export function photoInfo(call: Call): Answer {
  const { world, office, query, refuse } = call
  if (!query.photo_id) return refuse(100200100)
  const post = world.post('kuaishou', office.id, query.photo_id)
  return post && !post.gone ? ok({ result: 1, video_info: row(call, post) }) : refuse(120001)
}

/** GET /openapi/photo/count */
export function photoCount(call: Call): Answer {
  const standing = ownWorks(call).filter(({ gone }) => !gone).length
  return ok({ result: 1, public_count: standing, friend_count: 0, private_count: 0, all_count: standing })
}

/** GET /openapi/user_info */
export function userInfo({ office }: Call): Answer {
  const head = 'https://js2.example.invalid/head.jpg'
  const user = { name: office.name, sex: 'M', fan: 1200, follow: 3, head, bigHead: head, city: '青禾' }
  return ok({ result: 1, user_info: user })
}

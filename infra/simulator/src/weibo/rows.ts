import type { Person, SimComment, SimPost } from '../things.ts'
import type { World } from '../world.ts'

/** Ways in which the real answers differ from each other. */
export interface WeiboQuirks {
  /** The newer field `rootid` is not told. */
  withoutRootid: boolean
  /** One row of each page that is not empty has a time that is none. */
  brokenRow: boolean
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const two = (n: number) => String(n).padStart(2, '0')

/** `Mon Jan 05 14:03:22 +0800 2026` */
export function weiboTime(at: number): string {
  const east = new Date(at + 8 * 3_600_000)
  const day = `${DAYS[east.getUTCDay()]} ${MONTHS[east.getUTCMonth()]} ${two(east.getUTCDate())}`
  const time = `${two(east.getUTCHours())}:${two(east.getUTCMinutes())}:${two(east.getUTCSeconds())}`
  return `${day} ${time} +0800 ${east.getUTCFullYear()}`
}

const ids = (id: string) => ({ id: Number(id), idstr: id, mid: id })

const userOf = (id: string, name: string, followers: number, verified: boolean) => ({
  id: Number(id),
  idstr: id,
  screen_name: name,
  name,
  gender: 'm',
  followers_count: followers,
  verified,
  verified_reason: ''
})

const authorOf = (world: World, { author, account }: SimComment) =>
  author
    ? userOf(author.id, author.name, author.followers, author.verified)
    : userOf(account, world.office('weibo', account)?.name ?? '', 100_000, true)

export const statusRow = (world: World, post: SimPost) => ({
  ...ids(post.id),
  created_at: weiboTime(post.publishedAt),
  text: post.title,
  source: '<a href="http://app.weibo.com/t/feed/1" rel="nofollow">微博网页版</a>',
  reposts_count: post.reposts ?? 0,
  comments_count: world.under('weibo', post.account, post.id).filter(({ deleted }) => !deleted).length,
  attitudes_count: post.likes ?? 0,
  visible: { type: 0, list_id: 0 },
  user: userOf(post.account, world.office('weibo', post.account)?.name ?? '', 100_000, true)
})

const sourceOf = (author: Person | undefined) =>
  author ? `来自${author.place}` : '<a href="http://app.weibo.com/t/feed/1" rel="nofollow">微博网页版</a>'

/** A comment as the open platform tells it; the one that it answers comes along, whole or not at all. */
export function commentRow(world: World, comment: SimComment, quirks: WeiboQuirks, trim = false) {
  const post = world.post('weibo', comment.account, comment.post)
  const above = comment.parent && world.comment('weibo', comment.account, comment.post, comment.parent)
  return {
    created_at: weiboTime(comment.publishedAt),
    ...ids(comment.id),
    ...(!quirks.withoutRootid && { rootid: Number(comment.root), rootidstr: comment.root }),
    text: comment.text,
    source: sourceOf(comment.author),
    like_count: comment.likes,
    reply_count: world.repliesTo(comment).filter(({ deleted }) => !deleted).length,
    disable_reply: 0,
    user: trim ? ids(comment.author?.id ?? comment.account) : authorOf(world, comment),
    ...(post && { status: statusRow(world, post) }),
    ...(above && {
      reply_comment: {
        ...ids(above.id),
        created_at: weiboTime(above.publishedAt),
        text: above.text,
        source: sourceOf(above.author),
        user: authorOf(world, above)
      }
    })
  }
}

/** A page as all comment lists tell it, with the fields that no document names. */
export const pageOf = (comments: unknown[], total: number) => ({
  comments,
  hasvisible: false,
  previous_cursor: 0,
  next_cursor: 0,
  total_number: total,
  since_id: 0,
  max_id: 0,
  tips_show: 1,
  marks: []
})

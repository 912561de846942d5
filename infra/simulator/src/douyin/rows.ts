import type { Person, SimComment, SimPost } from '../things.ts'
import type { World } from '../world.ts'
import type { DouyinQuirks } from './quirks.ts'

const seconds = (at: number) => Math.floor(at / 1000)

/** A citizen's id within the scope of the app. */
export const openIdOf = ({ id }: Person) => `5e9ac0de-0000-4000-8000-${id.padStart(12, '0')}`

/** What was written below a comment, whoever it answers, deleted or not. */
export const thread = (world: World, comment: SimComment): SimComment[] =>
  world.repliesTo(comment).flatMap(reply => [reply, ...thread(world, reply)])

function replyTotal(world: World, comment: SimComment, { totalsLag }: DouyinQuirks): number {
  if (comment.parent !== undefined) return world.repliesTo(comment).filter(({ deleted }) => !deleted).length
  const until = world.clock.now() - totalsLag
  const counted = (one: SimComment) => (totalsLag > 0 ? one.publishedAt <= until : !one.deleted)
  return thread(world, comment).filter(counted).length
}

/** A comment as the lists tell it; of the second level, with the comment that it answers. */
export function commentRow(world: World, comment: SimComment, quirks: DouyinQuirks) {
  const { author, account, parent } = comment
  return {
    comment_id: comment.id,
    comment_user_id: author ? openIdOf(author) : account,
    ...(!quirks.withoutNames && {
      nick_name: author?.name ?? world.office('douyin', account)?.name ?? '',
      avatar: 'https://p3.example.invalid/avatar.jpeg'
    }),
    content: comment.text,
    create_time: seconds(comment.publishedAt),
    digg_count: comment.likes,
    reply_comment_total: replyTotal(world, comment, quirks),
    ...(parent !== undefined && { reply_comment_id: parent }),
    top: comment.pinned === true
  }
}

export const brokenRow = (row: object) => {
  const { comment_id: _, ...rest } = { comment_id: '', ...row }
  return { ...rest, create_time: '刚刚' }
}

/** A video as the account's list tells it. */
export function videoRow(world: World, post: SimPost) {
  const comments = world.under('douyin', post.account, post.id).filter(({ deleted }) => !deleted)
  return {
    item_id: post.id,
    video_id: `7${BigInt(post.publishedAt) * 100_000n}`,
    title: post.title,
    cover: 'https://p3.example.invalid/cover.jpg',
    create_time: seconds(post.publishedAt),
    is_reviewed: true,
    is_top: post.pinned === true,
    share_url: `https://www.iesdouyin.com/share/video/${encodeURIComponent(post.id)}`,
    video_status: post.gone ? 2 : 5,
    media_type: 4,
    statistics: {
      comment_count: comments.length,
      digg_count: post.likes ?? 0,
      download_count: 0,
      forward_count: post.reposts ?? 0,
      play_count: post.reads ?? 0,
      share_count: post.reposts ?? 0
    }
  }
}

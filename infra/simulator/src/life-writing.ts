import { kindWritten, suiting } from './life-manners.ts'
import { topicsOf } from './life-posts.ts'
import { pick, type Random } from './random.ts'
import type { Kind, Voice } from './sayings.ts'
import type { Simulator } from './simulator.ts'
import type { SimComment, SimPost } from './things.ts'

const HOUR = 3_600_000
/** So many of the comments answer another one; WeChat knows no threads. */
const ANSWERS = 0.3
/** So many of these come from the one who wrote that one. */
const SAME_CITIZEN = 0.3
/** So many newest comments are answered and liked. */
const TALKED_ABOUT = 60
const FRESH_POSTS = 6

/** How old the first comments are (hours): some a minute from the end of their 24 hours, or of the hour of the urgent. */
const FIRST: Record<Kind, readonly number[]> = {
  complaint: [23.97, 20.5, 12.6, 7.7, 4.3, 2.2, 0.8, 0.2, 0.05],
  inquiry: [23.8, 23.2, 19.2, 11.5, 6.1, 2.8, 1.4, 0.5],
  suggestion: [22.4, 15, 9.3, 5.5, 3.1, 1.1, 0.4, 0.1],
  urgent: [58 / 60, 31 / 60],
  other: Array.from({ length: 50 }, (_, i) => 0.1 + 22 * (i / 50) ** 2)
}

/** Citizens who write under posts and answer one another. */
export function writing({ control, world }: Simulator, random: Random, say: Voice) {
  const talkedAbout = world.offices
    .filter(({ platform }) => platform !== 'wechat')
    .flatMap(({ platform, id }) => world.under(platform, id))
    .filter(({ author, deleted }) => author && !deleted)
    .slice(-TALKED_ABOUT)

  function write(kind: Kind, at: number) {
    const above = random() < ANSWERS ? answered(at) : undefined
    const post = above ? world.post(above.platform, above.account, above.post)! : postTalkedAbout(at)
    const { text } = say(kind, suiting(random, { topics: topicsOf(post), answers: above !== undefined }))
    const comment = control.postComment({
      platform: post.platform,
      account: post.account,
      post: post.id,
      text,
      publishedAt: at,
      ...(above && { parent: above.id }),
      ...(above?.author && random() < SAME_CITIZEN && { as: above.author.id })
    })
    if (comment.platform === 'wechat') return
    talkedAbout.push(comment)
    if (talkedAbout.length > TALKED_ABOUT) talkedAbout.shift()
  }

  function answered(at: number): SimComment | undefined {
    const before = talkedAbout.filter(({ publishedAt, deleted }) => publishedAt < at && !deleted)
    return before.length > 0 ? pick(random, before) : undefined
  }

  function postTalkedAbout(at: number): SimPost {
    const before = world.posts.filter(({ publishedAt }) => publishedAt <= at)
    return pick(random, random() < 0.7 ? before.slice(-FRESH_POSTS) : before)
  }

  return {
    /** Comments in threads that are answered and liked, the oldest first. */
    talkedAbout: talkedAbout as readonly SimComment[],
    /** What stands when the first one looks. */
    writeFirst(now: number) {
      const first = Object.entries(FIRST).flatMap(([kind, ages]) =>
        ages.map(age => ({ kind: kind as Kind, at: now - age * HOUR }))
      )
      for (const { kind, at } of first.sort((a, b) => a.at - b.at)) write(kind, at)
    },
    writeOne: (now: number) => write(kindWritten(random), now)
  }
}

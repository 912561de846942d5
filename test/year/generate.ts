import { segmenter } from '@huiyin/adapters/jieba/segmenter.ts'
import { isHeldOut, readCorpus } from '@huiyin/classifier/corpus.ts'
import { postId } from '@huiyin/domain/ids.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import { pick, type Random, seeded } from '@huiyin/simulator/random.ts'
import { voice } from '@huiyin/simulator/sayings.ts'
import { byShare, citizenComment } from './comments.ts'
import { ACCOUNTS } from './people.ts'
import { type Story, storyOf } from './story.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

export interface YearOptions {
  seed?: number
  /** Citizens' first comments. */
  comments?: number
  /** From (inclusive) to (exclusive), UTC in ms; two years are needed to compare with a year ago. */
  from?: number
  to?: number
}

export interface Year {
  posts: Post[]
  /** In the order of their publication; made one by one. */
  stories: () => Generator<Story>
  from: number
  to: number
}

const POSTS_A_DAY = 2

/** A year of an office: the same for the same options. */
export function generateYear(options: YearOptions = {}): Year {
  const { seed = 1, comments = 20_000 } = options
  const { from = Date.parse('2025-01-01T00:00:00+08:00'), to = Date.parse('2026-01-01T00:00:00+08:00') } = options
  const posts = postsOf(seeded(seed), from, to)
  return { posts, from, to, stories: () => storiesOf(seeded(seed + 1), { posts, comments, from, to }) }
}

function postsOf(random: Random, from: number, to: number): Post[] {
  const posts: Post[] = []
  for (let day = from; day < to; day += DAY) {
    for (let i = 0; i < POSTS_A_DAY; i++) {
      const account = byShare(
        random,
        ACCOUNTS.map(one => [one, one.share] as const)
      )
      const at = day + Math.floor(random() * 14 * HOUR) + 8 * HOUR
      const post = `p${posts.length}`
      const counts = { reads: Math.floor(random() ** 3 * 50_000), likes: Math.floor(random() ** 3 * 900), at: at + DAY }
      posts.push({
        ...{
          id: postId(account, post),
          platform: account.platform,
          account: account.id,
          post,
          title: `第${posts.length}篇`
        },
        ...{ foundAt: at + HOUR, source: 'poll', looks: [], counts },
        ...(random() < 0.9 && { publishedAt: at })
      })
    }
  }
  return posts
}

type Of = { posts: readonly Post[]; comments: number; from: number; to: number }

function* storiesOf(random: Random, { posts, comments, from, to }: Of): Generator<Story> {
  const say = voice(
    random,
    readCorpus().filter(({ text }) => isHeldOut(text))
  )
  const { cut } = segmenter()
  const step = (to - from) / comments
  for (let n = 0; n < comments; n++) {
    const at = Math.floor(from + n * step + random() * step)
    const newest = Math.max(1, Math.min(posts.length, Math.floor(((at - from) / DAY) * POSTS_A_DAY)))
    const post = posts[Math.max(0, newest - 1 - Math.floor(random() ** 2 * 10))] ?? pick(random, posts)
    yield storyOf(citizenComment(random, { n, post, at, say, cut }), { random, until: to })
  }
}

import { createHash } from 'node:crypto'
import { isHeldOut, readCorpus } from '@huiyin/classifier/corpus.ts'
import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { pick, type Random, seeded } from '@huiyin/simulator/random.ts'
import { type Kind, type Voice, voice } from '@huiyin/simulator/sayings.ts'

const SAYINGS = readCorpus().filter(({ text }) => isHeldOut(text))

const ASKING: readonly Kind[] = ['inquiry', 'suggestion', 'complaint']

/** Shares of all comments. */
const SHARES = { asks: 0.2, dangers: 0.005, long: 0.08, replies: 0.35, bySame: 0.3, repeats: 0.01 } as const

/** Names what comments are made of, and in which shares: others have another. */
export const sayingsDigest = createHash('sha256')
  .update(JSON.stringify([SHARES, ...SAYINGS.map(({ text, label, urgent }) => [text, label, urgent])]))
  .digest('hex')
  .slice(0, 8)

const POSTS = 40
const CITIZENS_PER_COMMENT = 0.6
const RECENT = 200

export interface GenerateOptions {
  seed?: number
  /** When the first is published (ms, UTC), and how long after it the next. */
  from?: number
  step?: number
  /** Whether some lines see an earlier comment again, with more likes. */
  repeats?: boolean
}

/**
 * Comments as collectors see them: in threads under posts, the same for the same options. Their words are those lines
 * of the corpus that are held out of training.
 */
export function* generate(n: number, options: GenerateOptions = {}): Generator<Observation> {
  const { seed = 1, from = Date.UTC(2026, 10, 20, 2), step = 250, repeats = true } = options
  const random = seeded(seed)
  const say = voice(random, SAYINGS)
  const people = Math.ceil(n * CITIZENS_PER_COMMENT)
  const recent: Observation[] = []
  for (let i = 0; i < n; i++) {
    const publishedAt = from + i * step
    if (repeats && recent.length > 0 && random() < SHARES.repeats) {
      const before = pick(random, recent)
      yield { ...before, observedAt: publishedAt + 60_000, likes: (before.likes ?? 0) + 1 }
      continue
    }
    const seen = comment(random, say, { n: i, people, publishedAt, thread: threadOf(random, recent) })
    recent.push(seen)
    if (recent.length > RECENT) recent.shift()
    yield seen
  }
}

const threadOf = (random: Random, recent: readonly Observation[]) =>
  recent.length > 0 && random() < SHARES.replies ? pick(random, recent) : undefined

interface About {
  n: number
  people: number
  publishedAt: number
  /** The comment that it answers. */
  thread: Observation | undefined
}

function comment(random: Random, say: Voice, { n, people, publishedAt, thread }: About): Observation {
  const comment = String(4_900_000_000_000_000 + n)
  const post = thread?.post ?? `p${Math.floor(random() ** 2 * POSTS)}`
  const native = { platform: 'weibo', account: '1900000001', post, root: thread?.root ?? comment, comment } as const
  const citizen = Math.floor(random() * people)
  return {
    id: commentId(native),
    key: threadKey(native),
    ...native,
    ...(thread && { parent: thread.comment }),
    author: thread && random() < SHARES.bySame ? thread.author : { id: `u${citizen}`, name: `网友${citizen}` },
    ours: false,
    text: textOf(random, say),
    publishedAt,
    observedAt: publishedAt + 5_000,
    term: 1,
    source: 'poll',
    history: false,
    likes: Math.floor(random() ** 6 * 500)
  }
}

function textOf(random: Random, say: Voice): string {
  const kind = kindOf(random)
  const wanted = random() < SHARES.long ? 100 + Math.floor(random() * 200) : 0
  let { text } = say(kind)
  while (text.length < wanted) text += `，${say(kind).text}`
  return text
}

function kindOf(random: Random): Kind {
  const at = random()
  if (at < SHARES.dangers) return 'urgent'
  return at < SHARES.asks ? pick(random, ASKING) : 'other'
}

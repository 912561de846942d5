import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Label, RiskLevel } from '@huiyin/schemas/names.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import { pick, type Random } from '@huiyin/simulator/random.ts'
import type { Kind, Voice } from '@huiyin/simulator/sayings.ts'
import { DEPARTMENTS } from './people.ts'

const KINDS: readonly [Kind, number][] = [
  ['inquiry', 0.18],
  ['suggestion', 0.1],
  ['complaint', 0.17],
  ['urgent', 0.01],
  ['other', 0.54]
]

/** One of them by its share. */
export function byShare<T>(random: Random, list: readonly (readonly [T, number])[]): T {
  let at = random()
  for (const [one, share] of list) {
    at -= share
    if (at < 0) return one
  }
  return list.at(-1)![0]
}

export interface Saying {
  n: number
  post: Post
  at: number
  say: Voice
  cut: (text: string) => string[]
}

/** A citizen's comment with what the classifier said of it. */
export function citizenComment(random: Random, { n, post, at, say, cut }: Saying): StoredComment {
  const kind = byShare(random, KINDS)
  const { text } = say(kind)
  const native = nativeOf(post, `c${n}`)
  const unnamed = random() < 0.02
  const late = random() < 0.01 // the collector was away for days
  const observedAt = at + (late ? 3 * 86_400_000 : 60_000)
  return {
    ...{ id: commentId(native), key: threadKey(native), ...native },
    author: unnamed ? {} : { id: `u${Math.floor(random() * 1e9)}`, name: `网友${n}` },
    ...{ ours: false, text, firstText: text, publishedAt: at, observedAt, firstObservedAt: observedAt },
    ...{ term: 1, source: 'poll', history: false, state: random() < 0.01 ? 'deleted' : 'visible' },
    likes: Math.floor(random() ** 6 * 500),
    replies: Math.floor(random() ** 6 * 20),
    ...(random() < 0.995 && { classification: judgement(random, kind, cut(text).join(' ')) })
  }
}

export const nativeOf = ({ platform, account, post }: Post, comment: string, root = comment) => ({
  ...{ platform, account, post, root, comment }
})

function judgement(random: Random, kind: Kind, words: string): Classification {
  const label: Label = kind === 'urgent' ? 'complaint' : kind
  const urgent = kind === 'urgent'
  const score = urgent ? 70 : Math.floor(random() ** 2 * 60)
  const negative = label === 'complaint' || (label === 'other' && random() < 0.1)
  const positive = label === 'other' && random() < 0.6
  return {
    ...{ model: 'year', words, label, confidence: 0.95, urgent },
    sentiment: negative
      ? { name: 'negative', score: -0.7 }
      : positive
        ? { name: 'positive', score: 0.7 }
        : { name: 'neutral', score: 0 },
    risk: { score, level: levelOf(score), reasons: [] },
    departments: label === 'other' ? [] : [{ name: pick(random, DEPARTMENTS), confidence: 0.9 }]
  }
}

const levelOf = (score: number): RiskLevel =>
  score >= 80 ? 'red' : score >= 55 ? 'orange' : score >= 30 ? 'yellow' : 'blue'

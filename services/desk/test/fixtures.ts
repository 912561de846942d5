import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

export const MINUTE = 60_000

/** Monday morning in Beijing. */
export const NINE = Date.parse('2026-11-23T09:00:00+08:00')

/** As the classifier sees a word about a broken street lamp. */
export const judged = (label: Classification['label']): Classification => ({
  model: 'test',
  words: '路灯 坏',
  label,
  confidence: 0.9,
  sentiment: { name: 'neutral', score: 0 },
  risk: { score: 5, level: 'blue', reasons: [] },
  urgent: false,
  departments: []
})

/** What was heard at nine in the thread under `root`, of the citizen who began it: the root itself unless `of` says more. */
export function observed(root: string, of: Partial<Observation> = {}): Observation {
  const thread = { platform: 'weibo', account: '1', post: '7', root } as const
  const comment = of.comment ?? root
  return {
    id: commentId({ ...thread, comment }),
    key: threadKey(thread),
    ...thread,
    comment,
    author: { id: `citizen-${root}` },
    ours: false,
    text: `路灯坏了 ${comment}`,
    publishedAt: NINE,
    observedAt: NINE + MINUTE,
    term: 1,
    source: 'poll',
    history: false,
    ...of
  }
}

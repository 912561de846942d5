import { commentId, threadKey } from '@huiyin/domain/ids.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'

/** A text as a comment of which a platform tells nothing else. */
export function commentOf(text: string, more: Partial<Observation> = {}): Observation {
  const place = { platform: 'other', account: 'office', post: 'post', root: 'comment', comment: 'comment' } as const
  return {
    ...place,
    id: commentId(place),
    key: threadKey(place),
    author: {},
    ours: false,
    text,
    publishedAt: 0,
    observedAt: 0,
    term: 0,
    source: 'import',
    history: true,
    ...more
  }
}

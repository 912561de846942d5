import type { StoredComment } from '@huiyin/schemas/comment.ts'

/**
 * What stays of an erased comment: where it stood and when, so that whoever sees it again at the platform takes nothing.
 * Neither words nor who wrote them, nor what was made of the words.
 */
export function erasedComment(comment: StoredComment): StoredComment {
  const { id, key, platform, account, post, root, parent, ours, publishedAt, observedAt, term, source } = comment
  return {
    ...{ id, key, platform, account, post, root, comment: comment.comment },
    ...(parent !== undefined && { parent }),
    author: {},
    ...{ ours, text: '', publishedAt, observedAt, term, source, history: comment.history },
    ...{ firstText: '', firstObservedAt: comment.firstObservedAt, state: 'erased' }
  }
}

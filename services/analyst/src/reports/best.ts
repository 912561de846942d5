import type { StoredComment } from '@huiyin/schemas/comment.ts'

/** The first few by an order, of however many. */
export interface Best {
  offer: (comment: StoredComment) => void
  list: () => StoredComment[]
}

/** `weight`: the highest first; ties by the newest, then by id. Of equal texts one is kept. */
export function openBest(atMost: number, weight: (comment: StoredComment) => number): Best {
  let kept: { comment: StoredComment; weight: number }[] = []
  return {
    offer(comment) {
      const one = { comment, weight: weight(comment) }
      const same = kept.findIndex(({ comment: { text } }) => text === comment.text)
      if (same >= 0 && order(kept[same]!, one) <= 0) return
      if (same >= 0) kept.splice(same, 1)
      kept.push(one)
      kept = kept.sort(order).slice(0, atMost)
    },
    list: () => kept.map(({ comment }) => comment)
  }
}

type Kept = { comment: StoredComment; weight: number }

const order = (a: Kept, b: Kept) =>
  b.weight - a.weight || b.comment.publishedAt - a.comment.publishedAt || (a.comment.id < b.comment.id ? -1 : 1)

const LEAST_WORTH = 12

/** A comment that a reader should see: what others agree with, and what says something. */
export const worthReading = ({ likes = 0, replies = 0, text }: StoredComment): number =>
  text.length < LEAST_WORTH ? -1 : likes + 2 * replies

export const gravest = (comment: StoredComment): number =>
  (comment.classification?.risk.score ?? 0) * 1_000 + Math.min(999, Math.max(0, worthReading(comment)))

import type { CommentFilter, Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'

const PAGE = 500
const DAY = 86_400_000

/** Comments of a period, the oldest first, a page in memory at a time; by days, so that no page counts all of them. */
export async function* walkComments(
  comments: Pick<Comments, 'search'>,
  { from, to }: { from: number; to: number },
  filter: CommentFilter
): AsyncGenerator<StoredComment> {
  for (let day = from; day < to; day += DAY) {
    for (let after: string | undefined; ; ) {
      const page = await comments.search({
        ...{ ...filter, publishedFrom: day, publishedTo: Math.min(day + DAY, to), sort: 'oldest', atMost: PAGE },
        ...(after !== undefined && { after })
      })
      yield* page.rows
      after = page.after
      if (after === undefined) break
    }
  }
}

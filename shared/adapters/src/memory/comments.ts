import { findableComment } from '@huiyin/domain/search/findable.ts'
import { matches } from '@huiyin/domain/search/matches.ts'
import type { CommentFilter, CommentSort, Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { rankedOf, rankedPage } from '../ranking/ranked-page.ts'
import { candidatesIn } from './candidates.ts'
import { type Place, pageOf } from './page.ts'
import { commentValues, NO_SCORE } from './searchable.ts'
import { ofOne, oneOf, same, shelf, tally, within } from './shelf.ts'

export function memoryComments(searchLags: boolean): Comments {
  const comments = shelf<StoredComment>(({ id }) => id, searchLags)

  const matching = (filter: CommentFilter) =>
    comments.listed().filter(comment => fits(comment, filter) && isFound(comment, filter))

  return {
    getMany: async refs => refs.map(({ id }) => comments.get(id)),
    putEach: async puts => puts.map(put => comments.put(put)),
    thread: async (key, atMost) => {
      const thread = comments.all().filter(comment => comment.key === key)
      const newest = pageOf(thread, { sort: 'newest', atMost }, ({ publishedAt, id }) => [-publishedAt, id]).rows
      return comments.copies(
        pageOf(newest, { sort: 'oldest', atMost }, ({ publishedAt, id }) => [publishedAt, id]).rows
      )
    },
    search: async query =>
      comments.copied(
        query.sort === 'relevance'
          ? await rankedPage(candidatesIn(matching(query), query, findableComment), rankedOf(query, findableComment))
          : pageOf(matching(query), query, PLACES[query.sort])
      ),
    count: async (by, filter) => tally(matching(filter).map(comment => commentValues(comment)[by])),
    refresh: async () => comments.refresh()
  }
}

const PLACES: Record<Exclude<CommentSort, 'relevance'>, (comment: StoredComment) => Place> = {
  newest: ({ publishedAt, id }) => [-publishedAt, id],
  oldest: ({ publishedAt, id }) => [publishedAt, id],
  risk: ({ classification, id }) => [-(classification?.risk.score ?? NO_SCORE), id]
}

const isFound = (comment: StoredComment, { where }: CommentFilter) =>
  where === undefined || matches(where, findableComment(comment))

const fits = (comment: StoredComment, filter: CommentFilter) =>
  oneOf(filter.platform, comment.platform) &&
  oneOf(filter.account, comment.account) &&
  ofOne(filter.of, comment) &&
  oneOf(filter.label, comment.classification?.label) &&
  oneOf(filter.level, comment.classification?.risk.level) &&
  oneOf(filter.sentiment, comment.classification?.sentiment.name) &&
  oneOf(filter.posts, comment.post) &&
  oneOf(filter.state, comment.state) &&
  same(filter.post, comment.post) &&
  same(filter.key, comment.key) &&
  same(filter.ours, comment.ours) &&
  within(filter.publishedFrom, filter.publishedTo, comment.publishedAt)

import { type Cut, searchPhrases } from '@huiyin/domain/search-text.ts'
import type { CommentFilter, Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { pageOf } from './page.ts'
import { commentTexts, commentValues, found } from './searchable.ts'
import { ofOne, oneOf, same, shelf, tally, within } from './shelf.ts'

export function memoryComments(cut: Cut, searchLags: boolean): Comments {
  const comments = shelf<StoredComment>(({ id }) => id, searchLags)

  const matching = (filter: CommentFilter) => {
    const phrases = searchPhrases(filter.text ?? '', cut)
    return comments.listed().filter(comment => matches(comment, filter) && found(phrases, commentTexts(comment)))
  }

  return {
    getMany: async refs => refs.map(({ id }) => comments.get(id)),
    putEach: async puts => puts.map(put => comments.put(put)),
    thread: async (key, atMost) => {
      const thread = comments.all().filter(comment => comment.key === key)
      const newest = pageOf(thread, { sort: 'newest', atMost }, ({ publishedAt, id }) => [-publishedAt, id]).rows
      return pageOf(newest, { sort: 'oldest', atMost }, ({ publishedAt, id }) => [publishedAt, id]).rows
    },
    search: async query =>
      pageOf(matching(query), query, ({ publishedAt, id }) => [
        query.sort === 'newest' ? -publishedAt : publishedAt,
        id
      ]),
    count: async (by, filter) => tally(matching(filter).map(comment => commentValues(comment)[by])),
    refresh: async () => comments.refresh()
  }
}

const matches = (comment: StoredComment, filter: CommentFilter) =>
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

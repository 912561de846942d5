import { monthInShanghai } from '@huiyin/domain/day.ts'
import type { Cut } from '@huiyin/domain/search-text.ts'
import type { CommentFilter, Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { commentTexts, commentValues } from '../memory/searchable.ts'
import { anyOf, type Condition, is, ofOne, says, streams, within } from './query.ts'
import { refresher } from './refresh.ts'
import { countBy, firstOf, pageOf } from './search.ts'
import { getEach, putEach, type Shape, type Store } from './store.ts'

/** Comments stand in the month of their exact `publishedAt`: old months are read only where somebody asks for them. */
export function elasticsearchComments(store: Store, cut: Cut): Comments {
  const { cluster, prefix } = store
  const index = `${prefix}-comments`
  const placeOf = ({ publishedAt }: { publishedAt: number }) => ({
    name: `${index}-${monthInShanghai(publishedAt)}`,
    family: index
  })
  const shape: Shape<StoredComment> = { placeOf, idOf: ({ id }) => id, fieldsOf, bare: BARE }
  const refresh = refresher(cluster, index)

  return {
    getMany: refs =>
      getEach<StoredComment>(
        store,
        refs.map(ref => ({ place: placeOf(ref), id: ref.id }))
      ),
    putEach: puts => putEach(store, shape, puts),
    async thread(key, atMost) {
      await refresh()
      const order = { by: 'publishedAt', descending: true }
      const newest = await firstOf<StoredComment>(cluster, { index, filter: is('key', key), order, atMost })
      return newest.sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1))
    },
    search: query =>
      pageOf<StoredComment>(
        cluster,
        {
          ...{ index, filter: conditionsOf(query, cut), atMost: query.atMost },
          order: { by: 'publishedAt', descending: query.sort === 'newest' }
        },
        query
      ),
    count: (by, filter) => countBy(cluster, { index, filter: conditionsOf(filter, cut), by }),
    refresh
  }
}

const BARE = ['id', 'key', 'account', 'publishedAt', 'publishedDay', 'ours', 'hidden']

function fieldsOf(comment: StoredComment) {
  const { id, key, ours, publishedAt, state } = comment
  return {
    ...{ id, key, ours, publishedAt, ...commentValues(comment), text: streams(commentTexts(comment)) },
    ...(state !== 'visible' && { hidden: state })
  }
}

const conditionsOf = (filter: CommentFilter, cut: Cut): Condition[] => [
  ...says(filter.text, cut),
  ...anyOf('platform', filter.platform),
  ...anyOf('account', filter.account),
  ...ofOne(filter.of),
  ...anyOf('label', filter.label),
  ...anyOf('level', filter.level),
  ...anyOf('sentiment', filter.sentiment),
  ...anyOf('post', filter.posts),
  ...inState(filter.state),
  ...is('post', filter.post),
  ...is('key', filter.key),
  ...is('ours', filter.ours),
  ...within('publishedAt', filter.publishedFrom, filter.publishedTo)
]

/** `hidden` is what a comment is that is not visible; those written before there was such a field count as visible. */
function inState(states: CommentFilter['state']): Condition[] {
  if (!states?.includes('visible')) return anyOf('hidden', states)
  const visible = { bool: { must_not: { exists: { field: 'hidden' } } } }
  return [{ bool: { should: [visible, ...anyOf('hidden', states)], minimum_should_match: 1 } }]
}

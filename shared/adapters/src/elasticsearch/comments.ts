import { monthInShanghai } from '@huiyin/domain/day.ts'
import { commentTexts, findableComment, personKeys } from '@huiyin/domain/search/findable.ts'
import type { CommentFilter, CommentSort, Comments } from '@huiyin/ports/comments.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import { commentValues, NO_SCORE } from '../memory/searchable.ts'
import { rankedOf, rankedPage } from '../ranking/ranked-page.ts'
import { candidates } from './candidates.ts'
import { compile, type Searchable } from './compile.ts'
import { anyOf, type Condition, is, ofOne, within } from './query.ts'
import { refresher } from './refresh.ts'
import { countBy, type Order, pageOf } from './search.ts'
import { getEach, putEach, type Shape, type Store } from './store.ts'
import { streams } from './streams.ts'
import { openThreads } from './threads.ts'

/** Comments stand in the month of their exact `publishedAt`: old months are read only where somebody asks for them. */
export function elasticsearchComments(store: Store): Comments {
  const { cluster, prefix } = store
  const index = `${prefix}-comments`
  const placeOf = ({ publishedAt }: { publishedAt: number }) => ({
    name: `${index}-${monthInShanghai(publishedAt)}`,
    family: index
  })
  const shape: Shape<StoredComment> = { placeOf, idOf: ({ id }) => id, fieldsOf: commentFields, bare: COMMENT_BARE }
  const refresh = refresher(cluster, index)

  return {
    getMany: refs =>
      getEach<StoredComment>(
        store,
        refs.map(ref => ({ place: placeOf(ref), id: ref.id }))
      ),
    putEach: puts => putEach(store, shape, puts),
    thread: openThreads({ cluster, index, refresh }),
    search: async query => {
      if (query.sort === 'relevance') {
        const filter = conditionsOf({ ...query, where: undefined })
        const from = candidates<StoredComment>(
          cluster,
          { index, filter, at: 'publishedAt', searchable: SEARCHABLE },
          query
        )
        return rankedPage(from, rankedOf(query, findableComment))
      }
      return pageOf<StoredComment>(
        cluster,
        { index, filter: conditionsOf(query), order: ORDERS[query.sort], atMost: query.atMost },
        query
      )
    },
    count: (by, filter) => countBy(cluster, { index, filter: conditionsOf(filter), by }),
    refresh
  }
}

export const COMMENT_BARE = ['id', 'key', 'account', 'publishedAt', 'publishedDay', 'ours', 'hidden']

export function commentFields(comment: StoredComment) {
  const { id, key, ours, publishedAt, state } = comment
  return {
    ...{ id, key, ours, publishedAt, ...commentValues(comment), text: streams(commentTexts(comment)) },
    ...(state !== 'visible' && { hidden: state }),
    author: personKeys(comment.author),
    score: comment.classification?.risk.score
  }
}

const conditionsOf = (filter: CommentFilter): Condition[] => [
  ...(filter.where ? [compile(filter.where, SEARCHABLE)] : []),
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

const ORDERS: Record<Exclude<CommentSort, 'relevance'>, Order> = {
  newest: { by: 'publishedAt', descending: true },
  oldest: { by: 'publishedAt' },
  risk: { by: 'score', descending: true, missing: NO_SCORE }
}

const SEARCHABLE: Searchable = {
  is: {
    account: 'account',
    platform: 'platform',
    label: 'label',
    department: 'department',
    level: 'level',
    sentiment: 'sentiment',
    status: values => inState(values as NonNullable<CommentFilter['state']>)[0]!,
    author: 'author',
    place: 'place',
    post: 'post'
  },
  numbers: { date: 'publishedAt', risk: 'score' }
}

/** `hidden` is what a comment is that is not visible; those written before there was such a field count as visible. */
function inState(states: CommentFilter['state']): Condition[] {
  if (!states?.includes('visible')) return anyOf('hidden', states)
  const visible = { bool: { must_not: { exists: { field: 'hidden' } } } }
  return [{ bool: { should: [visible, ...anyOf('hidden', states)], minimum_should_match: 1 } }]
}

import type { Query, Searched } from '@huiyin/domain/search/query.ts'
import type { Page } from '@huiyin/ports/documents.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { SearchRow } from '@huiyin/schemas/api-search.ts'
import { invalidRequest } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { commentsFound, postsFound, ticketsFound } from './found.ts'
import { searchPosts } from './posts.ts'
import type { Scope } from './scope.ts'

export type SearchSort = 'relevance' | 'date' | 'risk' | 'due'

/** The orders that a kind has. */
const SORTS: Record<Searched, readonly SearchSort[]> = {
  tickets: ['relevance', 'date', 'risk', 'due'],
  comments: ['relevance', 'date', 'risk'],
  replies: ['relevance', 'date'],
  posts: ['relevance', 'date']
}

export interface Wanted {
  what: Searched
  where: Query
  scope: Scope
  sort: SearchSort
  atMost: number
  after?: string
}

/** Throws INVALID_REQUEST for an order that the kind does not have. */
export function checkSort(what: Searched, sort: SearchSort): void {
  if (SORTS[what].includes(sort)) return
  throw invalidRequest(
    'query/sort',
    `Expected ${what} to be sorted by one of ${SORTS[what].join(', ')}, and got ${sort}`
  )
}

/** A page of what somebody may see. */
export async function searchPage(ports: ApiPorts, actor: Actor, wanted: Wanted): Promise<Page<SearchRow>> {
  const { what, where, scope, sort, atMost, after } = wanted
  const { tickets, comments, cut, clock } = ports
  const paged = { where, atMost, ...(after !== undefined && { after }) }
  const ranking = { cut, asOf: clock.now() }
  const by = sort === 'date' ? ('newest' as const) : sort
  if (what === 'tickets') {
    const page = await tickets.search({ ...scope, ...paged, sort: by, ...(by === 'relevance' && { ranking }) })
    return { ...page, rows: ticketsFound(ports, actor, where, page.rows) }
  }
  const of = scope.of && { of: scope.of }
  if (what === 'posts') {
    const page = await searchPosts(ports, { ...paged, ...of, sort: by === 'relevance' ? by : 'newest' })
    return { ...page, rows: await postsFound(ports, where, page.rows) }
  }
  const page = await comments.search({
    ...{ ...paged, ...of, ours: what === 'replies' },
    sort: by === 'due' ? 'newest' : by,
    ...(by === 'relevance' && { ranking })
  })
  return { ...page, rows: await commentsFound(ports, actor, where, page.rows) }
}

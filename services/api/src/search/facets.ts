import { findablePost } from '@huiyin/domain/search/findable.ts'
import type { Query, Searched } from '@huiyin/domain/search/query.ts'
import type { OfAccount } from '@huiyin/ports/documents.ts'
import type { SearchFacet } from '@huiyin/schemas/api-search.ts'
import type { ApiPorts } from '../ports.ts'
import { postsMatching } from './posts.ts'
import type { Scope } from './scope.ts'

/** So many values of a field are told, the most frequent ones. */
const VALUES = 20

const OF_TICKETS = [
  'status',
  'label',
  'level',
  'sentiment',
  'account',
  'platform',
  'department',
  'place',
  'tag'
] as const
const OF_COMMENTS = ['label', 'level', 'sentiment', 'account', 'platform', 'department', 'place'] as const
const OF_REPLIES = ['account', 'platform'] as const

/** What was found by its values, under the same scope and the same search: nothing else is counted. */
export async function facetsOf(ports: ApiPorts, what: Searched, where: Query, scope: Scope): Promise<SearchFacet[]> {
  const counts = await countsOf(ports, what, where, scope)
  return counts.map(([field, byValue]) => ({
    field,
    values: Object.entries(byValue)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, VALUES)
      .map(([value, count]) => ({ value, count }))
  }))
}

type Counts = [field: string, byValue: Record<string, number>][]

async function countsOf(ports: ApiPorts, what: Searched, where: Query, scope: Scope): Promise<Counts> {
  const { tickets, comments } = ports
  if (what === 'posts') return postCounts(ports, where, scope.of)
  if (what === 'tickets')
    return Promise.all(
      OF_TICKETS.map(async by => [by, await tickets.count(by, { ...scope, where })] as const)
    ) as Promise<Counts>
  const fields = what === 'replies' ? OF_REPLIES : OF_COMMENTS
  const filter = { ...(scope.of && { of: scope.of }), where, ours: what === 'replies' }
  return Promise.all(fields.map(async by => [by, await comments.count(by, filter)] as const)) as Promise<Counts>
}

async function postCounts(ports: ApiPorts, where: Query, of?: readonly OfAccount[]): Promise<Counts> {
  const words = (await postsMatching(ports, where, of)).map(post => findablePost(post).words)
  return OF_REPLIES.map(field => {
    const values = words.flatMap(word => word[field] ?? [])
    return [
      field,
      Object.fromEntries(
        Map.groupBy(values, value => value)
          .entries()
          .map(([value, all]) => [value, all.length])
      )
    ]
  })
}

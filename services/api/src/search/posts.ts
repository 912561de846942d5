import { findablePost } from '@huiyin/domain/search/findable.ts'
import { matches } from '@huiyin/domain/search/matches.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import { relevanceTo } from '@huiyin/domain/search/relevance.ts'
import type { OfAccount, Page } from '@huiyin/ports/documents.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { invalidRequest } from '../errors.ts'
import { allPosts } from '../intake/posts.ts'
import type { ApiPorts } from '../ports.ts'

interface PostSearch {
  where: Query
  of?: readonly OfAccount[]
  sort: 'relevance' | 'newest'
  atMost: number
  after?: string
}

/** The order, the row's value in it and its id, and the time of the first page (UTC in ms). */
const After = Type.Tuple([Type.String(), Type.Number(), Type.String(), Type.Number()])

/** An office publishes some thousands a year: they are read whole. Throws INVALID_REQUEST for another list's `after`. */
export async function searchPosts(
  ports: ApiPorts,
  { where, of, sort, atMost, after }: PostSearch
): Promise<Page<Post>> {
  const from = after === undefined ? undefined : placeOf(sort, after)
  const asOf = from?.[3] ?? ports.clock.now()
  const found = await postsMatching(ports, where, of)
  const relevance = relevanceTo(where, { cut: ports.cut, asOf })
  const valued = found.map(post => {
    const findable = findablePost(post)
    const { date = 0 } = findable.numbers
    return { post, value: sort === 'newest' ? date : relevance(findable) }
  })
  const ordered = valued.toSorted((a, b) => b.value - a.value || (a.post.id < b.post.id ? -1 : 1))
  const begin = from === undefined ? 0 : ordered.findIndex(({ value, post }) => isBehind(value, post.id, from))
  const rest = begin < 0 ? [] : ordered.slice(begin)
  const last = rest[atMost - 1]
  return {
    rows: rest.slice(0, atMost).map(({ post }) => post),
    total: found.length,
    ...(last && rest.length > atMost && { after: JSON.stringify([sort, last.value, last.post.id, asOf]) })
  }
}

const isBehind = (value: number, id: string, [, at, last]: [string, number, string, number]) =>
  value < at || (value === at && id > last)

/** Those of the accounts that are found, in no order. */
export async function postsMatching(
  { records }: Pick<ApiPorts, 'records'>,
  where: Query,
  of?: readonly OfAccount[]
): Promise<Post[]> {
  const all = await allPosts(records)
  const own = of
    ? all.filter(post => of.some(one => one.platform === post.platform && one.account === post.account))
    : all
  return own.filter(post => matches(where, findablePost(post)))
}

function placeOf(sort: string, after: string): [string, number, string, number] {
  const place = parsed(after)
  if (Value.Check(After, place) && place[0] === sort) return place
  throw invalidRequest(
    'query/after',
    `"after" must be what a page sorted by "${sort}" gave; it was ${after.slice(0, 100)}`
  )
}

function parsed(after: string): unknown {
  try {
    return JSON.parse(after)
  } catch {
    return undefined // told to the caller as one of another list
  }
}

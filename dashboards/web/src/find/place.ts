import { useMemo } from 'react'
import type { paths } from '../api/types.ts'
import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Where one stands in the search: what is searched for, in what, in which order, and the ticket that one looks into. */

type Asked = NonNullable<paths['/api/search']['get']['parameters']['query']>
export type What = NonNullable<Asked['what']>
export type Sort = NonNullable<Asked['sort']>

export const WHATS = ['tickets', 'comments', 'replies', 'posts'] as const satisfies readonly What[]
const LONGEST = 1_000

/** The orders in which each can come. */
export const SORTS: Record<What, readonly Sort[]> = {
  tickets: ['relevance', 'date', 'risk', 'due'],
  comments: ['relevance', 'date', 'risk'],
  replies: ['relevance', 'date'],
  posts: ['relevance', 'date']
}

export type FindPlace = { what: What; q?: string; sort?: Sort; ticket?: string }
export type Change = { [Name in keyof FindPlace]?: FindPlace[Name] | undefined }

const said = <T extends object>(values: T) =>
  Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]))

/** Reads a query string; what it does not know it leaves out. */
export function parseFindPlace(search: string): FindPlace {
  const query = new URLSearchParams(search)
  const what = oneOf(WHATS, query.get('what')) ?? 'tickets'
  const place = {
    q: query.get('q')?.slice(0, LONGEST),
    sort: oneOf(SORTS[what], query.get('sort')),
    ticket: query.get('ticket')
  }
  return { what, ...Object.fromEntries(said(place)) }
}

export const formatFindPlace = (place: FindPlace): string =>
  `?${new URLSearchParams([['view', 'search'], ...said(place)] as [string, string][])}`

/** The place after a change; an order that what is searched does not have is left. */
export function changedPlace(place: FindPlace, change: Change): FindPlace {
  const { what = place.what, sort = place.sort, ...rest } = change
  const kept = sort && SORTS[what].includes(sort) ? sort : undefined
  return { what, ...Object.fromEntries(said({ ...place, ...rest, what, sort: kept })) }
}

/** Goes there; `replace` leaves no step in the browser's history. */
export const goFind = (change: Change, options?: { replace?: boolean }) =>
  visit(formatFindPlace(changedPlace(parseFindPlace(location.search), change)), options)

export function useFindPlace(): FindPlace {
  const search = useQueryString()
  return useMemo(() => parseFindPlace(search), [search])
}

const PLAIN = /^[\p{L}\p{N}._-]+$/u

/** A condition in the language of searches, as one would type it. */
export const condition = (field: string, value: string): string =>
  `${field}:${PLAIN.test(value) ? value : `"${value.replaceAll('"', ' ')}"`}`

/** The search with a condition more, or without one that it has. */
export function toggled(q: string | undefined, part: string): string {
  const parts = (q ?? '').trim()
  if (!hasPart(q, part)) return parts === '' ? part : `${parts} ${part}`
  return ` ${parts} `.replace(` ${part} `, ' ').trim()
}

export const hasPart = (q: string | undefined, part: string): boolean => ` ${(q ?? '').trim()} `.includes(` ${part} `)

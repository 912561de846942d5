import type { Label, PlatformName, RiskLevel, SentimentName } from '@huiyin/schemas/names.ts'
import { useMemo } from 'react'
import type { paths } from '../api/types.ts'
import { oneOf } from '../data/address.ts'
import { LABELS, LEVELS, PLATFORMS } from '../data/filter.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Where one stands among the comments: the words, the filters, and the ticket that one looks into. */

export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const satisfies readonly SentimentName[]
export const ORDERS = ['newest', 'oldest'] as const

export type Wanted = {
  q?: string
  label?: Label
  level?: RiskLevel
  sentiment?: SentimentName
  platform?: PlatformName
  /** The first and the last day, YYYY-MM-DD in Beijing. */
  from?: string
  to?: string
  sort: (typeof ORDERS)[number]
}
export type CommentPlace = Wanted & { ticket?: string }
export type Change = { [Name in keyof CommentPlace]?: CommentPlace[Name] | undefined }

const DAY = 86_400_000

/** The first instant of a day in Beijing, ms UTC. */
const startOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

/** A day that a comment can be of; what one is still typing (the year 0202) is none. */
export const isDay = (text: string) => /^(19[7-9]|20\d)\d-\d\d-\d\d$/.test(text) && startOf(text) >= 0

const dayIn = (text: string | null) => (text !== null && isDay(text) ? text : undefined)

const said = <T extends object>(values: T) =>
  Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]))

/** Reads a query string; what it does not know it leaves out. */
export function parseCommentPlace(search: string): CommentPlace {
  const query = new URLSearchParams(search)
  const place = {
    q: query.get('q')?.slice(0, 200),
    label: oneOf(LABELS, query.get('label')),
    level: oneOf(LEVELS, query.get('level')),
    sentiment: oneOf(SENTIMENTS, query.get('sentiment')),
    platform: oneOf(PLATFORMS, query.get('platform')),
    from: dayIn(query.get('from')),
    to: dayIn(query.get('to')),
    ticket: query.get('ticket')
  }
  return { sort: oneOf(ORDERS, query.get('sort')) ?? 'newest', ...Object.fromEntries(said(place)) }
}

/** The query string of a place; what is usual is left out. */
export const formatCommentPlace = ({ sort, ...rest }: CommentPlace): string =>
  `?${new URLSearchParams([['view', 'comments'], ...said(rest), ...(sort === 'newest' ? [] : [['sort', sort]])] as [string, string][])}`

export const changedPlace = (place: CommentPlace, change: Change): CommentPlace => ({
  sort: change.sort ?? place.sort,
  ...Object.fromEntries(said({ ...place, ...change }))
})

/** Goes there; `replace` leaves no step in the browser's history. */
export const goAmongComments = (change: Change, options?: { replace?: boolean }) =>
  visit(formatCommentPlace(changedPlace(parseCommentPlace(location.search), change)), options)

export function useCommentPlace(): CommentPlace {
  const search = useQueryString()
  return useMemo(() => parseCommentPlace(search), [search])
}

/** What takes all the filters away and leaves the order. */
export const NO_FILTERS = {
  q: undefined,
  label: undefined,
  level: undefined,
  sentiment: undefined,
  platform: undefined,
  from: undefined,
  to: undefined
} as const satisfies Change

export const isNarrowed = (wanted: Wanted) => Object.keys(NO_FILTERS).some(name => wanted[name as keyof Wanted])

type Asked = NonNullable<paths['/api/comments']['get']['parameters']['query']>

/** The query of `GET /api/comments`. An input method's “quotes” mean the same as plain ones. */
export function commentParams({ q, from, to, sort, label, level, sentiment, platform }: Wanted): Asked {
  const words = q && plainQuotes(q).trim()
  return {
    sort,
    ...(label && { label: [label] }),
    ...(level && { level: [level] }),
    ...(sentiment && { sentiment: [sentiment] }),
    ...(platform && { platform: [platform] }),
    ...(words && { q: words }),
    ...(from && { from: startOf(from) }),
    ...(to && { to: startOf(to) + DAY }) // the last day is in, the instant after it is not
  }
}

export const plainQuotes = (query: string) => query.replace(/[“”„＂]/g, '"')

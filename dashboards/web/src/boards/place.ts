import { useMemo } from 'react'
import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'
import { dayOf, startOf } from './days.ts'

/** Where a leader stands: the span of days, what it is narrowed to, and the list and the ticket that stand open beside it. */

export const BOARDS = ['overview', 'mood'] as const
export const SPANS = ['today', 'week', 'month', 'quarter'] as const
export type Span = (typeof SPANS)[number]

/** What narrows a board, the overview by the first two; the api knows them by the same names. */
export const NARROWS = ['account', 'department', 'topic', 'place'] as const

/**
 * What names the list behind a number. `part`: of a number that follows from several lists, which one.
 * `at`: the instant of a point of a curve, UTC in ms.
 */
const LISTED = ['list', 'part', 'by', 'key', 'at'] as const

export type BoardPlace = { board: (typeof BOARDS)[number]; span: Span; day?: string } & {
  [Name in (typeof NARROWS)[number] | (typeof LISTED)[number] | 'ticket']?: string
}
export type Change = { [Name in keyof BoardPlace]?: BoardPlace[Name] | undefined }
/** How the api names a list. */
export type Listed = { figure: string; by?: string; key?: string; at?: string }
export type Wanted = Omit<BoardPlace, (typeof LISTED)[number] | 'ticket'>

const LONGEST = 500

const said = (values: object) => Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]))

/** Reads a query string; what it does not know it leaves out. */
export function parseBoardPlace(search: string): BoardPlace {
  const query = new URLSearchParams(search)
  const day = query.get('day') ?? ''
  const board = oneOf(BOARDS, query.get('view')) ?? 'overview'
  const narrows = board === 'mood' ? NARROWS : NARROWS.slice(0, 2)
  const rest = [...narrows, ...LISTED, 'ticket'].map(name => [name, query.get(name)?.slice(0, LONGEST)])
  return {
    board,
    span: oneOf(SPANS, query.get('span')) ?? 'today',
    ...(isDay(day) && { day }),
    ...Object.fromEntries(said(Object.fromEntries(rest)))
  }
}

const isDay = (text: string) => /^20\d\d-\d\d-\d\d$/.test(text) && dayOf(startOf(text)) === text

/** The query string of a place; what is usual is left out. */
export const formatBoardPlace = ({ board, span, ...rest }: BoardPlace): string =>
  `?${new URLSearchParams([['view', board], ...(span === 'today' ? [] : [['span', span]]), ...said(rest)] as [string, string][])}`

/** What names a list, as nothing. */
export const NO_LIST = {
  list: undefined,
  part: undefined,
  by: undefined,
  key: undefined,
  at: undefined
} as const satisfies Change

export const changedPlace = (place: BoardPlace, change: Change): BoardPlace =>
  Object.fromEntries(said({ ...place, ...change })) as BoardPlace

/** The list behind a number: all that was open before is left. */
export const listPlace = (place: BoardPlace, list: Change): BoardPlace =>
  changedPlace(place, { ...NO_LIST, ...list, ticket: undefined })

/** Other numbers: the list of the old ones is left. */
export const otherNumbers = (place: BoardPlace, change: Change): BoardPlace =>
  changedPlace(place, { ...NO_LIST, ticket: undefined, ...change })

/** Goes there; `replace` leaves no step in the browser's history. */
export const goTo = (place: BoardPlace, options?: { replace?: boolean }) => visit(formatBoardPlace(place), options)

export function useBoardPlace(): BoardPlace {
  const search = useQueryString()
  return useMemo(() => parseBoardPlace(search), [search])
}

/** The numbers that a place asks for. */
export function wantedOf({ list, part, by, key, at, ticket, ...wanted }: BoardPlace): Wanted {
  return wanted
}

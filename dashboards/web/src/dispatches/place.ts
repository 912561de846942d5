import { useMemo } from 'react'
import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Where one stands at the board: of which department, which of them, and the ticket that is open. */

export const ONLY = ['overdue', 'watched', 'links'] as const
export type Only = (typeof ONLY)[number]

export type BoardPlace = { department?: string; only?: Only; ticket?: string }
type Change = { [Name in keyof BoardPlace]?: BoardPlace[Name] | undefined }

const LONGEST = 100

const said = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => Boolean(value)))

export function parseBoardPlace(search: string): BoardPlace {
  const query = new URLSearchParams(search)
  return said({
    department: query.get('department')?.slice(0, LONGEST),
    only: oneOf(ONLY, query.get('only')),
    ticket: query.get('ticket')
  })
}

export const formatBoardPlace = (place: BoardPlace): string =>
  `?${new URLSearchParams({ view: 'dispatches', ...said(place) })}`

export const changedBoard = (place: BoardPlace, change: Change): BoardPlace => said({ ...place, ...change })

export const goBoard = (change: Change, options?: { replace?: boolean }) =>
  visit(formatBoardPlace(changedBoard(parseBoardPlace(location.search), change)), options)

export function useBoardPlace(): BoardPlace {
  const search = useQueryString()
  return useMemo(() => parseBoardPlace(search), [search])
}

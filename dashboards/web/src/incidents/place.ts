import type { IncidentState } from '@huiyin/schemas/incident.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { useMemo } from 'react'
import { oneOf } from '../data/address.ts'
import { LEVELS } from '../data/filter.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Where one stands among the incidents: which are shown, in which columns, and which part of the one that is open. */

export const SHOWS = ['live', 'closed', 'dismissed', 'merged', 'all'] as const
export const COLUMNS = ['level', 'state'] as const
export const SORTS = ['gravest', 'active', 'newest'] as const
export const PARTS = ['overview', 'plan', 'statements', 'members', 'timeline'] as const

export type Show = (typeof SHOWS)[number]
export type Column = (typeof COLUMNS)[number]
export type Sort = (typeof SORTS)[number]
export type Part = (typeof PARTS)[number]

export type IncidentWanted = { show: Show; sort: Sort; level?: RiskLevel; nature?: string }
export type IncidentPlace = IncidentWanted & {
  by: Column
  open?: string
  part: Part
  /** The step of its history at which it is shown; absent: as it is now. */
  n?: number
}
export type Change = { [Name in keyof IncidentPlace]?: IncidentPlace[Name] | undefined }

export const STATES: Record<Show, readonly IncidentState[] | undefined> = {
  live: ['open', 'calm'],
  closed: ['closed'],
  dismissed: ['dismissed'],
  merged: ['merged'],
  all: undefined
}

const stepIn = (text: string | null) => (text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined)

/** Reads a query string; what it does not know it leaves out. */
export function parseIncidentPlace(search: string): IncidentPlace {
  const query = new URLSearchParams(search)
  const level = oneOf(LEVELS, query.get('level'))
  const nature = query.get('nature')?.slice(0, 100)
  const open = query.get('open')
  const n = stepIn(query.get('n'))
  return {
    show: oneOf(SHOWS, query.get('show')) ?? 'live',
    sort: oneOf(SORTS, query.get('sort')) ?? 'gravest',
    by: oneOf(COLUMNS, query.get('by')) ?? 'level',
    part: oneOf(PARTS, query.get('part')) ?? 'overview',
    ...(level && { level }),
    ...(nature && { nature }),
    ...(open && { open }),
    ...(n !== undefined && { n })
  }
}

const USUAL: Change = { show: 'live', sort: 'gravest', by: 'level', part: 'overview' }

/** The query string of a place; what is usual is left out. */
export function formatIncidentPlace(place: IncidentPlace): string {
  const query = new URLSearchParams({ view: 'incidents' })
  for (const [name, value] of Object.entries(place))
    if (value !== undefined && value !== USUAL[name as keyof Change]) query.set(name, String(value))
  return `?${query}`
}

/** Another incident opens at its overview, as it is now; another part too is shown as it is now. */
export function changedIncidentPlace(place: IncidentPlace, change: Change): IncidentPlace {
  const moves = 'open' in change && change.open !== place.open
  const anew: Change = moves ? { part: 'overview', n: undefined } : 'part' in change ? { n: undefined } : {}
  const entries = Object.entries({ ...place, ...anew, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as IncidentPlace
}

/** The way to another place from where one stands. */
export const incidentHref = (change: Change): string =>
  formatIncidentPlace(changedIncidentPlace(parseIncidentPlace(location.search), change))

/** Goes there; `replace` leaves no step in the browser's history. */
export const goIncident = (change: Change, options?: { replace?: boolean }) => visit(incidentHref(change), options)

export function useIncidentPlace(): IncidentPlace {
  const search = useQueryString()
  return useMemo(() => parseIncidentPlace(search), [search])
}

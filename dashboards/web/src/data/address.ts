import { useMemo } from 'react'
import { type Filter, LABELS, LEVELS, PLATFORMS, SORTS, type Sort, TABS, usualSort } from './filter.ts'
import { useQueryString, visit } from './query-string.ts'

/** Where one stands among the tickets: the tab, the filters and the open ticket. A link shows another person the same. */

export type Place = Filter & {
  ticket?: string
  /** A comment is added by hand, under this post where it is known (its id). */
  hand?: string
}

export const oneOf = <T extends string>(list: readonly T[], value: string | null) => list.find(item => item === value)

/** Reads a query string; what it does not know it leaves out. */
export function parsePlace(search: string): Place {
  const query = new URLSearchParams(search)
  const tab = oneOf(TABS, query.get('tab')) ?? 'open'
  const place: Record<string, string | undefined> = {
    label: oneOf(LABELS, query.get('label')),
    level: oneOf(LEVELS, query.get('level')),
    platform: oneOf(PLATFORMS, query.get('platform')),
    q: query.get('q')?.slice(0, 200) || undefined,
    ticket: query.get('ticket') || undefined,
    hand: query.get('hand') || undefined
  }
  const said = Object.entries(place).filter(([, value]) => value !== undefined)
  return { tab, sort: oneOf(SORTS, query.get('sort')) ?? usualSort(tab), ...Object.fromEntries(said) }
}

/** The query string of a place, with its `?`; what is usual is left out. */
export function formatPlace({ tab, sort, ...rest }: Place): string {
  const query = new URLSearchParams()
  if (tab !== 'open') query.set('tab', tab)
  if (sort !== usualSort(tab)) query.set('sort', sort)
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

type Change = { [Name in keyof Place]?: Place[Name] | undefined }

/** The place after a change; another tab comes with its usual sort, a ticket takes the place of a form. */
export function changed(place: Place, change: Change): Place {
  const sort: Sort = change.sort ?? (change.tab && change.tab !== place.tab ? usualSort(change.tab) : place.sort)
  const entries = Object.entries({ ...place, ...(change.ticket && { hand: undefined }), ...change, sort }).filter(
    ([, value]) => value !== undefined
  )
  return Object.fromEntries(entries) as Place
}

/** Goes there; `replace` leaves no step in the browser's history. */
export const go = (change: Change, options?: { replace?: boolean }) =>
  visit(formatPlace(changed(parsePlace(location.search), change)), options)

export function usePlace(): Place {
  const search = useQueryString()
  return useMemo(() => parsePlace(search), [search])
}

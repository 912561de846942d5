import { useMemo } from 'react'
import { type Filter, LABELS, LEVELS, PLATFORMS, SORTS, type Sort, TABS, usualSort } from './filter.ts'
import { useQueryString, visit } from './query-string.ts'

/** Where one stands among the tickets: the tab, the filters and the open ticket. A link shows another person the same. */

export type Place = Filter & {
  ticket?: string
  /** A comment is added by hand, under this post where it is known (its id). */
  hand?: string
  /** Work on many tickets: what is to be done to those that are selected, or what was done. */
  open?: 'bulk' | 'jobs'
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
    hand: query.get('hand') || undefined,
    open: oneOf(['bulk', 'jobs'], query.get('open')),
    saved: query.get('saved')?.slice(0, 80) || undefined
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

/** What a change takes the place of: a ticket of a form, a tab of a saved view. */
const leaving = ({ ticket, tab, saved }: Change): Change => ({
  ...(ticket && { hand: undefined, open: undefined }),
  ...(tab && !saved && { saved: undefined })
})

/** The place after a change; another tab comes with its usual sort. */
export function changed(place: Place, change: Change): Place {
  const sort: Sort = change.sort ?? (change.tab && change.tab !== place.tab ? usualSort(change.tab) : place.sort)
  const entries = Object.entries({ ...place, ...leaving(change), ...change, sort }).filter(
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

import { useSyncExternalStore } from 'react'
import { VIEWS, type View } from './views.ts'

/** The address bar's query string: which view one looks at, and all that the view needs to look the same elsewhere. */

/** Which view a query string leads to. */
export const viewOf = (search: string): View => {
  const said = new URLSearchParams(search).get('view')
  return VIEWS.find(view => view === said) ?? 'tickets'
}

/** What stands open beside the list of a view: a ticket, an account, or a form. */
export const isOpen = (search: string): boolean => {
  const query = new URLSearchParams(search)
  return ['ticket', 'open', 'hand'].some(name => query.has(name))
}

/** How a view looks when nobody was there yet. */
const usual = (view: View) => (view === 'tickets' ? '' : `?view=${view}`)

const USUAL = Object.fromEntries(VIEWS.map(view => [view, usual(view)])) as Readonly<Record<View, string>>
const left = { ...USUAL }
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** How a view looked when one was there last. */
export const leftAt = (view: View) => left[view]

/** Whoever comes next begins where everybody may; what is shown until then stays. */
export function forgetPlaces(): void {
  Object.assign(left, USUAL)
  history.replaceState(null, '', location.pathname)
}

/** Goes there; `replace` leaves no step in the browser's history. */
export function visit(search: string, { replace = false } = {}): void {
  left[viewOf(location.search)] = location.search
  history[replace ? 'replaceState' : 'pushState'](null, '', search || location.pathname)
  tell()
}

export const useQueryString = () =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      addEventListener('popstate', tell)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) removeEventListener('popstate', tell)
      }
    },
    () => location.search
  )

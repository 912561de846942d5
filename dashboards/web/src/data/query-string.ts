import { useSyncExternalStore } from 'react'

/** The address bar's query string: which view one looks at, and all that the view needs to look the same elsewhere. */

export const VIEWS = ['tickets', 'comments'] as const
export type View = (typeof VIEWS)[number]

/** Which view a query string leads to. */
export const viewOf = (search: string): View =>
  new URLSearchParams(search).get('view') === 'comments' ? 'comments' : 'tickets'

const left: Record<View, string> = { tickets: '', comments: '?view=comments' }
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** How a view looked when one was there last. */
export const leftAt = (view: View) => left[view]

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

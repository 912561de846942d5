import { type RefObject, useCallback, useEffect, useRef } from 'react'

type Told = (entry: IntersectionObserverEntry) => void
/** Tells when something comes near what one sees, and when it goes; answers how to stop that. */
export type Watch = (element: Element, tell: Told) => () => void

const AHEAD = '1500px' // above and below what one sees

/** One watch for all parts of a list. */
export function useWatch(root: RefObject<HTMLElement | null>): Watch {
  const told = useRef(new Map<Element, Told>())
  const observer = useRef<IntersectionObserver>(undefined)
  useEffect(
    () => () => {
      observer.current?.disconnect()
      observer.current = undefined
    },
    []
  )
  return useCallback(
    (element, tell) => {
      observer.current ??= new IntersectionObserver(
        entries => {
          for (const entry of entries) told.current.get(entry.target)?.(entry)
        },
        { root: root.current, rootMargin: `${AHEAD} 0px` }
      )
      told.current.set(element, tell)
      observer.current.observe(element)
      return () => {
        told.current.delete(element)
        observer.current?.unobserve(element)
      }
    },
    [root]
  )
}

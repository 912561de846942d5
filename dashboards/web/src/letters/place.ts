import type { LetterAbout } from '@huiyin/schemas/letter.ts'
import { useMemo } from 'react'
import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Where one stands among the letters: one's own or all of them, what they are about, and the one that is open. */

export const BOXES = ['mine', 'all'] as const
export const ABOUTS = [
  'incident',
  'report',
  'search',
  'register',
  'archive',
  'board',
  'test'
] as const satisfies readonly LetterAbout[]

export type LetterPlace = { box: (typeof BOXES)[number]; about?: LetterAbout; open?: string }
export type Change = { [Name in keyof LetterPlace]?: LetterPlace[Name] | undefined }

/** Reads a query string; what it does not know it leaves out. */
export function parseLetterPlace(search: string): LetterPlace {
  const query = new URLSearchParams(search)
  const about = oneOf(ABOUTS, query.get('about'))
  const open = query.get('open')
  return { box: oneOf(BOXES, query.get('box')) ?? 'mine', ...(about && { about }), ...(open && { open }) }
}

/** The query string of a place; what is usual is left out. */
export function formatLetterPlace({ box, about, open }: LetterPlace): string {
  const query = new URLSearchParams({ view: 'letters' })
  if (box !== 'mine') query.set('box', box)
  if (about) query.set('about', about)
  if (open) query.set('open', open)
  return `?${query}`
}

/** Another box, or what letters are about, comes with nothing open. */
function changed(place: LetterPlace, change: Change): LetterPlace {
  const closes = ('box' in change || 'about' in change) && !('open' in change)
  const entries = Object.entries({ ...place, ...(closes && { open: undefined }), ...change })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as LetterPlace
}

/** The way to another place from where one stands. */
export const letterHref = (change: Change): string =>
  formatLetterPlace(changed(parseLetterPlace(location.search), change))

export const goLetter = (change: Change, options?: { replace?: boolean }) => visit(letterHref(change), options)

export function useLetterPlace(): LetterPlace {
  const search = useQueryString()
  return useMemo(() => parseLetterPlace(search), [search])
}

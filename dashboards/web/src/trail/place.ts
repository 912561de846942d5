import { useMemo } from 'react'
import type { paths } from '../api/types.ts'
import { isDay } from '../comments/place.ts'
import { useQueryString, visit } from '../data/query-string.ts'
import { isoDay } from '../time.ts'
import { EVENT_TYPES } from './event-types.ts'

/** What one looks for in the trail. */

export type TrailPlace = {
  person?: string
  type?: string
  subject?: string
  /** The first and the last day, YYYY-MM-DD in Beijing. */
  from?: string
  to?: string
}
export type Change = { [Name in keyof TrailPlace]?: TrailPlace[Name] | undefined }

export const NOTHING_CHOSEN = {
  person: undefined,
  type: undefined,
  subject: undefined,
  from: undefined,
  to: undefined
} as const satisfies Change

const DAY = 86_400_000
const LONGEST = 200

/** The first instant of a day in Beijing, ms UTC. */
const startOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
const said = (of: object) => Object.fromEntries(Object.entries(of).filter(([, value]) => Boolean(value)))

export function parseTrailPlace(search: string): TrailPlace {
  const query = new URLSearchParams(search)
  const day = (name: string) => {
    const text = query.get(name)
    return text !== null && isDay(text) ? text : undefined
  }
  return said({
    person: query.get('person')?.slice(0, LONGEST),
    type: EVENT_TYPES.find(type => type === query.get('type')),
    subject: query.get('subject')?.slice(0, LONGEST),
    from: day('from'),
    to: day('to')
  })
}

export const formatTrailPlace = (place: TrailPlace): string =>
  `?${new URLSearchParams({ view: 'trail', ...said(place) })}`

export const goTrail = (change: Change, options?: { replace?: boolean }) =>
  visit(formatTrailPlace(said({ ...parseTrailPlace(location.search), ...change })), options)

export function useTrailPlace(): TrailPlace {
  const search = useQueryString()
  return useMemo(() => parseTrailPlace(search), [search])
}

type Asked = NonNullable<paths['/api/trail']['get']['parameters']['query']>

/** The query of `GET /api/trail`. */
export const trailParams = ({ person, type, subject, from, to }: TrailPlace): Asked => ({
  ...(person && { person }),
  ...(type && { type: type as NonNullable<Asked['type']> }),
  ...(subject && { subject: subject.trim() }),
  ...(from && { from: startOf(from) }),
  ...(to && { to: startOf(to) + DAY }) // the last day is in, the instant after it is not
})

/** The days that an export is of: those chosen, else this month until today. */
export function exportDays({ from, to }: TrailPlace, now: number): { from: string; to: string } {
  const last = to ?? isoDay(now)
  return { from: from ?? `${last.slice(0, 8)}01`, to: last }
}

/** Where the file of these days is. */
export const exportAddress = ({ from, to }: { from: string; to: string }): string =>
  `/api/trail/export?${new URLSearchParams({ from: String(startOf(from)), to: String(startOf(to) + DAY) })}`

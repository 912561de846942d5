import type { ArchiveKind } from '@huiyin/schemas/archive-kind.ts'
import { useMemo } from 'react'
import { oneOf } from '../data/address.ts'
import { useQueryString, visit } from '../data/query-string.ts'

/** Where one stands among the archives: what is listed, and what is open beside it. */

/** No archive's id: a year is to be archived, or a pack to be made. */
export const NEW = 'new'
export const INSPECT = 'inspect'

export const ARCHIVE_KINDS = [
  'publications',
  'replies',
  'reports',
  'training'
] as const satisfies readonly ArchiveKind[]

/** Packs for inspections are listed with the archives. */
export const KINDS = [...ARCHIVE_KINDS, 'inspection'] as const

export type ArchivePlace = {
  kind?: ArchiveKind | 'inspection' | undefined
  year?: number | undefined
  open?: string | undefined
}

export function parseArchivePlace(search: string): ArchivePlace {
  const query = new URLSearchParams(search)
  const year = Number(query.get('year'))
  return {
    kind: oneOf(KINDS, query.get('kind')),
    year: Number.isInteger(year) && year > 0 ? year : undefined,
    open: query.get('open') || undefined
  }
}

export const formatArchivePlace = (place: ArchivePlace): string =>
  `?${new URLSearchParams([
    ['view', 'archives'],
    ...Object.entries(place).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  ] as [string, string][])}`

export const goAmongArchives = (place: ArchivePlace, options?: { replace?: boolean }) =>
  visit(formatArchivePlace(place), options)

export function useArchivePlace(): ArchivePlace {
  const search = useQueryString()
  return useMemo(() => parseArchivePlace(search), [search])
}

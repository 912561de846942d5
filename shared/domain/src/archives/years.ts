import type { ArchiveKind } from '@huiyin/schemas/archive-kind.ts'
import type { Term } from '@huiyin/schemas/retention.ts'
import { dayInShanghai } from '../day.ts'
import { idOf } from '../ids.ts'

/** A calendar year of Asia/Shanghai: from (inclusive) to (exclusive), UTC in ms. */
export const yearSpan = (year: number): { from: number; to: number } => ({ from: newYear(year), to: newYear(year + 1) })

const newYear = (year: number) => Date.parse(`${year}-01-01T00:00:00+08:00`)

/** The year of Asia/Shanghai in which an instant falls. */
export const yearInShanghai = (at: number): number => Number(dayInShanghai(at).slice(0, 4))

export const archiveId = (kind: ArchiveKind, year: number): string => idOf(kind, String(year))

/** From when on the archive of a year may be destroyed; undefined: never. Terms count from the end of that year. */
export const destroyableFrom = (year: number, term: Term): number | undefined =>
  term === 'permanent' ? undefined : newYear(year + 1 + term)

import type { Bend } from './answer.ts'

/**
 * Which rows of so many a page shows that should begin at `from`: those from `begin` to before `end`. Overlapping, it
 * begins earlier, and what it does not reach stands on the next one. Endless, the last page comes for every beginning
 * behind it too.
 */
export function bentSpan(length: number, from: number, size: number, { overlap = 0, endless }: Bend = {}) {
  const last = Math.max(0, length - size)
  if (!endless && from >= length) return { begin: length, end: length, more: false }
  const begin = endless && from >= last ? last : Math.max(0, from - overlap)
  const end = Math.min(begin + size, length)
  return { begin, end, more: endless !== undefined || end < length }
}

/** The rows of such a page. */
export function bentPage<T>(rows: readonly T[], from: number, size: number, bend?: Bend): T[] {
  const { begin, end } = bentSpan(rows.length, from, size, bend)
  return rows.slice(begin, end)
}

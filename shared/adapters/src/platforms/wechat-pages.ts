import { rowId } from './wechat-comments.ts'

/** As many rows as one page may have: 50 is refused by some, allowed by others. */
export const PAGE = 49
/** So many rows of a page are read again with the next one. */
const OVERLAP = 3
/** So often a walk goes back before it takes the order of the rows for unreliable and goes on. */
const BACK_LIMIT = 3
/** So often in a row a page may end as the one before it did, which a rush of new rows explains. */
const SAME_LIMIT = 3
/** No article has so many comments; an answer that never ends is not followed for ever. */
const FARTHEST = 100_000

/**
 * Where a walk through an article stands. Pages are cut by offset, so a row that is deleted meanwhile
 * shifts others out of sight: each page begins some rows before the last one's end, and when none of
 * those is seen again the walk goes one page back.
 */
export interface Walk {
  begin: number
  tail: number[]
  back: number
  /** How many pages ended alike by now. */
  same: number
}

export const WALK_FROM_START: Walk = { begin: 0, tail: [], back: 0, same: 0 }

/** Where to read next after this page, or undefined at the end. */
export function nextPage({ begin, tail, back, same }: Walk, rows: readonly unknown[]): Walk | undefined {
  const ids = rows.map(rowId)
  const shifted = tail.length > 0 && !tail.some(id => ids.includes(id))
  if (shifted && back < BACK_LIMIT) return { begin: Math.max(0, begin - PAGE), tail: [], back: back + 1, same }
  const last = ids.slice(-OVERLAP).filter(id => id !== undefined)
  const alike = last.length > 0 && last.join() === tail.join() ? same + 1 : 0
  if (rows.length < PAGE || begin > FARTHEST || alike >= SAME_LIMIT) return undefined
  return { begin: begin + rows.length - OVERLAP, tail: last, back, same: alike }
}

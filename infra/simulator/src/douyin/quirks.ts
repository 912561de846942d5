/** Ways in which the real answers differ from each other and from the documents. */
export interface DouyinQuirks {
  /** Errors bear the newer codes of eight digits where there are two. */
  newCodes: boolean
  /** In every third answer all numbers of `data` are texts. */
  stringNumbers: boolean
  /** So many lists to come are empty although there is more. */
  emptyPages: number
  /** There is always more, and the cursor stays where it is. */
  stuckCursor: boolean
  /** Comments have no `nick_name` and no `avatar`. */
  withoutNames: boolean
  /** Where the mini-app's family tells its code: `err_no`, `extra`, or nowhere when nothing is wrong. */
  appsAnswer: 'err_no' | 'extra' | 'none'
  /** `reply_comment_total` is what it was so many ms ago, and deleted replies count. */
  totalsLag: number
  /** One row of each page has no id and a time that is none. */
  brokenRow: boolean
  /** A video that was taken down stays in the list with the status 2; else it is not there. */
  goneStays: boolean
  /** The longest text of a comment, in characters. */
  replyLimit: number
}

export const usualQuirks = (): DouyinQuirks => ({
  newCodes: false,
  stringNumbers: true,
  emptyPages: 0,
  stuckCursor: false,
  withoutNames: false,
  appsAnswer: 'err_no',
  totalsLag: 0,
  brokenRow: false,
  goneStays: false,
  replyLimit: 100
})

/** The same with all its numbers as texts. */
export function numbersAsTexts(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(numbersAsTexts)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, numbersAsTexts(one)]))
}

/** Tables as spreadsheets open them. What citizens and people wrote must never be a formula there. */

/** By it spreadsheets know that it is UTF-8. */
export const CSV_BOM = '\ufeff'

export type Cell = string | number | boolean | undefined

/** By these, the wide ones too, and by what may stand before them, a cell begins as a formula. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u
const QUOTED = /[",;\r\n\t]/

/**
 * One cell (RFC 4180). Text that a spreadsheet would take for a formula is prefixed with an apostrophe; numbers stay
 * numbers. What is absent is empty.
 */
export function csvCell(value: Cell): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  const text = value === undefined ? '' : String(value).replaceAll('\0', '')
  const safe = FORMULA.test(text) ? `'${text}` : text
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line, with its end. */
export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

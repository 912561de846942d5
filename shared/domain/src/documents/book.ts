/** A number, with the format that spreadsheets show it in (`0.00%`); `formula`, without "=", follows to `number`. */
export type BookNumber = { number: number; format?: string; formula?: string }

/** Of a sheet; an absent cell is empty. */
export type BookCell = string | number | BookNumber | undefined

/** A sheet of a workbook. Widths are in characters of half width. */
export interface Sheet {
  /** At most 31 characters, without : \ / ? * [ ]. */
  name: string
  /** A merged line above the head. */
  title?: string
  /** Lines under the title, each merged: what the numbers are of. */
  notes?: readonly string[]
  head: readonly string[]
  rows: readonly (readonly BookCell[])[]
  widths?: readonly number[]
  landscape?: boolean
}

/** What a spreadsheet is made from. Numbers are numbers; no text is ever a formula. */
export interface Book {
  title: string
  author: string
  /** UTC in ms; part of the file. */
  madeAt: number
  sheets: readonly Sheet[]
}

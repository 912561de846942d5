import { type Cell, CSV_BOM, csvRow } from '../csv.ts'

/** A table of a folder that opens without the system. */
export interface PackTable {
  /** In file names: small letters and dashes. */
  name: string
  title: string
  /** What stands in it and what not, a paragraph. */
  note: string
  columns: readonly PackColumn[]
}

/** `file`: paths below the folder, a line each. `filter`: the page offers its values. `long`: what may be many lines. */
export interface PackColumn {
  title: string
  as?: 'file' | 'filter' | 'long'
}

export type PackRow = readonly Cell[]

export const csvPath = (table: string, n: number) => `tables/${table}-${numbered(n)}.csv`
export const scriptPath = (table: string, n: number) => `tables/${table}-${numbered(n)}.js`

const numbered = (n: number) => String(n).padStart(4, '0')

/** For spreadsheets: a header and no formulas. */
export const csvText = ({ columns }: PackTable, rows: readonly PackRow[]): string =>
  CSV_BOM + csvRow(columns.map(({ title }) => title)) + rows.map(csvRow).join('')

/** For the page, which may read no file but a script. */
export const scriptText = ({ name }: PackTable, n: number, rows: readonly PackRow[]): string =>
  `huiyin(${JSON.stringify(name)},${n},[\n${rows.map(cellsOf).join(',\n')}\n])\n`

/** The rows of such a script. */
export const rowsOfScript = (script: string): string[][] =>
  JSON.parse(script.slice(script.indexOf('['), script.lastIndexOf(']') + 1))

const cellsOf = (row: PackRow) => JSON.stringify(row.map(cell => (cell === undefined ? '' : String(cell))))

const MOST_VALUES = 200

/** What stands in the columns that the page filters by, beside what is known already. */
export function valuesOf(
  { name, columns }: PackTable,
  rows: readonly PackRow[],
  known: Readonly<Record<string, readonly string[]>>
): Record<string, string[]> {
  const found = columns.flatMap(({ as }, i) => {
    if (as !== 'filter') return []
    const key = `${name}/${i}`
    const all = new Set([...(known[key] ?? []), ...rows.map(row => String(row[i] ?? ''))])
    return [[key, [...all].filter(Boolean).sort().slice(0, MOST_VALUES)] as const]
  })
  return Object.fromEntries(found)
}

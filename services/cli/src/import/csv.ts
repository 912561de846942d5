import { parse } from 'csv-parse/sync'
import type { Line } from './lines.ts'
import { invalidFile } from './problems.ts'
import { type Refusal, type Row, TOO_LONG } from './rows.ts'

/**
 * Records of a CSV file, its first line the heading. A record may span lines within quotes. A quote that nobody
 * closes costs the line where it stands and no other: the next line is read afresh.
 */
const DELIMITERS = [',', '\t', ';', '|']
const MOST_LINES = 200
const TOGETHER = 500

type Numbered = { line: number; text: string }
type Cells = { line: number; cells: string[] }

export async function* csvRows(
  lines: AsyncIterable<Line[]>,
  onHeading: (columns: string[]) => void
): AsyncGenerator<Row[]> {
  let columns: string[] | undefined
  let delimiter = ','
  let waiting: Numbered[] = []
  const rowOf = (found: Cells | Refusal): Row => ('reason' in found ? found : named(found, columns!))

  for await (const some of lines) {
    const refused = some.flatMap(({ line, text }) => (text === undefined ? [{ line, reason: TOO_LONG }] : []))
    waiting.push(...some.flatMap(({ line, text }) => (text === undefined ? [] : [{ line, text }])))
    if (!columns) {
      const heading = waiting.find(({ text }) => text.trim() !== '')
      if (!heading) continue
      waiting = waiting.slice(waiting.indexOf(heading) + 1)
      delimiter = delimiterIn(heading.text)
      columns = headingOf(heading.text, delimiter)
      onHeading(columns)
    }
    const { found, rest } = records(waiting, delimiter, false)
    waiting = rest
    yield [...refused, ...found.map(rowOf)]
  }
  if (columns) yield records(waiting, delimiter, true).found.map(rowOf)
}

function delimiterIn(heading: string): string {
  const times = (delimiter: string) => heading.split(delimiter).length
  return DELIMITERS.toSorted((a, b) => times(b) - times(a))[0]!
}

function headingOf(text: string, delimiter: string): string[] {
  const cells = oneRecord(text, delimiter)?.map(name => name.trim())
  if (!cells) throw invalidFile('The heading of the CSV file has a quote that is never closed')
  return cells
}

function named({ line, cells }: Cells, columns: string[]): Row {
  if (cells.length > columns.length)
    return { line, reason: `has ${cells.length} columns where the heading has ${columns.length}` }
  return { line, values: Object.fromEntries(cells.map((cell, i) => [columns[i]!, cell])) }
}

/** The records that stand complete in the lines; the rest waits for more unless this is the end. */
function records(lines: readonly Numbered[], delimiter: string, atEnd: boolean) {
  const found: (Cells | Refusal)[] = []
  let plain: Numbered[] = []
  const flush = () => {
    found.push(...parseEach(plain, delimiter))
    plain = []
  }
  let at = 0
  while (at < lines.length) {
    const first = lines[at]!
    if (isBalanced(first.text)) {
      if (first.text.trim() !== '') plain.push(first)
      if (plain.length === TOGETHER) flush()
      at++
      continue
    }
    const end = endOfRecord(lines, at)
    if (end === undefined && !atEnd && lines.length - at < MOST_LINES) break
    flush()
    const { record, took } = spanning(lines.slice(at, end ?? at + 1), delimiter)
    found.push(record)
    at += took
  }
  flush()
  return { found, rest: lines.slice(at) }
}

const isBalanced = (text: string) => !text.includes('"') || text.split('"').length % 2 === 1

/** Where the next line with an odd number of quotes ends the record that begins at `from`. */
function endOfRecord(lines: readonly Numbered[], from: number): number | undefined {
  const last = Math.min(lines.length, from + MOST_LINES)
  for (let i = from + 1; i < last; i++) if (!isBalanced(lines[i]!.text)) return i + 1
}

function spanning(lines: readonly Numbered[], delimiter: string): { record: Cells | Refusal; took: number } {
  const { line, text } = lines[0]!
  const whole = oneRecord(lines.map(({ text }) => text).join('\n'), delimiter)
  if (whole && lines.length > 1) return { record: { line, cells: whole }, took: lines.length }
  const alone = oneRecord(text, delimiter)
  return { record: alone ? { line, cells: alone } : { line, reason: 'has a quote that is never closed' }, took: 1 }
}

function parseEach(lines: readonly Numbered[], delimiter: string): (Cells | Refusal)[] {
  const cells = parseAll(lines.map(({ text }) => text).join('\n'), delimiter)
  if (cells?.length === lines.length) return lines.map(({ line }, i) => ({ line, cells: cells[i]! }))
  return lines.map(({ line, text }) => {
    const alone = oneRecord(text, delimiter)
    return alone ? { line, cells: alone } : { line, reason: 'is not CSV: its quotes do not fit' }
  })
}

function oneRecord(text: string, delimiter: string): string[] | undefined {
  const all = parseAll(text, delimiter)
  return all?.length === 1 ? all[0] : undefined
}

function parseAll(text: string, delimiter: string): string[][] | undefined {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: '\n' })
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('CSV_')) return undefined
    throw error
  }
}

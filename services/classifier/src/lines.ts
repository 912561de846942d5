import { createReadStream, readFileSync } from 'node:fs'
import { HuiyinError } from '@huiyin/domain/errors.ts'

/** A line longer than this many characters is not kept. */
export const LONGEST_LINE = 64 * 1024 * 1024

/** Rows of a JSON Lines file. Throws with file and line number where a line is not an object with a `text`. */
export function readLines<Row extends { text: string }>(file: string | URL): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [parseRow<Row>(line, `${file}:${i + 1}`)]))
}

function parseRow<Row extends { text: string }>(line: string, where: string): Row {
  let row: unknown
  try {
    row = JSON.parse(line)
  } catch (cause) {
    throw new TypeError(`${where}: expected one JSON object per line; got ${line.slice(0, 80)}`, { cause })
  }
  if (typeof row !== 'object' || row === null || typeof (row as Row).text !== 'string') {
    throw new TypeError(`${where}: expected an object with a "text"; got ${line.slice(0, 80)}`)
  }
  return row as Row
}

/** Hears what was read: bytes since, and why a line is not taken, without which the first such line is thrown. */
export interface LineListener {
  onBytes?: (bytes: number) => void
  onBad?: (reason: string) => void
}

export type Placed<Row> = { row: Row; where: string }

/**
 * The rows of a JSON Lines file of any size, a handful at a time, with file and line number. Throws INVALID_REQUEST
 * for a file that cannot be read, and for a line that is not an object with a `text`, unless `onBad` hears of it.
 */
export async function* streamLines<Row extends { text: string }>(
  file: string,
  { onBytes, onBad }: LineListener = {}
): AsyncGenerator<Placed<Row>[]> {
  let number = 0
  const placed = (line: string | undefined): Placed<Row>[] => {
    const where = `${file}:${++number}`
    try {
      if (line === undefined) throw new TypeError(`${where}: the line is longer than ${LONGEST_LINE} characters`)
      return line.trim() === '' ? [] : [{ row: parseRow<Row>(line, where), where }]
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      if (!onBad) throw new HuiyinError('INVALID_REQUEST', error.message, { cause: error })
      onBad(error.message)
      return []
    }
  }
  for await (const lines of wholeLines(file, onBytes)) yield lines.flatMap(placed)
}

/** Split at line feeds alone: U+2028, which readline takes for an end, may stand in a JSON string. */
async function* wholeLines(file: string, onBytes?: (bytes: number) => void): AsyncGenerator<(string | undefined)[]> {
  let begun: string[] = []
  let length = 0
  const ended = (last: string) => {
    const line = length + last.length > LONGEST_LINE ? undefined : begun.join('') + last
    begun = []
    length = 0
    return line
  }
  for await (const piece of piecesOf(file, onBytes)) {
    const parts = piece.split('\n')
    const rest = parts.pop()!
    if (parts.length > 0) yield parts.map(ended)
    length += rest.length
    if (length <= LONGEST_LINE) begun.push(rest)
    else begun = []
  }
  if (length > 0) yield [ended('')]
}

async function* piecesOf(file: string, onBytes?: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder() // leaves a byte order mark out
  try {
    for await (const bytes of createReadStream(file)) {
      onBytes?.(bytes.byteLength)
      yield decoder.decode(bytes, { stream: true })
    }
  } catch (error) {
    throw unreadable(file, error)
  }
  yield decoder.decode()
}

const PROBLEMS: Record<string, string> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read by this person',
  EPERM: 'may not be read by this person',
  EISDIR: 'is a folder; name a file in it'
}

function unreadable(file: string, error: unknown): unknown {
  const reason = PROBLEMS[(error as NodeJS.ErrnoException).code ?? '']
  return reason === undefined ? error : new HuiyinError('INVALID_REQUEST', `${file} ${reason}`, { cause: error })
}

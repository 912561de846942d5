import type { Line } from './lines.ts'
import { type Row, TOO_LONG, type Values } from './rows.ts'

/** One object per line. Objects within it are reached by dotted names, such as `user.screen_name`. */
export async function* jsonlRows(lines: AsyncIterable<Line[]>): AsyncGenerator<Row[]> {
  for await (const some of lines) {
    yield some.flatMap(({ line, text }) => {
      if (text === undefined) return [{ line, reason: TOO_LONG }]
      return text.trim() === '' ? [] : [rowOf(line, text)]
    })
  }
}

function rowOf(line: number, text: string): Row {
  const value = parsed(text)
  if (value instanceof SyntaxError) return { line, reason: 'is not JSON' }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line, reason: 'is JSON, but not an object' }
  const values: Values = {}
  flatten(values, '', value)
  return { line, values }
}

function parsed(text: string): unknown {
  try {
    return LONG_NUMBER.test(text) ? JSON.parse(text, exact) : JSON.parse(text)
  } catch (error) {
    return error
  }
}

const LONG_NUMBER = /\d{16}/

/** Ids of 19 digits are more than a double can hold: they stay as they are written. */
const exact = (_key: string, value: unknown, context?: { source?: string }): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && /^\d+$/.test(context?.source ?? '')
    ? context?.source
    : value

function flatten(values: Values, prefix: string, of: object): void {
  for (const [name, value] of Object.entries(of)) {
    if (value === null || value === undefined || Array.isArray(value)) continue
    if (typeof value === 'object') flatten(values, `${prefix}${name}.`, value)
    else values[prefix + name] = String(value)
  }
}

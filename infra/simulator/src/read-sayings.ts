import { readFileSync } from 'node:fs'
import { KINDS, type Saying } from './sayings.ts'

/** Sayings from a JSON Lines file. Throws TypeError with file and line number where a line is none. */
export const readSayings = (file: string): Saying[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [toSaying(line, `${file}:${i + 1}`)]))

function toSaying(line: string, where: string): Saying {
  const { text, label, department, urgent } = parse(line, where)
  if (typeof text !== 'string' || text === '' || !isLabel(label)) {
    throw new TypeError(
      `${where}: expected a "text" and a "label" (inquiry, suggestion, complaint, other); got ${line.slice(0, 80)}`
    )
  }
  return { text, label, ...(typeof department === 'string' && { department }), ...(urgent === true && { urgent }) }
}

const isLabel = (label: unknown): label is Saying['label'] => label !== 'urgent' && KINDS.some(kind => kind === label)

function parse(line: string, where: string): Partial<Record<keyof Saying, unknown>> {
  try {
    return Object(JSON.parse(line))
  } catch (cause) {
    throw new TypeError(`${where}: expected one JSON object per line; got ${line.slice(0, 80)}`, { cause })
  }
}

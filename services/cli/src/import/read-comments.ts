import { open, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { checkHeading, columnsOf, fieldReader, type Mapping } from './columns.ts'
import { csvRows } from './csv.ts'
import { decoded, type Encoding, encodingOf, LOST } from './encoding.ts'
import { jsonlRows } from './jsonl.ts'
import { linesOf } from './lines.ts'
import { type Import, observationOf } from './observation.ts'
import { invalidFile, unreadable } from './problems.ts'
import type { Refusal, Row, Values } from './rows.ts'

export type Format = 'CSV' | 'JSONL'

/** A file that can be imported, as its first look shows it. */
export interface Source {
  file: string
  bytes: number
  /** When it was written, in ms, UTC. */
  writtenAt: number
  encoding: Encoding
  format: Format
}

export type Read = { observations: Observation[]; refused: Refusal[]; lines: number }

/** Looks at a file. Rejects with INVALID_REQUEST when it is not there, empty, or no CSV and no JSONL. */
export async function sourceOf(file: string, encoding?: string): Promise<Source> {
  try {
    const { size, mtimeMs } = await stat(file)
    await (await open(file)).close()
    const found = await encodingOf(file, encoding)
    return { file, bytes: size, writtenAt: Math.floor(mtimeMs), encoding: found, format: await formatOf(file, found) }
  } catch (error) {
    throw unreadable(file, error)
  }
}

const BY_EXTENSION: Record<string, Format> = {
  '.jsonl': 'JSONL',
  '.ndjson': 'JSONL',
  '.csv': 'CSV',
  '.tsv': 'CSV'
}

async function formatOf(file: string, { name }: Encoding): Promise<Format> {
  const first = await firstCharacter(file, name)
  if (first === undefined) throw invalidFile(`${file} is empty`)
  const format = BY_EXTENSION[extname(file).toLowerCase()] ?? (first === '{' || first === '[' ? 'JSONL' : 'CSV')
  if (format === 'JSONL' && first === '[')
    throw invalidFile(`${file} is one JSON array; one object per line is expected, as "jq -c .[]" writes it`)
  if (format === 'JSONL' && first !== '{') throw invalidFile(`${file} does not begin with a JSON object`)
  return format
}

async function firstCharacter(file: string, encoding: string): Promise<string | undefined> {
  for await (const text of decoded(file, encoding)) {
    const found = text.trimStart()[0]
    if (found !== undefined) return found
  }
}

/** The comments of a file, some at a time, with what was refused among them. */
export async function* readComments(
  source: Source,
  of: Import,
  mapping: Mapping,
  onBytes?: (bytes: number) => void
): AsyncGenerator<Read> {
  const fieldsOf = fieldReader(mapping)
  const rootOf = await climber(source, mapping)
  const damaged = (values: Values) =>
    source.encoding.damaged && Object.values(values).some(value => value.includes(LOST))

  for await (const rows of rowsOf(source, mapping, onBytes)) {
    const read: Read = { observations: [], refused: [], lines: rows.length }
    for (const row of rows) {
      if ('reason' in row) read.refused.push(row)
      else if (damaged(row.values))
        read.refused.push({ line: row.line, reason: `holds bytes that are not ${source.encoding.name}` })
      else {
        const judged = observationOf(fieldsOf(row.values), of, rootOf)
        if ('reason' in judged) read.refused.push({ line: row.line, ...judged })
        else read.observations.push(judged.observation)
      }
    }
    yield read
  }
}

function rowsOf(source: Source, mapping: Mapping, onBytes?: (bytes: number) => void): AsyncGenerator<Row[]> {
  const { file, encoding, format } = source
  const lines = linesOf(decoded(file, encoding.name, onBytes))
  return format === 'CSV' ? csvRows(lines, columns => checkHeading(file, columns, mapping)) : jsonlRows(lines)
}

/** Where a file names only each comment's parent it is read twice: a thread's key is that of its first comment. */
async function climber(source: Source, mapping: Mapping): Promise<(comment: string) => string> {
  const parents = new Map<string, string>()
  const fieldsOf = fieldReader(mapping)
  let first = true
  for await (const rows of rowsOf(source, mapping)) {
    for (const row of rows) {
      if ('reason' in row) continue
      if (first && !namesOnlyParents(row.values, mapping)) return comment => comment
      first = false
      const { id, parent } = fieldsOf(row.values)
      if (id !== undefined && parent !== undefined) parents.set(id, parent)
    }
  }
  return comment => {
    let root = comment
    for (let steps = 0; steps < parents.size && parents.has(root); steps++) root = parents.get(root)!
    return root
  }
}

function namesOnlyParents(values: Values, mapping: Mapping): boolean {
  const { parent, root } = columnsOf(Object.keys(values), mapping)
  return parent !== undefined && root === undefined
}

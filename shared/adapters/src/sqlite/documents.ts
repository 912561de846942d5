import type { Put, PutResult, Version, Versioned } from '@huiyin/ports/documents.ts'
import type { Columns, DocumentWrite } from './document-writes.ts'
import type { SqliteFile } from './file.ts'
import { isRefusal, type Refusal } from './problems.ts'

/** The longest document, in characters of its JSON. */
const LONGEST = 5_000_000

/** While the writer puts so many, the next ones are made ready for it. */
const AT_ONCE = 200

interface Kind<D, C extends Columns> {
  table: 'tickets' | 'comments'
  /** Answers each with its new version, or 0 when somebody was faster. */
  write: (writes: readonly DocumentWrite<C>[]) => Promise<(number | Refusal)[]>
  rowOf: (document: D, json: string) => Row<C>
}

/** What stands of a document beside its JSON: columns, and tokens for the full-text table. */
export type Row<C extends Columns> = Pick<DocumentWrite<C>, 'columns' | 'words'>

/** Reads and puts of whole documents by id. */
export function documents<D extends object, C extends Columns>(file: SqliteFile, kind: Kind<D, C>) {
  const { table, write, rowOf } = kind
  const select = file.read(db => db.prepare(`select version, document from ${table} where id = ?`))

  const writeOf = ({ document, version }: Put<D>): DocumentWrite<C> | undefined => {
    const json = JSON.stringify(document)
    if (json.length > LONGEST) return
    const { columns, words } = rowOf(document, json)
    return { expected: expectedOf(version), columns, words }
  }

  const putPart = async (puts: readonly Put<D>[]): Promise<PutResult[]> => {
    const writes = puts.map(writeOf)
    const versions = (await write(writes.filter(one => one !== undefined))).values()
    return writes.map(one => (one ? resultOf(versions.next().value!) : REFUSED))
  }

  return {
    getMany: async (ids: readonly string[]): Promise<(Versioned<D> | undefined)[]> =>
      file.read(() => ids.map(id => versionedOf<D>(select.get(id)))),
    async putEach(puts: readonly Put<D>[]): Promise<PutResult[]> {
      const parts: Promise<PutResult[]>[] = []
      for (let from = 0; from < puts.length; from += AT_ONCE) parts.push(putPart(puts.slice(from, from + AT_ONCE)))
      return (await Promise.all(parts)).flat()
    }
  }
}

const REFUSED: PutResult = { outcome: 'refused', reason: `It has more than ${LONGEST} characters as JSON` }

/** No row ever has this version. */
const NO_VERSION = -1

/** What a put expects to stand there: 0 for nothing. A version that this store never gave meets nothing. */
export const expectedOf = (version: Version | undefined): number => {
  if (version === undefined) return 0
  return /^[1-9]\d{0,15}$/.test(version) ? Number(version) : NO_VERSION
}

/** A writer answers with the new version, or 0 when somebody was faster. */
export function resultOf(version: number | Refusal): PutResult {
  if (isRefusal(version)) return { outcome: 'refused', reason: version.refused }
  return version > 0 ? { outcome: 'put', version: String(version) } : { outcome: 'conflict' }
}

function versionedOf<D>(row: unknown): Versioned<D> | undefined {
  if (row === undefined) return
  const { version, document } = row as { version: number; document: string }
  return { document: JSON.parse(document), version: String(version) }
}

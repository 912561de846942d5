import type { Amendment, Pack, PackFile } from '@huiyin/schemas/archive.ts'
import { textHash } from '../ids.ts'
import type { PackTable } from './table.ts'

export const MANIFEST = 'manifest.json'
export const SUMS = 'sha256sums.txt'

/** What a folder says of itself; `files` are all but the manifest and the list of sums. */
export interface Manifest {
  'huiyin-archive': 1
  id: string
  kind: string
  title: string
  /** UTC in ms; from (inclusive) to (exclusive). */
  from: number
  to: number
  sealedAt: number
  /** Place in the chain of sealed archives and the sha256 of the manifest before it; null of what stands in none. */
  n: number | null
  previous: string | null
  tables: { name: string; title: string; rows: number; columns: string[] }[]
  files: PackFile[]
}

type Of = Pick<Pack, 'id' | 'kind' | 'title' | 'from' | 'to' | 'parts'>
type Sealing = { sealedAt: number; n?: number; previous?: string }

/** The same text for the same content: its checksum is the seal. */
export function manifestText(pack: Of, tables: readonly PackTable[], files: readonly PackFile[], sealing: Sealing) {
  const { id, kind, title, from, to, parts } = pack
  const manifest: Manifest = {
    'huiyin-archive': 1,
    ...{ id, kind, title, from, to, sealedAt: sealing.sealedAt },
    ...{ n: sealing.n ?? null, previous: sealing.previous ?? null },
    tables: tables.map(({ name, title, columns }) => ({
      ...{ name, title, columns: columns.map(column => column.title) },
      rows: parts.filter(({ table }) => table === name).reduce((sum, { rows }) => sum + rows, 0)
    })),
    files: files.toSorted(byPath).map(({ path, sha256, bytes }) => ({ path, sha256, bytes }))
  }
  return `${JSON.stringify(manifest, null, 1)}\n`
}

const byPath = (a: PackFile, b: PackFile) => (a.path < b.path ? -1 : Number(a.path > b.path))

/** Stands beside the manifest where erasures changed what was sealed. */
export const AMENDMENTS = 'amendments.json'

/** The files as they lie there now: those that an erasure changed, without those that it took away. */
export function filesNow(files: readonly PackFile[], amended: readonly Amendment[] = []): PackFile[] {
  const byPath = new Map(amended.map(one => [one.path, one]))
  return files.flatMap(file => {
    const now = byPath.get(file.path)
    if (!now) return [file]
    return now.sha256 === undefined ? [] : [{ path: file.path, sha256: now.sha256, bytes: now.bytes ?? 0 }]
  })
}

export const amendmentsText = (amended: readonly Amendment[]): string => `${JSON.stringify(amended, null, 1)}\n`

/** As `sha256sum -c` reads it; the manifest stands among them. */
export function sumsText(manifest: string, amended: readonly Amendment[] = []): string {
  const own = [
    ...(amended.length > 0 ? [{ path: AMENDMENTS, sha256: textHash(amendmentsText(amended)) }] : []),
    { path: MANIFEST, sha256: textHash(manifest) }
  ]
  return [...filesNow((JSON.parse(manifest) as Manifest).files, amended), ...own]
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('')
}

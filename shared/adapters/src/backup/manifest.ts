import type { Totals } from './sum.ts'

/** What one backup holds, and where in the archive it is. Sealed like all else. */
export interface Manifest {
  format: number
  name: string
  /** ms UTC. */
  takenAt: number
  by: string
  program: string
  /** The name of the house's folder within its data. */
  folder: string
  parts: Part[]
  totals: Totals
  /** What this backup added to the archive. */
  added: { chunks: number; bytes: number }
  /** ms that it took. */
  took: number
}

export type Part = FilePart | TreePart | DocumentsPart | LogPart | NotePart

/** A file by pages of `pageSize`: `map` says in which pack each stands, chunks of the archive. */
export interface FilePart {
  kind: 'file'
  name: string
  layout: number
  pageSize: number
  pages: number
  packs: Pack[]
  map: string[]
}

/** A chunk with `n` pages, of which `live` are still wanted by a backup; the others were overwritten. */
export interface Pack {
  id: string
  n: number
  live: number
}

/** Files of a folder, whole. */
export interface TreePart {
  kind: 'tree'
  name: string
  files: TreeFile[]
}

export interface TreeFile {
  path: string
  bytes: number
  /** ms UTC; with the size it tells whether the file has to be read again. */
  changedAt: number
  chunks: string[]
}

/** The documents of one index: lines in packs, of which the later replace the earlier. */
export interface DocumentsPart {
  kind: 'documents'
  /** `tickets`, `comments-2026-11`. */
  name: string
  layout: string
  /** Who is of an earlier one does not read it. */
  generation: number
  /** Which index, and up to which change of each shard it is held here. */
  index: string
  upTo: number[]
  packs: LinePack[]
}

export interface LinePack {
  id: string
  lines: number
}

/** Events of one partition of a topic, from offset `from` up to before `to`. */
export interface LogPart {
  kind: 'log'
  name: string
  partition: number
  partitions: number
  from: string
  to: string
  packs: (LinePack & { from: string; to: string })[]
}

/** Something small, as it is. */
export interface NotePart {
  kind: 'note'
  name: string
  chunk: string
}

export const partsOf = <K extends Part['kind']>({ parts }: Pick<Manifest, 'parts'>, kind: K) =>
  parts.filter((part): part is Extract<Part, { kind: K }> => part.kind === kind)

/** Every chunk that a backup needs. */
export function chunksOf({ parts }: Pick<Manifest, 'parts'>): string[] {
  return parts.flatMap(part => {
    switch (part.kind) {
      case 'file':
        return [...part.packs.map(({ id }) => id), ...part.map]
      case 'tree':
        return part.files.flatMap(({ chunks }) => chunks)
      case 'note':
        return [part.chunk]
      default:
        return part.packs.map(({ id }) => id)
    }
  })
}

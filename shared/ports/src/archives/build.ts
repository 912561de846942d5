import { text } from 'node:stream/consumers'
import { manifestText } from '@huiyin/domain/archives/manifest.ts'
import { packPages } from '@huiyin/domain/archives/pages.ts'
import { csvPath, csvText, type PackTable, scriptPath, scriptText, valuesOf } from '@huiyin/domain/archives/table.ts'
import type { Cell } from '@huiyin/domain/csv.ts'
import { archiveDamaged, HuiyinError } from '@huiyin/domain/errors.ts'
import type { Pack, PackFile, PackPart, Seal } from '@huiyin/schemas/archive.ts'
import type { Clock } from '../clock.ts'
import { keepFile, noteUse } from '../file-uses.ts'
import type { Files } from '../files.ts'
import type { Records } from '../records.ts'
import type { Tell } from '../tell.ts'
import { chained } from './chain.ts'
import type { Recipe } from './source.ts'

export interface BuildPorts {
  records: Records
  files: Files
  clock: Clock
  tell: Tell
}

/** Rows in a part, about: what is in memory at once. */
const LOT = 5_000
/** Pages of a source without enough rows end a round all the same. */
const MOST_PAGES = 20
/** In bytes: of a text that this house makes. */
const LONGEST = 512 * 1024 * 1024

type Place = { source: number; after?: string }
type Kept = Pick<PackFile, 'sha256' | 'bytes'>

const placeOf = ({ cursor }: Pack): Place => (cursor === undefined ? { source: 0 } : (JSON.parse(cursor) as Place))

/** Does what comes next of a pack: a lot of rows, or the seal. Done twice it makes the same. */
export async function packPage(ports: BuildPorts, pack: Pack, recipe: Recipe): Promise<(pack: Pack) => Pack> {
  const place = placeOf(pack)
  if (place.source >= recipe.sources.length) {
    const seal = await sealed(ports, pack, recipe.tables)
    return now => ({ ...now, state: 'sealed', seal, done: 1, endedAt: seal.at })
  }
  const { rows, files, counts, next, done } = await gathered(pack, recipe, place)
  const { parts, kept, values } = await written(ports, pack, recipe.tables, rows)
  const list = [...kept, ...files]
  const lists = list.length > 0 ? [(await keepText(ports, pack, JSON.stringify(list))).sha256] : []
  return now => ({
    ...now,
    ...{ counts, cursor: JSON.stringify(next), done },
    parts: [...pack.parts, ...parts],
    lists: [...pack.lists, ...lists],
    values: { ...pack.values, ...values }
  })
}

async function gathered(pack: Pack, { sources }: Recipe, { source, after: from }: Place) {
  const rows: Record<string, Cell[][]> = {}
  const files: PackFile[] = []
  const counts = { ...pack.counts }
  let [count, pages, after, share] = [0, 0, from, 0]
  do {
    const page = await sources[source]!(pack, after)
    for (const [table, some] of Object.entries(page.rows)) {
      rows[table] = (rows[table] ?? []).concat(some)
      count += some.length
    }
    files.push(...(page.files ?? []))
    for (const [key, value] of Object.entries(page.counts ?? {})) counts[key] = (counts[key] ?? 0) + value
    after = page.after
    share = page.done ?? 0
    pages += 1
  } while (after !== undefined && count < LOT && pages < MOST_PAGES)
  const next: Place = after === undefined ? { source: source + 1 } : { source, after }
  const done = (source + (after === undefined ? 1 : share)) / (sources.length + 1)
  return { rows, files, counts, next, done: Math.min(1, Math.max(0, done)) }
}

/** A part of each table that has rows. */
async function written(
  ports: BuildPorts,
  pack: Pack,
  tables: readonly PackTable[],
  rows: Readonly<Record<string, Cell[][]>>
) {
  const parts: PackPart[] = []
  const kept: PackFile[] = []
  let values: Record<string, string[]> = {}
  for (const table of tables) {
    const some = rows[table.name] ?? []
    if (some.length === 0) continue
    const n = pack.parts.filter(one => one.table === table.name).length + 1
    parts.push({ table: table.name, n, rows: some.length })
    kept.push({ path: csvPath(table.name, n), ...(await keepText(ports, pack, csvText(table, some))) })
    kept.push({ path: scriptPath(table.name, n), ...(await keepText(ports, pack, scriptText(table, n, some))) })
    values = { ...values, ...valuesOf(table, some, pack.values) }
  }
  return { parts, kept, values }
}

const keepText = (ports: BuildPorts, { id }: Pack, content: string): Promise<Kept> =>
  keepFile(ports, [Buffer.from(content)], { user: id, atMost: LONGEST })

/** Every file so far, each place once. */
export async function filesOf(
  { files }: Pick<BuildPorts, 'files'>,
  { lists }: Pick<Pack, 'lists'>
): Promise<PackFile[]> {
  const all = new Map<string, PackFile>()
  for (const sha256 of lists) {
    const list = JSON.parse(await text((await files.open(sha256)).content)) as PackFile[]
    for (const one of list) all.set(one.path, one)
  }
  return [...all.values()]
}

async function sealed(ports: BuildPorts, pack: Pack, tables: readonly PackTable[]): Promise<Seal> {
  const gathered = await filesOf(ports, pack)
  for (const { sha256, path } of gathered) await stillThere(ports, pack, sha256, path)
  const rows = pack.parts.reduce((sum, part) => sum + part.rows, 0)
  return chained(ports, pack, async ({ at, n, previous }) => {
    const pages: PackFile[] = []
    for (const { path, text } of packPages(pack, tables, at))
      pages.push({ path, ...(await keepText(ports, pack, text)) })
    const all = [...gathered, ...pages]
    const sealing = { sealedAt: at, ...(n !== undefined && { n }), ...(previous !== undefined && { previous }) }
    const manifest = manifestText(pack, tables, all, sealing)
    const { sha256, bytes } = await keepText(ports, pack, manifest)
    return { sha256, bytes, files: all.length, rows, at, ...(n !== undefined && { n }), ...(previous && { previous }) }
  })
}

/** What is damaged is not sealed as if it were whole. */
async function stillThere({ files, records }: BuildPorts, { id }: Pack, sha256: string, path: string): Promise<void> {
  try {
    const { content } = await files.open(sha256)
    content.destroy()
  } catch (error) {
    if (!(error instanceof HuiyinError) || error.code !== 'ATTACHMENT_DAMAGED') throw error
    throw archiveDamaged(`${path} is missing or is not what was kept; restore it from a backup, then archive again`)
  }
  await noteUse({ records }, sha256, id)
}

import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { type FilePart, type Manifest, type Part, partsOf, type TreePart } from './manifest.ts'
import { restoreFile, storeFile } from './pages.ts'
import type { Place } from './place.ts'
import { type Progress, stretch } from './progress.ts'
import { checkWhole, copyDatabase, openStill, shapeOf, totalsOf } from './sqlite-copy.ts'
import type { Totals } from './sum.ts'
import { restoreTree, storeTree } from './tree.ts'

export const DATABASE = 'huiyin.db'
const [REST, ATTACHMENTS, KEYS] = ['folder', 'attachments', 'keys']
const SCRATCH = '.backup-'

/** Whose files are backed up. */
export interface FolderOf {
  /** The folder of the house. */
  folder: string
  /** Where attachments are, when they are elsewhere. */
  attachments?: string | undefined
  /** The file of keys that seal the accounts' secrets, where it was asked for. */
  keys?: string | undefined
}

type Stored = { parts: Part[]; totals: Totals }

/** The database as it stood at one moment: cursors, log and all the rest. Needs its size once more meanwhile. */
export async function storeDatabase(
  place: Place,
  { folder }: FolderOf,
  previous: Manifest | undefined,
  progress: Progress
): Promise<Stored> {
  await removeScratch(folder)
  const scratch = await mkdtemp(join(folder, SCRATCH))
  const copy = join(scratch, DATABASE)
  try {
    progress(0, 'copying the database')
    await copyDatabase(join(folder, DATABASE), copy)
    const db = openStill(copy)
    let shape: ReturnType<typeof shapeOf>
    let totals: Totals
    try {
      progress(0.2, 'checking the copy')
      checkWhole(db, join(folder, DATABASE))
      shape = shapeOf(db)
      progress(0.3, 'summing up the documents')
      totals = totalsOf(db)
    } finally {
      db.close()
    }
    const was = previous && partsOf(previous, 'file').find(({ name }) => name === DATABASE)
    const moves = stretch(progress, 0.5, 1, 'storing what has changed')
    return { parts: [await storeFile(place, copy, { name: DATABASE, ...shape, previous: was, moves })], totals }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** What a process that was killed left. */
async function removeScratch(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter(name => name.startsWith(SCRATCH))
  for (const name of left) await rm(join(folder, name), { recursive: true, force: true })
}

/** Attachments, anchors, a model of its own: everything in the folder that is no database. After the database: what it names is there. */
export async function storeFiles(
  place: Place,
  { folder, attachments, keys }: FolderOf,
  previous?: Manifest
): Promise<Part[]> {
  const before = (name: string) => previous && partsOf(previous, 'tree').find(part => part.name === name)
  const parts: TreePart[] = []
  const add = async (name: string, root: string, skip: (path: string) => boolean) =>
    parts.push(await storeTree(place, { name, root, skip, previous: before(name) }))
  await add(REST, folder, path => isNotKept(path) || (attachments !== undefined && path === ATTACHMENTS))
  if (attachments !== undefined) await add(ATTACHMENTS, attachments, path => path === '.incoming')
  if (keys !== undefined) await add(KEYS, join(keys, '..'), path => path !== keys.split(/[/\\]/).at(-1))
  return parts
}

/** Databases are copied otherwise, and what belongs to a running process is nobody's later. */
const isNotKept = (path: string) =>
  /^(huiyin|owner)\.db(-wal|-shm|-journal)?$/.test(path) ||
  path === 'control.sock' ||
  path.startsWith(SCRATCH) ||
  path.startsWith('before-layout-') ||
  path === `${ATTACHMENTS}/.incoming`

/** Whether an archive holds its own keys. */
export const holdsKeys = (manifest: Manifest) => partsOf(manifest, 'tree').some(({ name }) => name === KEYS)

/** Writes database and files below a folder of data. Rejects with ARCHIVE_DAMAGED. */
export async function restoreFolder(place: Place, manifest: Manifest, to: string, progress: Progress): Promise<void> {
  const folder = join(to, manifest.folder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const database = databaseOf(manifest)
  if (database) {
    const moves = stretch(progress, 0, 0.7, 'writing the database')
    await restoreFile(place, database, join(folder, DATABASE), moves)
  }
  progress(0.7, 'writing attachments and the other files')
  for (const tree of partsOf(manifest, 'tree')) await restoreTree(place, tree, rootOf(tree, to, folder))
}

function rootOf({ name }: TreePart, to: string, folder: string): string {
  if (name === KEYS) return to
  return name === ATTACHMENTS ? join(folder, ATTACHMENTS) : folder
}

export const databaseOf = (manifest: Manifest): FilePart | undefined =>
  partsOf(manifest, 'file').find(({ name }) => name === DATABASE)

/** The sums of a restored folder. Throws STORE_DAMAGED. */
export function sumRestored(manifest: Manifest, to: string): Totals {
  const path = join(to, manifest.folder, DATABASE)
  if (!existsSync(path)) throw new HuiyinError('ARCHIVE_DAMAGED', 'The archive holds no database')
  const db = openStill(path)
  try {
    checkWhole(db, path)
    return totalsOf(db)
  } finally {
    db.close()
  }
}

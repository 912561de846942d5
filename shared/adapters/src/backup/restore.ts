import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archiveDamaged, HuiyinError } from '@huiyin/domain/errors.ts'
import { GENERATION } from '../elasticsearch/layout.ts'
import { FILE_LAYOUT } from '../sqlite/schema.ts'
import { sumArchived } from './archived.ts'
import { DATABASE, databaseOf, restoreFolder, sumRestored } from './house-folder.ts'
import type { Manifest } from './manifest.ts'
import { partsOf } from './manifest.ts'
import { muteFile } from './mute.ts'
import type { Place } from './place.ts'
import type { Progress } from './progress.ts'
import { differences, type Totals } from './sum.ts'

/** The backup of a name, or the newest. Rejects with INVALID_REQUEST, and STORE_UNAVAILABLE for one of a newer program. */
export async function backupOf(place: Place, name?: string): Promise<Manifest> {
  const last = name ?? (await place.backups()).at(-1)
  if (last === undefined) throw new HuiyinError('INVALID_REQUEST', `The archive in ${place.path} holds no backup yet`)
  const manifest = await place.manifest(last)
  const newer = newerIn(manifest)
  if (newer === undefined) return manifest
  throw new HuiyinError(
    'STORE_UNAVAILABLE',
    `The backup ${last} was taken of a newer Huiyin (${manifest.program}, ${newer}); restore it with that one`
  )
}

function newerIn(manifest: Manifest): string | undefined {
  const layout = databaseOf(manifest)?.layout ?? 0
  if (layout > FILE_LAYOUT) return `layout ${layout}; this one knows ${FILE_LAYOUT}`
  const generation = Math.max(0, ...partsOf(manifest, 'documents').map(one => one.generation))
  if (generation > GENERATION) return `generation ${generation} of indices; this one knows ${GENERATION}`
}

/**
 * Writes a backup into a folder of data that is empty or not there, and compares what stands there with what was backed
 * up. What was begun and failed is removed. Rejects with INVALID_REQUEST, ARCHIVE_DAMAGED.
 */
export async function restoreInto(place: Place, manifest: Manifest, to: string, progress: Progress): Promise<Totals> {
  const entries = existsSync(to) ? await readdir(to) : []
  if (entries.length > 0)
    throw new HuiyinError(
      'INVALID_REQUEST',
      `${to} is not empty (${entries.slice(0, 3).join(', ')}); name an empty folder or a new one`
    )
  await mkdir(to, { recursive: true, mode: 0o700 })
  try {
    await restoreFolder(place, manifest, to, progress)
    if (!databaseOf(manifest)) return {}
    progress(0.8, 'comparing with what was backed up')
    const totals = sumRestored(manifest, to)
    refuseOther(ofFolder(manifest), totals)
    muteFile(join(to, manifest.folder, DATABASE), manifest)
    return totals
  } catch (error) {
    for (const name of await readdir(to)) await rm(join(to, name), { recursive: true, force: true })
    throw error
  }
}

/** The sums of a database; those of engines are named by their parts. */
function ofFolder(manifest: Manifest): Totals {
  const documents = new Set(partsOf(manifest, 'documents').map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(manifest.totals).filter(([name]) => !documents.has(name) && !name.startsWith('log:'))
  )
}

export function refuseOther(expected: Totals, found: Totals): void {
  const wrong = differences(expected, found)
  if (wrong.length > 0) throw archiveDamaged(`What was restored is not what was backed up: ${wrong.join('; ')}`)
}

const pick = (totals: Totals, names: readonly string[]): Totals =>
  Object.fromEntries(Object.entries(totals).filter(([name]) => names.includes(name)))

/** Restores a backup into a folder of its own, which goes afterwards; what engines kept is read and summed up. */
export async function tryRestore(
  place: Place,
  manifest: Manifest,
  progress: Progress,
  scratch = tmpdir()
): Promise<Totals> {
  const folder = await mkdtemp(join(scratch, 'huiyin-verify-'))
  try {
    const engines = await sumArchived(place, manifest)
    refuseOther(pick(manifest.totals, Object.keys(engines)), engines)
    return { ...engines, ...(await restoreInto(place, manifest, join(folder, 'data'), progress)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

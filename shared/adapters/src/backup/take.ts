import { basename } from 'node:path'
import { type FolderOf, storeDatabase, storeFiles } from './house-folder.ts'
import { lockPlace } from './lock.ts'
import type { Manifest, Part } from './manifest.ts'
import type { Place } from './place.ts'
import { type Progress, stretch } from './progress.ts'
import { FORMAT } from './secret.ts'
import type { Totals } from './sum.ts'

export type Stored = { parts: Part[]; totals: Totals }

/** What engines keep; the previous backup says what the archive has already. */
export type StoreEngines = (place: Place, previous: Manifest | undefined, progress: Progress) => Promise<Stored>

export interface Taking extends FolderOf {
  place: Place
  by: string
  /** The version of the program. */
  program: string
  /** ms UTC. */
  now: () => number
  /** Whether the folder holds a database. */
  database: boolean
  engines?: StoreEngines
  progress: Progress
}

/** Takes a backup: of what stands in the archive already only the name is written. */
export async function takeBackup(taking: Taking): Promise<Manifest> {
  const { place, now, by, program, folder, database, engines, progress } = taking
  const unlock = await lockPlace(place.path, now())
  try {
    const began = now()
    const last = (await place.backups()).at(-1)
    const previous = last === undefined ? undefined : await place.manifest(last)
    const stored: Stored[] = []
    const way =
      (from: number, to: number): Progress =>
      (share, what) =>
        stretch(progress, from, to, what)(share, 1)
    const most = engines && database ? 0.5 : 0.95
    if (database) stored.push(await storeDatabase(place, taking, previous, way(0, most)))
    if (engines) stored.push(await engines(place, previous, way(0.95 - most, 0.95)))
    progress(0.95, 'storing attachments and the other files')
    const parts = [...stored.flatMap(({ parts }) => parts), ...(await storeFiles(place, taking, previous))]
    await place.flush()
    const manifest: Manifest = {
      ...{ format: FORMAT, name: nameFor(began, last), takenAt: began, by, program, folder: basename(folder), parts },
      totals: Object.assign({}, ...stored.map(({ totals }) => totals)),
      added: { ...place.added },
      took: now() - began
    }
    await place.putManifest(manifest)
    await place.flush()
    return manifest
  } finally {
    await unlock()
  }
}

/** Names are in the order in which backups were taken, whatever the clock does. */
function nameFor(at: number, last: string | undefined): string {
  const name = new Date(at).toISOString().replaceAll(/[:.]/g, '-')
  return last === undefined || name > last ? name : `${last}x`
}

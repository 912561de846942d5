import { databaseOf } from '@huiyin/adapters/backup/house-folder.ts'
import { type Manifest, partsOf } from '@huiyin/adapters/backup/manifest.ts'
import { openPlace, type Place } from '@huiyin/adapters/backup/place.ts'
import type { Progress } from '@huiyin/adapters/backup/progress.ts'
import { backupOf, restoreInto } from '@huiyin/adapters/backup/restore.ts'
import type { Totals } from '@huiyin/adapters/backup/sum.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { secretOf } from './backup/secret.ts'
import { restoredText } from './backup/text.ts'
import { terminalLogger, timedBar } from './terminal.ts'

export interface RestoreOptions {
  to?: string
  backup?: string
  keyFile?: string
}

/** Restores a backup into an empty folder and, where it holds engines' parts, into empty engines. */
export async function restoreCommand(archive: string, options: RestoreOptions): Promise<string> {
  const settings = await readSettings(process.env)
  const place = await openPlace(archive, await secretOf(settings, options))
  const manifest = await backupOf(place, options.backup)
  const { to } = options
  if (to === undefined && (databaseOf(manifest) || partsOf(manifest, 'tree').some(({ files }) => files.length > 0)))
    throw new HuiyinError('INVALID_REQUEST', 'Say into which folder: --to <folder>, empty or new')
  const began = Date.now()
  const bar = timedBar()
  try {
    const engines = await intoEngines(settings, place, manifest, bar.moves)
    const folder = to === undefined ? {} : await restoreInto(place, manifest, to, bar.moves)
    return restoredText(manifest, { ...engines, ...folder }, to, Date.now() - began)
  } finally {
    bar.end()
  }
}

async function intoEngines(settings: Settings, place: Place, manifest: Manifest, progress: Progress): Promise<Totals> {
  if (partsOf(manifest, 'documents').length + partsOf(manifest, 'log').length === 0) return {}
  const { openEngines } = await import('@huiyin/adapters/backup/engines/engines.ts')
  const engines = await openEngines(settings, terminalLogger)
  try {
    return await engines.restore(place, manifest, progress)
  } finally {
    await engines.close()
  }
}

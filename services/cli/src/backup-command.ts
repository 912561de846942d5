import { join } from 'node:path'
import { DATABASE, type FolderOf } from '@huiyin/adapters/backup/house-folder.ts'
import { lockPlace } from '@huiyin/adapters/backup/lock.ts'
import type { Manifest } from '@huiyin/adapters/backup/manifest.ts'
import { openPlace, type Place } from '@huiyin/adapters/backup/place.ts'
import { prune } from '@huiyin/adapters/backup/prune.ts'
import { backupOf, tryRestore } from '@huiyin/adapters/backup/restore.ts'
import { takeBackup } from '@huiyin/adapters/backup/take.ts'
import { openVault } from '@huiyin/adapters/secrets/vault.ts'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { FILE_LAYOUT } from '@huiyin/adapters/sqlite/schema.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import facts from '../package.json' with { type: 'json' }
import { secretOf } from './backup/secret.ts'
import { keptApartText, listText, takenText, verifiedText } from './backup/text.ts'
import { connectControl } from './control/client.ts'
import { terminalLogger, timedBar } from './terminal.ts'
import { who } from './who.ts'
import { inWorld, isOwned, officeFolder, standingFolder } from './world.ts'

export interface BackupOptions {
  to?: string
  keyFile?: string
  /** Days. */
  keep?: number
  verify?: boolean
  withKeys?: boolean
  scratch?: string
}

const DAY = 86_400_000

/** Takes a backup, with a bar meanwhile; answers what the person reads at the end. */
export async function backupCommand(options: BackupOptions, signal: AbortSignal): Promise<string> {
  const settings = await readSettings(process.env)
  const at = placeOf(settings, options)
  const folder = isOwned(settings) ? standingFolder(settings) : officeFolder(settings)
  const place = await openPlace(at, await secretOf(settings, { ...options, twice: true }), { now: Date.now() })
  const manifest = await taken(settings, place, folder, options, signal)
  const pruned = await prunedIn(place, options.keep ?? settings.backupDays)
  const verified = options.verify ? await verifiedBy(place, manifest, options) : ''
  await told(settings, folder, manifest, signal)
  const keyFile = options.keyFile ?? settings.backupKeyFile
  const apart = { keyFile, secrets: secretsOf(settings), config: process.env.HUIYIN_CONFIG }
  return takenText(manifest, at, pruned) + verified + keptApartText(manifest, apart)
}

async function taken(
  settings: Settings,
  place: Place,
  folder: string,
  { withKeys }: BackupOptions,
  signal: AbortSignal
): Promise<Manifest> {
  const of: FolderOf = { folder, attachments: settings.files, ...(withKeys && { keys: keysIn(settings) }) }
  const bar = timedBar()
  const engines = await enginesOf(settings)
  try {
    return await takeBackup({
      ...of,
      ...{ place, by: who(), program: facts.version, database: isOwned(settings), now: Date.now },
      ...(engines && { engines: engines.store }),
      progress: (share, what) => {
        signal.throwIfAborted()
        bar.moves(share, what)
      }
    })
  } finally {
    bar.end()
    await engines?.close()
  }
}

/** Kafka and Elasticsearch are loaded where they are used. */
async function enginesOf(settings: Settings) {
  if (settings.log === 'sqlite' && settings.store === 'sqlite') return
  const { openEngines } = await import('@huiyin/adapters/backup/engines/engines.ts')
  return openEngines(settings, terminalLogger)
}

async function prunedIn(place: Place, days: number) {
  const unlock = await lockPlace(place.path, Date.now())
  try {
    return await prune(place, Date.now() - days * DAY)
  } finally {
    await unlock()
  }
}

/** A folder of an earlier layout is not brought to this one by a backup of it: then its trail hears nothing. */
async function told(settings: Settings, folder: string, manifest: Manifest, signal: AbortSignal): Promise<void> {
  const { parts, name, totals, added } = manifest
  const older = parts.some(part => part.kind === 'file' && part.name === DATABASE && part.layout < FILE_LAYOUT)
  if (older && !(await isServed(folder))) return
  const documents = Object.values(totals).reduce((sum, one) => sum + one.documents, 0)
  const keys = parts.some(part => part.kind === 'tree' && part.name === 'keys')
  await inWorld({ settings, folder, logger: terminalLogger, signal, services: false }, ({ backedUp }) =>
    backedUp({ name, by: who(), documents, bytes: added.bytes, keys })
  )
}

async function isServed(folder: string): Promise<boolean> {
  const server = await connectControl(folder)
  server?.close()
  return server !== undefined
}

export function placeOf({ backup }: Pick<Settings, 'backup'>, { to }: BackupOptions): string {
  const at = to ?? backup
  if (at !== undefined) return at
  throw new HuiyinError('INVALID_REQUEST', 'Say where the archive is: --to <folder>, or HUIYIN_BACKUP')
}

function keysIn(settings: Settings): string {
  if (openVault(settings).source === 'file') return settings.keyFile ?? join(settings.data, 'secret.keys')
  throw new HuiyinError(
    'INVALID_REQUEST',
    'The keys are in HUIYIN_KEY, not in a file: keep them where the settings are'
  )
}

function secretsOf({ key, keyFile, data, store }: Settings): string {
  if (key !== undefined) return 'HUIYIN_KEY'
  return keyFile ?? (store === 'sqlite' ? join(data, 'secret.keys') : 'the keys of the accounts’ credentials')
}

/** Lists what an archive holds. */
export async function listCommand(options: BackupOptions): Promise<string> {
  const { place } = await opened(options)
  const names = await place.backups()
  return listText(await Promise.all(names.map(place.manifest)))
}

/** Restores a backup on trial and compares it with what was backed up. */
export async function verifyCommand(name: string | undefined, options: BackupOptions): Promise<string> {
  const { place } = await opened(options)
  return verifiedBy(place, await backupOf(place, name), options)
}

async function verifiedBy(place: Place, manifest: Manifest, { scratch }: BackupOptions): Promise<string> {
  const bar = timedBar()
  try {
    return verifiedText(manifest, await tryRestore(place, manifest, bar.moves, scratch))
  } finally {
    bar.end()
  }
}

async function opened(options: BackupOptions) {
  const settings = await readSettings(process.env)
  const place = await openPlace(placeOf(settings, options), await secretOf(settings, options))
  return { settings, place }
}

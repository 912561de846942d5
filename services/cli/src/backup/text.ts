import { databaseOf, holdsKeys } from '@huiyin/adapters/backup/house-folder.ts'
import type { Manifest } from '@huiyin/adapters/backup/manifest.ts'
import type { Pruned } from '@huiyin/adapters/backup/prune.ts'
import type { Totals } from '@huiyin/adapters/backup/sum.ts'
import { figure, tableText } from '../table.ts'

export const totalsText = (totals: Totals): string =>
  tableText(
    [
      ['part', 'documents', 'checksum'],
      ...Object.entries(totals).map(([name, { documents, checksum }]) => [name, figure(documents), checksum])
    ],
    'texts'
  )

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const instant = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`

/** What a backup holds and what it added. */
export function takenText(manifest: Manifest, at: string, pruned?: Pruned): string {
  const { name, totals, added, took } = manifest
  const gone = pruned && pruned.backups.length > 0 ? `Removed, as they were old: ${pruned.backups.join(', ')}.\n` : ''
  return `${totalsText(totals)}Backup ${name} stands in ${at}: ${megabytes(added.bytes)} added in ${figure(added.chunks)} chunks, ${seconds(took)}.\n${gone}`
}

export interface Keeping {
  /** Of the archive; absent: a passphrase. */
  keyFile: string | undefined
  /** Of the house's secrets: the file, or where else they are. */
  secrets: string
  config: string | undefined
}

/** What is not in the archive and has to be kept elsewhere. */
export function keptApartText(manifest: Manifest, { keyFile, secrets, config }: Keeping): string {
  const lines = [
    keyFile === undefined
      ? 'the passphrase: without it nobody will ever read the archive'
      : `the key file ${keyFile}: without it nobody will ever read the archive`,
    holdsKeys(manifest)
      ? `${secrets} is IN this archive, as you asked: whoever opens the archive opens the accounts too`
      : `${secrets}, which opens the accounts' credentials: not in the archive, for a backup that holds its own keys protects nothing`,
    config === undefined
      ? 'the settings (the environment of the service)'
      : `the settings: ${config} and the environment`
  ]
  return `Keep apart from the archive, and from each other's reach:\n${lines.map(line => `  - ${line}\n`).join('')}`
}

export const verifiedText = ({ name }: Manifest, totals: Totals): string =>
  `${totalsText(totals)}Backup ${name} was restored on trial: identical by checksum.\n`

export function listText(manifests: readonly Manifest[]): string {
  if (manifests.length === 0) return 'The archive holds no backup yet.\n'
  const rows = manifests.map(one => [
    one.name,
    figure(Object.values(one.totals).reduce((sum, { documents }) => sum + documents, 0)),
    megabytes(one.added.bytes),
    seconds(one.took),
    one.by,
    `${one.program}${databaseOf(one) ? `, layout ${databaseOf(one)!.layout}` : ''}`
  ])
  return tableText([['backup', 'documents', 'added', 'took', 'by', 'of'], ...rows], 'texts')
}

/** What has to be done before a restored house is the house. */
export function restoredText(manifest: Manifest, totals: Totals, to: string | undefined, took: number): string {
  const { name, takenAt } = manifest
  const steps = [
    ...(to === undefined || holdsKeys(manifest)
      ? []
      : [`Put secret.keys back into ${to} (or set HUIYIN_KEY): it is not in the archive.`]),
    ...(to === undefined
      ? []
      : [`Start it with HUIYIN_DATA=${to}. It reads and shows, and sends nothing: it is a copy.`]),
    `Do again what was erased since ${instant(takenAt)}: huiyin erase repeat <file> (huiyin erase list --json of the original wrote it).`,
    'See that the original is ended for good, then: huiyin adopt. Replies that were approved before are looked for on the platform before they leave; older alerts go as one digest.'
  ]
  return `${totalsText(totals)}Backup ${name} of ${instant(takenAt)} is restored${to === undefined ? '' : ` into ${to}`}: identical by checksum, ${seconds(took)}.\n${steps.map((step, i) => `  ${i + 1}. ${step}\n`).join('')}`
}

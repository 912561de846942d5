import { readSettings } from '@huiyin/adapters/settings.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import type { Settings } from '@huiyin/schemas/settings.ts'
import { mappingOf } from './import/columns.ts'
import { tallyText } from './import/report.ts'
import { type Imported, runImport } from './import/run-import.ts'
import { progressBar, terminalLogger } from './terminal.ts'
import { officeFolder } from './world.ts'

export interface ImportCommand {
  platform: PlatformName
  account: string
  post?: string
  history?: boolean
  live?: boolean
  map: string[]
  encoding?: string
  dryRun?: boolean
}

/** Imports, with a bar meanwhile; answers what the person reads at the end. */
export async function importCommand(command: ImportCommand & { file: string }, signal: AbortSignal): Promise<string> {
  const settings = await readSettings(process.env)
  const { file, platform, account, post, encoding, history, live, dryRun = false } = command
  const bar = progressBar()
  try {
    const options = {
      file,
      platform,
      account,
      ...(post && { post }),
      ...(encoding && { encoding }),
      as: history ? ('history' as const) : live ? ('live' as const) : ('auto' as const),
      mapping: mappingOf(command.map),
      dryRun,
      now: Date.now()
    }
    const imported = await runImport(
      options,
      { settings, folder: officeFolder(settings), logger: terminalLogger, signal, services: true },
      bar
    )
    bar.end()
    return endText(imported, settings)
  } finally {
    bar.end()
  }
}

function endText(imported: Imported, settings: Settings): string {
  const { source, tally, refusedFile } = imported
  const head = `${source.file}: ${source.format}, ${source.encoding.name}\n`
  const parked = imported.parked ? 'Some messages wait parked; huiyin parked list says why.\n' : ''
  return `${head}${tallyText(tally, refusedFile)}${parked}${nextStep(imported, settings)}\n`
}

function nextStep({ place, tally }: Imported, { host, port, demo }: Settings): string {
  if (place === undefined) return 'Nothing was changed. Run it without --dry-run to take them.'
  if (tally.taken === 0) return 'There was nothing to take.'
  const live = tally.taken > tally.history
  const what = live ? 'the tickets that they opened' : 'them under comments'
  const page = `http://${host}:${port}/${live ? '' : '?view=comments'}`
  if (place !== 'here') return `Next: see ${what} at ${page}.`
  const start = demo === 'on' ? 'HUIYIN_DEMO=off npm start' : 'npm start'
  return `Next: ${start}, then see ${what} at ${page}.`
}

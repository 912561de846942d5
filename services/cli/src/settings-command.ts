import { readFile, stat } from 'node:fs/promises'
import { readSettings } from '@huiyin/adapters/settings.ts'
import { openReading } from '@huiyin/classifier/mapping.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { SettingName } from '@huiyin/schemas/setting.ts'
import { SETTING_NAMES, THE_ONE } from '@huiyin/schemas/setting-names.ts'
import type { SettingsAtTerminal } from './settings/at-terminal.ts'
import { historyText, importText } from './settings/text.ts'
import { terminalLogger } from './terminal.ts'
import { who } from './who.ts'
import { inWorld, isOwned, officeFolder, standingFolder } from './world.ts'

/** In bytes. */
const LARGEST = 1024 * 1024

/** What the house keeps of its settings, as YAML. */
export const settingsExportCommand = (what: readonly string[], signal: AbortSignal): Promise<string> => {
  const names = what.map(settingName)
  return withSettings('standing', signal, desk => desk.export(names.length > 0 ? names : undefined, who()))
}

export interface Imported {
  text: string
  /** Nothing was refused. */
  ok: boolean
}

/** Takes settings from a file; with `dryRun` says what would become of them and changes nothing. */
export async function settingsImportCommand(file: string, dryRun: boolean, signal: AbortSignal): Promise<Imported> {
  const text = await read(file)
  return withSettings('office', signal, async desk => {
    const dry = await desk.import(text, undefined, who())
    const report = dryRun ? dry : await desk.import(text, dry.digest, who())
    const end = dryRun ? 'Nothing was changed. Run it without --dry-run to take them.\n' : ''
    return { text: importText(report) + end, ok: report.items.every(({ outcome }) => outcome !== 'refused') }
  })
}

/** Who changed a setting when, and what became other. */
export const settingsHistoryCommand = (what: string, id: string = THE_ONE, signal: AbortSignal): Promise<string> => {
  const name = settingName(what)
  return withSettings('standing', signal, async desk => historyText(await desk.history({ what: name, id }, who())))
}

function settingName(what: string): SettingName {
  const found = SETTING_NAMES.find(name => name === what)
  if (found) return found
  throw new HuiyinError('INVALID_REQUEST', `Expected one of ${SETTING_NAMES.join(', ')}; "${what}" came`)
}

async function read(file: string): Promise<string> {
  const unreadable = (error: NodeJS.ErrnoException) => {
    throw new HuiyinError('INVALID_REQUEST', `The file ${file} cannot be read (${error.code})`)
  }
  const { size } = await stat(file).catch(unreadable)
  if (size > LARGEST)
    throw new HuiyinError('INVALID_REQUEST', `A file of settings has 1 MB at most; ${file} has ${size} bytes`)
  return readFile(file, 'utf8').catch(unreadable)
}

/** `office`: made where there is none yet; `standing`: the one that is there. */
async function withSettings<T>(
  where: 'office' | 'standing',
  signal: AbortSignal,
  work: (desk: SettingsAtTerminal) => Promise<T>
): Promise<T> {
  const settings = await readSettings(process.env)
  const ours = where === 'office' ? officeFolder : standingFolder
  const folder = isOwned(settings) ? ours(settings) : settings.data
  const options = { settings, folder, logger: terminalLogger, signal, services: false, reading: openReading }
  return inWorld(options, ({ kept }) => work(kept))
}

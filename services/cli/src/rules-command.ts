import { readSettings } from '@huiyin/adapters/settings.ts'
import { rulesText } from './rules-text.ts'
import { terminalLogger } from './terminal.ts'
import { inWorld, isOwned, standingFolder } from './world.ts'

/** What is in force in the office that stands; throws INVALID_REQUEST when nothing is kept yet. */
export async function rulesShowCommand(): Promise<string> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  const { signal } = new AbortController()
  const options = { settings, folder, logger: terminalLogger, signal, services: false }
  return inWorld(options, async ({ rules }) => rulesText(await rules()))
}

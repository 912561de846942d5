import { readSettings } from '@huiyin/adapters/settings.ts'
import type { Adoption } from '@huiyin/ports/environment.ts'
import { terminalLogger } from './terminal.ts'
import { inWorld, isOwned, officeFolder, standingFolder } from './world.ts'

/** Makes this installation the one that alerts; answers what the person reads. */
export async function adoptCommand(signal: AbortSignal): Promise<string> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : officeFolder(settings)
  const options = { settings, folder, logger: terminalLogger, signal, services: false }
  return adoptionText(await inWorld(options, ({ adopt }) => adopt()))
}

export function adoptionText({ changed, before }: Adoption): string {
  if (!changed) return 'This installation is the one that alerts already; nothing was changed.\n'
  const other = before
    ? ` Before it was ${before.fingerprint.slice(0, 12)}, since ${new Date(before.since).toISOString()}: see that it is ended.`
    : ''
  const rest = before
    ? ' Replies that were approved before are looked for on the platforms before they leave; alerts from before come as one digest.'
    : ''
  return `This installation is now the one that alerts.${other}${rest}\n`
}

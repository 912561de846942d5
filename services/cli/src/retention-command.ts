import { readSettings } from '@huiyin/adapters/settings.ts'
import type { Kept } from './retention/desk.ts'
import { figure, tableText } from './table.ts'
import { terminalLogger } from './terminal.ts'
import { who } from './who.ts'
import { inWorld, isOwned, standingFolder } from './world.ts'

/** What is kept how long; with `apply` what is over its time goes. Answers what the person reads. */
export async function retentionCommand({ apply = false }: { apply?: boolean }, signal: AbortSignal): Promise<string> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  return inWorld({ settings, folder, logger: terminalLogger, signal, services: false }, async ({ retention }) => {
    if (!apply) return `${statusText(await retention.status())}Nothing was changed; --apply does what is due.\n`
    const removed: string[] = []
    let [after, expired]: [string | undefined, number] = [undefined, 0]
    do {
      signal.throwIfAborted()
      const done = await retention.apply({ by: who(), ...(after !== undefined && { after }) })
      removed.push(...done.removed)
      expired += done.expired ?? 0
      after = done.after
    } while (after !== undefined)
    const lines = [...removed, ...(expired > 0 ? [`comments of no ticket, stubs now: ${figure(expired)}`] : [])]
    return lines.length > 0
      ? `${lines.join('\n')}\nGone. Backups forget it as they expire.\n`
      : 'Nothing was over its time.\n'
  })
}

const statusText = (rows: readonly Kept[]): string =>
  tableText(
    [
      ['what', 'kept', 'stands', 'due'],
      ...rows.map(({ what, rule, stands, due }) => [what, rule, stands, due === 0 ? '–' : figure(due)])
    ],
    'texts'
  )

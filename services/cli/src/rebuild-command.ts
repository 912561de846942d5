import { setTimeout as sleep } from 'node:timers/promises'
import { readSettings } from '@huiyin/adapters/settings.ts'
import type { RebuildFamily } from '@huiyin/ports/rebuild.ts'
import { type RebuildRow, shareOf } from '@huiyin/ports/rebuild-row.ts'
import type { Rebuilds } from '@huiyin/ports/rebuilds.ts'
import { endText, nowText, statusText } from './rebuild/text.ts'
import { terminalLogger, timedBar } from './terminal.ts'
import { who } from './who.ts'
import { inWorld, isOwned, standingFolder } from './world.ts'

export interface RebuildCommand {
  only?: RebuildFamily[]
  due?: boolean
  rollback?: boolean
  status?: boolean
  stop?: boolean
  dropOld?: boolean
}

/** Rebuilds, with a bar meanwhile; answers what the person reads at the end, and whether it was done. */
export async function rebuildCommand(
  command: RebuildCommand,
  signal: AbortSignal
): Promise<{ text: string; ok: boolean }> {
  return withRebuilds(signal, async rebuilds => {
    if (command.status) return done(statusText(await rebuilds.status()))
    if (command.stop) return done((await rebuilds.stop()) ? 'It was given up.\n' : 'None stands unfinished.\n')
    if (command.dropOld) return done(goneText(await rebuilds.drop(command.only)))
    const row = await runRebuild(rebuilds, command, signal)
    return { text: endText(row), ok: row.failed === undefined }
  })
}

const done = (text: string) => ({ text, ok: true })

const goneText = (gone: readonly string[]) =>
  gone.length > 0 ? `Removed: ${gone.join(', ')}.\n` : 'Nothing was kept that could be removed.\n'

/** Between two looks at a rebuild that another process left, in ms. */
const LOOKS = 500

async function runRebuild(rebuilds: Rebuilds, command: RebuildCommand, signal: AbortSignal): Promise<RebuildRow> {
  const { only, due = false, rollback: back = false } = command
  let row = await rebuilds.start({ ...(only && { only }), due, back, by: who() })
  const bar = timedBar()
  try {
    while (row.endedAt === undefined) {
      signal.throwIfAborted()
      bar.moves(shareOf(row), nowText(row))
      const next = await rebuilds.work()
      if (JSON.stringify(next) === JSON.stringify(row)) await sleep(LOOKS, undefined, { signal })
      row = next
    }
    return row
  } finally {
    bar.end()
  }
}

async function withRebuilds<T>(signal: AbortSignal, work: (rebuilds: Rebuilds) => Promise<T>): Promise<T> {
  const settings = await readSettings(process.env)
  const folder = isOwned(settings) ? standingFolder(settings) : settings.data
  return inWorld({ settings, folder, logger: terminalLogger, signal, services: false }, world => work(world.rebuilds))
}

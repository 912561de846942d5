import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { smallDisk } from './embedded/disk.ts'
import { EMBEDDED_KINDS, FULL } from './embedded/kinds.ts'
import { judgeEmbedded, strikeEmbedded } from './embedded/run.ts'
import { openEmbeddedTown } from './embedded/town.ts'
import type { Outcome, WorldOptions } from './outcome.ts'

/** The town whose office is `npm start`. */
export async function inOneFolder({
  seed,
  faults,
  within,
  isWanted,
  onLine,
  progress
}: WorldOptions): Promise<Outcome> {
  const base = await mkdtemp(join(tmpdir(), 'huiyin-faults-'))
  const folder = join(base, 'disk')
  await mkdir(folder)
  const disk = await smallDisk(folder)
  if (!disk) progress(`"${FULL}" is not tried: only root may mount a small disk`)
  const kinds = EMBEDDED_KINDS.filter(({ name }) => isWanted(name) && (disk !== undefined || name !== FULL))
  const town = await openEmbeddedTown({ folder, spare: base, seed, ...(onLine && { onLine }) })
  try {
    const journal = await strikeEmbedded(town, { kinds, seed, faults, within, progress })
    return { journal, verdict: await judgeEmbedded(town), falls: [] }
  } catch (error) {
    return { journal: (error as { journal?: Outcome['journal'] }).journal ?? [], falls: [], error }
  } finally {
    await town.close()
    await disk?.remove()
    await rm(base, { recursive: true, force: true })
  }
}

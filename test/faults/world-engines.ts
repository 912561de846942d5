import { existsSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchEngines } from '@huiyin/engines/launch.ts'
import { KINDS } from './kinds/all.ts'
import type { Outcome, WorldOptions } from './outcome.ts'
import { strike } from './run.ts'
import { LEAN, openTown, STAFF } from './town/open.ts'
import { comeToRest, judge } from './town/verdict.ts'

export interface EnginesOptions extends WorldOptions {
  /** At most so many faults that take an engine down. */
  heavy: number
  /** One of most services only. */
  isLean: boolean
}

/** Memory where there is some: what is tried is what is lost, not the disk. */
const SCRATCH = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** The town whose office is on Kafka and Elasticsearch. */
export async function onEngines(options: EnginesOptions): Promise<Outcome> {
  const { seed, heavy, isLean, isWanted, onLine, progress } = options
  const folder = await mkdtemp(join(SCRATCH, 'huiyin-faults-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const engines = await launchEngines({ dir: join(folder, 'engines') })
  const town = await openTown({
    ...{ brokers: engines.brokers, elasticsearch: engines.elasticsearch, prefix: 'faults', folder, seed, engines },
    staff: isLean ? LEAN : STAFF,
    ...(onLine && { onLine })
  })
  const falls = () => town.instances.flatMap(one => one.falls)
  try {
    progress('the town is at work')
    const kinds = KINDS.filter(({ name }) => isWanted(name))
    const journal = await strike(town, { ...options, kinds, heavy })
    progress('coming to rest')
    await comeToRest(town)
    return { journal, verdict: await judge(town), falls: falls() }
  } catch (error) {
    return { journal: (error as { journal?: Outcome['journal'] }).journal ?? [], falls: falls(), error }
  } finally {
    await town.close()
    await engines.stop()
  }
}

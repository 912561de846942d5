import { seeded } from '@huiyin/simulator/random.ts'
import { everyPage } from '../aftermath.ts'
import type { Entry } from '../run.ts'
import { judge, type Verdict } from '../town/verdict.ts'
import { judgeAlerts } from '../town/verdict-alerts.ts'
import { underWay } from '../town/verdict-replies.ts'
import { calm } from './calm.ts'
import type { EmbeddedKind } from './kind.ts'
import { quiet } from './quiet.ts'
import type { EmbeddedTown } from './town.ts'

export interface EmbeddedRun {
  kinds: readonly EmbeddedKind[]
  seed: number
  faults: number
  /** No more are begun after so many ms. */
  within: number
  progress: (text: string) => void
}

const PATIENCE = 90_000
/** So much time passes before each fault, so that warnings and breaches leave while things go wrong. */
const BETWEEN = 30_000
/** A reply that never reached its platform is believed to be absent after so long. */
const QUARTER = 16 * 60_000
const QUARTERS = 5
/** What only time can end is not waited for longer. */
const SOON = 30_000

/** One fault after the other: each kind once, then as their weights have it. Throws with the journal. */
export async function strikeEmbedded(
  town: EmbeddedTown,
  { kinds, seed, faults, within, progress }: EmbeddedRun
): Promise<Entry[]> {
  const random = seeded(seed + 20)
  const begun = Date.now()
  const seconds = () => (Date.now() - begun) / 1000
  const journal: Entry[] = []
  const bag = kinds.flatMap(kind => Array.from({ length: kind.weight }, () => kind))
  await quiet(town, PATIENCE)
  while (journal.length < faults && Date.now() - begun < within) {
    const kind = kinds[journal.length] ?? bag[Math.floor(random() * bag.length)]!
    const entry = { n: journal.length + 1, kind: kind.name, target: 'the house', at: seconds() }
    try {
      await town.sleep(BETWEEN)
      await kind.happen(town, random)
      const recovery = (await quiet(town, PATIENCE)) / 1000
      journal.push({ ...entry, recovery })
    } catch (error) {
      journal.push({ ...entry, recovery: Infinity })
      throw Object.assign(
        new Error(`After ${kind.name}: ${(error as Error).message}; ${town.office.lastWords()}`, { cause: error }),
        { journal }
      )
    }
    progress(
      `${seconds().toFixed(0)} s: ${journal.length} faults, ${town.citizens.written.length} comments; ${kind.name}, again quiet after ${journal.at(-1)!.recovery.toFixed(1)} s`
    )
  }
  return journal
}

/** Nobody writes any more; time passes until nothing is under way, and all is compared. */
export async function judgeEmbedded(town: EmbeddedTown): Promise<Verdict> {
  await town.rest()
  await quiet(town, PATIENCE)
  for (let quarter = 1; ; quarter++) {
    await town.sleep(QUARTER)
    await calm(town, SOON)
    await quiet(town, PATIENCE)
    await town.office.end('SIGTERM')
    if (quarter === QUARTERS || (await town.inside(house => isDone({ ...town, house, poisoned: [] })))) break
    await town.office.start()
  }
  return town.inside(house => judge({ ...town, house, poisoned: [] }))
}

async function isDone(of: Parameters<typeof judge>[0]): Promise<boolean> {
  const { tickets } = of.house.store
  const all = await everyPage(after => tickets.search({ sort: 'newest', atMost: 1000, ...after }))
  return underWay(all).length === 0 && (await judgeAlerts(of, all)).wrong.length === 0
}

import { setTimeout as sleep } from 'node:timers/promises'
import { seeded } from '@huiyin/simulator/random.ts'
import type { Fault, Kind } from './kinds/kind.ts'
import { planned } from './schedule.ts'
import type { Town } from './town/open.ts'
import { quiet } from './town/quiet.ts'

/** What happened, and how long it took until all was as it should be again. */
export interface Entry {
  n: number
  kind: string
  target: string
  /** Since the beginning, in s. */
  at: number
  /** In s, from the moment at which it was mended. */
  recovery: number
}

export interface RunOptions {
  kinds: readonly Kind[]
  seed: number
  faults: number
  /** No more are begun after so many ms. */
  within: number
  heavy: number
  progress: (text: string) => void
}

/** What does not recover within so long, in ms, has not recovered. */
const PATIENCE = 120_000
/** The faults of a group begin within so long, in ms. */
const SPREAD = 1_000

/** Lets one group of faults after the other strike the town. Throws with the journal when it does not recover. */
export async function strike(
  town: Town,
  { kinds, seed, faults, within, heavy, progress }: RunOptions
): Promise<Entry[]> {
  const random = seeded(seed + 10)
  const begun = Date.now()
  const seconds = () => (Date.now() - begun) / 1000
  const journal: Entry[] = []
  await quiet(town, PATIENCE)
  for (const group of planned(town, { kinds, random, heavy })) {
    if (journal.length >= faults || Date.now() - begun > within) break
    const at = seconds()
    try {
      await Promise.all(group.map(fault => happens(fault, random() * SPREAD)))
      const recovery = (await quiet(town, PATIENCE)) / 1000
      for (const { kind, target } of group) journal.push({ n: journal.length + 1, kind, target, at, recovery })
    } catch (error) {
      for (const { kind, target } of group)
        journal.push({ n: journal.length + 1, kind, target, at, recovery: Infinity })
      throw Object.assign(new Error(`After ${namesOf(group)}: ${(error as Error).message}`, { cause: error }), {
        journal
      })
    }
    const fallen = town.instances.reduce((sum, { falls }) => sum + falls.length, 0)
    progress(
      `${seconds().toFixed(0)} s: ${journal.length} faults, ${town.citizens.written.length} comments, ` +
        `${town.operators.intended.length} replies, ended by themselves ${fallen}; ${namesOf(group)}, again quiet after ${journal.at(-1)!.recovery.toFixed(1)} s`
    )
  }
  return journal
}

const namesOf = (group: readonly Fault[]) => group.map(({ kind, target }) => `${kind} (${target})`).join(' and ')

async function happens({ inject, mend, lasts }: Fault, after: number): Promise<void> {
  await sleep(after)
  await inject()
  await sleep(lasts)
  await mend()
}

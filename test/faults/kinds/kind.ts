import type { Random } from '@huiyin/simulator/random.ts'
import type { Town } from '../town/open.ts'

/** One thing that goes wrong: `inject` begins it, `mend` ends it; the town heals itself after that. */
export interface Fault {
  kind: string
  target: string
  inject: () => Promise<void>
  mend: () => Promise<void>
  /** How long it lasts, in ms. */
  lasts: number
}

/** A kind of fault. */
export interface Kind {
  name: string
  /** How much of it there is beside the others. */
  weight: number
  /** It takes an engine down: few of it, and alone. */
  isHeavy?: boolean
  /** What it may strike. */
  targets: (town: Town) => readonly string[]
  /** Names that nothing else may strike at the same time. */
  holds: (town: Town, target: string) => readonly string[]
  make: (town: Town, target: string, random: Random) => Pick<Fault, 'inject' | 'mend' | 'lasts'>
}

/** Between two lengths of time, in ms. */
export const between = (random: Random, shortest: number, longest: number): number =>
  Math.round(shortest + (longest - shortest) * random())

import type { Random } from '@huiyin/simulator/random.ts'
import type { EmbeddedTown } from './town.ts'

/** A fault of the embedded world; rejects with what should have been otherwise. */
export interface EmbeddedKind {
  name: string
  weight: number
  happen: (town: EmbeddedTown, random: Random) => Promise<void>
}

/** How many lines were said. */
export const lines = (said: string): number => said.split('\n').filter(line => line.trim() !== '').length

import type { House } from '@huiyin/adapters/house.ts'
import type { Random } from '@huiyin/simulator/random.ts'
import type { Dues } from './dues.ts'
import type { Death } from './mortal.ts'
import { born, type Process } from './processes.ts'

export type Name = 'responder' | 'desk' | 'alerter' | 'people'
const NAMES: readonly Name[] = ['responder', 'desk', 'alerter', 'people']
/** A process that is doomed dies at one of its next so many calls. */
const MOST_CALLS = 5

/** The processes of the house, of which any may die while it does something. */
export interface Staff {
  of: (name: Name) => Process
  /** The process as it begins to do something: perhaps its last. */
  doomed: (name: Name) => Process
  /** The same process as somebody started it again. */
  revive: (name: Name) => Process
  /** All of them, started anew over a house. */
  begin: (house: House) => void
  /** Resolves when none of them has anything on its way. */
  idle: () => Promise<void>
  deaths: () => number
}

export interface StaffOptions {
  watch: Dues
  random: Random
  /** Chance that a process is killed while it does something. */
  mortality: number
}

export function staff(first: House, { watch, random, mortality }: StaffOptions): Staff {
  let house = first
  let died = 0
  let processes = allBorn()

  function allBorn(): Record<Name, Process> {
    const made = NAMES.map(name => [name, born(house, watch)] as const)
    return Object.fromEntries(made) as Record<Name, Process>
  }

  return {
    of: name => processes[name],
    doomed: name => {
      const one = processes[name]
      if (random() >= mortality) one.life.spare()
      else one.life.doom(deathBy(random))
      return one
    },
    revive: name => {
      died += 1
      processes[name] = born(house, watch)
      return processes[name]
    },
    begin: next => {
      house = next
      processes = allBorn()
    },
    idle: async () => {
      for (const name of NAMES) await processes[name].desk.publisher.idle()
    },
    deaths: () => died
  }
}

const deathBy = (random: Random): Death => ({
  atCall: 1 + Math.floor(random() * MOST_CALLS),
  when: random() < 0.5 ? 'before' : 'after'
})

import { Killed } from '../simulation/house/mortal.ts'
import type { Instance } from './instance.ts'
import { MINUTE } from './time.ts'

/** Several collectors, of which one is killed in the middle of its work and started again later. */
export interface Collectors {
  tick: (now: number) => Promise<void>
  close: () => Promise<void>
  /** Those that live. */
  all: () => readonly Instance[]
  deaths: () => number
}

const WRITES_LEFT = 7
const STARTED_AGAIN_AFTER = 5 * MINUTE

export function openCollectors(open: () => Instance, dies: readonly number[]): Collectors {
  let living = [open(), open()]
  const due = [...dies]
  const births: number[] = []
  let dead = 0

  async function tickOne(one: Instance, now: number): Promise<void> {
    try {
      await one.tick(now)
      await one.idle()
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }

  return {
    tick: async now => {
      if (due[0] !== undefined && now >= due[0]) {
        due.shift()
        living[0]!.life.doom({ atCall: WRITES_LEFT, when: 'after' })
      }
      if (births[0] !== undefined && now >= births[0]) {
        births.shift()
        living = [...living, open()]
      }
      await Promise.all(living.map(one => tickOne(one, now)))
      const alive = living.filter(one => !one.life.isDead())
      for (let died = living.length - alive.length; died > 0; died--) {
        dead += 1
        births.push(now + STARTED_AGAIN_AFTER)
      }
      living = alive
    },
    close: async () => {
      for (const one of living) await one.close()
    },
    all: () => living,
    deaths: () => dead
  }
}

import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '@huiyin/adapters/house.ts'
import type { RulesJobs } from '@huiyin/desk/rules-job.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'
import { type Watched, watchedLog } from './classified.ts'
import { Killed } from './mortal.ts'
import { rulesJobsOf, runDesk, runScribe } from './processes.ts'
import type { Staff } from './staff.ts'

const LOOKS_EVERY = 20

/** The services that read the log: the desk, killed and started again, and the scribe, which comes once in a while. */
export interface Reading {
  /** Resolves when the desk has done with what was classified. */
  deliver: (events: readonly Classified[]) => Promise<void>
  /** The desk has died: another reads on. */
  reviveDesk: () => void
  rules: () => RulesJobs
  /** The scribe writes down all that happened until now. */
  writeDown: () => Promise<void>
  stop: () => Promise<void>
}

export function reading(house: House, staff: Staff, now: () => number): Reading {
  const end = new AbortController()
  const watched: Watched = watchedLog(house.logs.classified)
  let desk = readOn()
  let rules = rulesJobsOf(staff.of('desk'), now)

  function readOn(): Promise<void> {
    const reader = runDesk(staff.of('desk'), house, watched.log, end.signal)
    watched.readBy(reader)
    return reader
  }

  const reviveDesk = () => {
    staff.revive('desk')
    desk = readOn()
    rules = rulesJobsOf(staff.of('desk'), now)
  }

  const writeDown = async () => {
    const done = new AbortController()
    const scribe = runScribe(house, done.signal)
    while ((await house.logs.events.lag('scribe')) > 0) await Promise.race([sleep(LOOKS_EVERY), scribe])
    done.abort()
    await scribe
  }

  return {
    deliver: async events => {
      staff.doomed('desk')
      await watched.give(events)
      while (true) {
        try {
          await watched.done()
          return staff.of('desk').life.spare()
        } catch (error) {
          if (!(error instanceof Killed)) throw error
          reviveDesk()
        }
      }
    },
    reviveDesk,
    rules: () => rules,
    writeDown,
    stop: async () => {
      end.abort()
      await staff.idle()
      await desk
    }
  }
}

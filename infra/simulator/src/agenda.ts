import type { Clock } from './clock.ts'
import type { Journal } from './journal.ts'
import type { Planned } from './things.ts'

/** Comments that will be written when their time comes. */
export interface Agenda {
  plan: (comments: readonly Omit<Planned, 'plan'>[]) => void
  /** How many are still to come. */
  planned: () => number
  /** Takes those whose time has come, the earliest first. */
  due: () => Planned[]
  /** It stands now: not again after a restart. */
  written: (plan: string) => void
  /** One that an earlier run planned. */
  restore: (planned: Planned) => void
}

const byTime = (a: Planned, b: Planned) => a.publishedAt - b.publishedAt

export function createAgenda(clock: Clock, journal?: Journal): Agenda {
  let plans: Planned[] = []
  let made = 0
  let sorted = true
  return {
    plan: comments => {
      const fresh = comments.map(comment => ({ ...comment, plan: `${clock.now()}-${made++}` }))
      for (const planned of fresh) journal?.write({ planned })
      plans = [...plans, ...fresh]
      sorted = false
    },
    planned: () => plans.length,
    due: () => {
      if (!sorted) plans.sort(byTime)
      sorted = true
      const now = clock.now()
      const later = plans.findIndex(({ publishedAt }) => publishedAt > now)
      return plans.splice(0, later < 0 ? plans.length : later)
    },
    written: plan => journal?.write({ written: plan }),
    restore: planned => {
      plans.push(planned)
      sorted = false
    }
  }
}

import { accountId } from '@huiyin/domain/ids.ts'
import type { AccountRun, Ports } from './account-run.ts'
import { COVERAGE_EVERY, measureCoverage } from './coverage.ts'
import { remind } from './items.ts'
import { hasPassed } from './round.ts'
import { saveStanding, standingOf } from './standing.ts'

const STANDING_EVERY = 60_000
const REMIND_EVERY = 3_600_000

type At = { standing: number; coverage: number; reminded: number; told: string }

/** What is told of accounts apart from their comments: how they stand, what is missing, what somebody has to be reminded of. */
export interface Care {
  lookAfter: (run: AccountRun) => Promise<void>
  /** Its standing is to be told again, or never was. */
  isDue: (id: string, now: number) => boolean
  forget: (id: string) => void
  ids: () => Iterable<string>
}

export function openCare(ports: Ports): Care {
  const kept = new Map<string, At>()

  async function lookAfter(run: AccountRun): Promise<void> {
    const now = ports.clock.now()
    const id = accountId(run.account)
    const at = kept.get(id) ?? { standing: 0, coverage: 0, reminded: 0, told: '' }
    kept.set(id, at)
    if (hasPassed(at.coverage, COVERAGE_EVERY, now)) {
      at.coverage = now
      await measureCoverage(ports, run)
    }
    if (hasPassed(at.reminded, REMIND_EVERY, now)) {
      at.reminded = now
      await remind(ports, run)
    }
    const standing = standingOf(ports, run, now)
    const told = `${standing.state} ${standing.code}`
    if (!hasPassed(at.standing, STANDING_EVERY, now) && told === at.told) return
    at.standing = now
    at.told = told
    await saveStanding(ports, standing)
  }

  return {
    lookAfter,
    isDue: (id, now) => {
      const at = kept.get(id)
      return !at || hasPassed(at.standing, STANDING_EVERY, now)
    },
    forget: id => void kept.delete(id),
    ids: () => kept.keys()
  }
}

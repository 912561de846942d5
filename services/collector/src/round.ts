import { mayCall, probing } from '@huiyin/domain/collecting/backoff.ts'
import { spendingOn } from '@huiyin/ports/spending.ts'
import { type AccountRun, type Ports, stillOurs } from './account-run.ts'
import { budgetsOf, makePlan } from './plan.ts'
import { choose, tasksOf } from './tasks.ts'
import { noteFailure, noteSuccess } from './trouble.ts'
import { saveAccountWatch } from './watch.ts'

const PLAN_HOLDS = 60_000

/**
 * Does what is due for an account, call by call, the most needed first, until nothing is or the platform wants to be
 * left alone; `run.nextAt` then says when to come again. Rejects with LeaseLost, and when our own store or log is away.
 */
export async function round(ports: Ports, run: AccountRun, signal: AbortSignal): Promise<void> {
  const { clock, ledger } = ports
  while (!signal.aborted) {
    stillOurs(ports, run)
    const now = clock.now()
    const { breaker } = run.watch
    if (!mayCall(breaker, now)) {
      run.nextAt = breaker.retryAt
      break
    }
    if (now - run.plan.madeAt >= PLAN_HOLDS) run.plan = makePlan(run, ledger, now)
    const chosen = choose(run, tasksOf(ports, run, now), budgetsOf(run, ledger, now), now)
    if ('nextAt' in chosen) {
      run.nextAt = chosen.nextAt
      break
    }
    const { task } = chosen
    run.watch.breaker = probing(breaker, now)
    try {
      await spendingOn(task.purpose, task.run)
      await noteSuccess(ports, run)
    } catch (error) {
      await noteFailure(ports, run, task, error)
    }
  }
  if (!run.dirty) return
  run.dirty = false
  await saveAccountWatch(ports.records, run.account, run.watch)
}

import { mayCall, probing } from '@huiyin/domain/collecting/backoff.ts'
import { spendingOn } from '@huiyin/ports/spending.ts'
import { type AccountRun, type Ports, stillOurs } from './account-run.ts'
import { tellWait } from './backfill.ts'
import { budgetsOf, makePlan } from './plan.ts'
import { choose, tasksOf } from './tasks.ts'
import { noteFailure, noteSuccess } from './trouble.ts'
import { notAfter, saveAccountWatch } from './watch.ts'

const PLAN_HOLDS = 60_000

/** Whether so long (ms) has passed; also when the clock was put back before the instant. */
export const hasPassed = (since: number, every: number, now: number): boolean => now - since >= every || now < since

/** The clock was put back. */
function putBack(run: AccountRun, now: number): void {
  notAfter(now, run.watch, run.posts.values())
  for (const walk of [...run.walks.values(), ...run.passes.values()]) {
    walk.dueAt = Math.min(walk.dueAt, now)
    walk.startedAt = Math.min(walk.startedAt, now)
  }
  run.waits.clear()
}

/**
 * Does what is due for an account, call by call, the most needed first, until nothing is or the platform wants to be
 * left alone; `run.nextAt` then says when to come again. Rejects with LeaseLost, and when our own store or log is away.
 */
export async function round(ports: Ports, run: AccountRun, signal: AbortSignal): Promise<void> {
  const { clock, ledger } = ports
  while (!signal.aborted) {
    stillOurs(ports, run)
    const now = clock.now()
    if (now < run.at) putBack(run, now)
    run.at = now
    const { breaker } = run.watch
    if (!mayCall(breaker, now)) {
      run.nextAt = breaker.retryAt
      break
    }
    if (hasPassed(run.plan.madeAt, PLAN_HOLDS, now)) run.plan = makePlan(run, ledger, now)
    const chosen = choose(run, tasksOf(ports, run, now), budgetsOf(run, ledger, now), now)
    if ('nextAt' in chosen) {
      run.nextAt = chosen.nextAt
      if ((run.waits.get('coverage') ?? 0) > now) await tellWait(ports, run, 'calls')
      break
    }
    const { task } = chosen
    run.watch.breaker = probing(breaker, now)
    const release = ledger.hold(run.account)
    try {
      await spendingOn(task.purpose, task.run)
      await noteSuccess(ports, run, task)
    } catch (error) {
      await noteFailure(ports, run, task, error)
    } finally {
      release()
    }
  }
  if (!run.dirty) return
  run.dirty = false
  await saveAccountWatch(ports.records, run.account, run.watch)
}

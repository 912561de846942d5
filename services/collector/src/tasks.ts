import { allows, type Budget, nextFree } from '@huiyin/domain/collecting/budget.ts'
import { nextPassAfter } from '@huiyin/domain/collecting/passes.ts'
import type { Purpose } from '@huiyin/schemas/quota.ts'
import type { AccountRun, Ports } from './account-run.ts'
import { AUTHORISATION_EVERY, askAuthorisation } from './authorisation.ts'
import { backfillStep } from './backfill.ts'
import { readInbox, readPosts } from './lists.ts'
import { LOOKS_EVERY, lookAgain } from './looks.ts'
import { listTellsCounts } from './plan.ts'
import { beginWalk, stepThrough } from './walk.ts'
import type { PostWatch } from './watch.ts'

/** One call to the platform that may be due. */
export interface Task {
  purpose: Purpose
  /** ms, UTC. */
  dueAt: number
  /** Where its failures and its next try are kept. */
  watch: { retryAt?: number; failures?: number }
  /** The post that it is about. */
  post?: PostWatch
  run: () => Promise<void>
}

/** What may be asked of an account's platform, each with when it is due. */
export function tasksOf(ports: Ports, run: AccountRun, now: number): Task[] {
  const { capabilities: can } = run.platform
  const posts = can.comments ? [...run.posts.values()].filter(({ gone }) => !gone) : []
  return [...listTasks(ports, run), ...posts.flatMap(watch => postTasks(ports, run, watch, now))]
}

function listTasks(ports: Ports, run: AccountRun): Task[] {
  const { platform, watch, plan } = run
  const { capabilities: can } = platform
  const { inbox, posts, looks } = watch
  const tasks: Task[] = []
  const add = (purpose: Purpose, list: typeof inbox, every: number, work: typeof readInbox) =>
    tasks.push({
      purpose,
      dueAt: dueOf(list, list.more ? 0 : list.readAt + every),
      watch: list,
      run: () => work(ports, run)
    })
  if (can.inbox) add('intake', inbox, plan.inbox, readInbox)
  if (can.posts) add(can.inbox && !listTellsCounts(platform) ? 'coverage' : 'intake', posts, plan.list, readPosts)
  if (can.lookUp > 0) add('engagement', looks, LOOKS_EVERY, lookAgain)
  if (platform.authorisedUntil) add('coverage', watch.authorisation, AUTHORISATION_EVERY, askAuthorisation)
  const { backfill } = run
  if (backfill) {
    const work = () => backfillStep(ports, run)
    tasks.push({ purpose: 'coverage', dueAt: dueOf(backfill.watch, LAST), watch: backfill.watch, run: work })
  }
  return tasks
}

/** Due at once, and behind everything that is due in earnest. */
const LAST = 0

function postTasks(ports: Ports, run: AccountRun, watch: PostWatch, now: number): Task[] {
  const walk = run.walks.get(watch.post)
  const of = { watch, post: watch }
  if (walk) {
    const step = () => stepThrough(ports, run, watch, walk)
    return [{ ...of, purpose: walk.purpose, dueAt: dueOf(watch, walk.dueAt), run: step }]
  }
  const walkThrough = (purpose: Purpose, whole: boolean) => () => {
    const begun = beginWalk(purpose, whole, watch, ports.clock.now())
    run.walks.set(watch.post, begun)
    return stepThrough(ports, run, watch, begun)
  }
  // An inbox misses what does not address the account: the post itself is read when it counts more than we hold.
  const missed = watch.short && watch.total !== watch.walkedTotal && run.platform.capabilities.inbox
  const passAt = isFirst(run, watch) ? Infinity : watch.passedAt + nextPassAfter(now - lastActivity(watch))
  return [
    { ...of, purpose: 'intake', dueAt: dueOf(watch, intakeAt(run, watch)), run: walkThrough('intake', false) },
    { ...of, purpose: 'deletions', dueAt: dueOf(watch, passAt), run: walkThrough('deletions', true) },
    ...(missed
      ? [{ ...of, purpose: 'coverage' as const, dueAt: dueOf(watch, 0), run: walkThrough('coverage', true) }]
      : [])
  ]
}

/** Its first walk for new comments goes through all of it. */
const isFirst = ({ platform }: AccountRun, { readAt }: PostWatch) => !platform.capabilities.inbox && readAt === 0

const dueOf = ({ retryAt = 0 }: Task['watch'], dueAt: number) => Math.max(retryAt, dueAt)

const lastActivity = ({ publishedAt = 0, lastCommentAt = 0, foundAt }: PostWatch) =>
  Math.max(publishedAt, lastCommentAt) || foundAt

/** However often its count moves a post is not asked for more often, in ms. */
const MOVED_AFTER = 1_000
/** A post that is not in the plan yet waits for the next one, in ms. */
const UNPLANNED = 60_000

/** When the post is looked at for new comments: at its pace, and at once when somebody says that there are some. */
function intakeAt({ platform, plan }: AccountRun, watch: PostWatch): number {
  if (watch.hinted) return 0
  if (platform.capabilities.inbox) return Number.POSITIVE_INFINITY
  const moved = watch.total !== undefined && watch.total !== watch.walkedTotal
  if (watch.readAt === 0) return 0
  if (moved && listTellsCounts(platform)) return watch.readAt + MOVED_AFTER
  return watch.readAt + (plan.posts.get(watch.post) ?? UNPLANNED)
}

const RANK: Record<Purpose, number> = { intake: 0, 'read-back': 1, deletions: 2, engagement: 3, coverage: 4 }
/** What the quota did not allow is tried again after so long. */
const SKIPPED_FOR = 15 * 60_000

/** The task to do now, by purpose and then by how long it is due; or when there will be one. */
export function choose(
  run: AccountRun,
  tasks: readonly Task[],
  budgets: readonly Budget[],
  now: number
): { task: Task } | { nextAt: number } {
  const due = tasks.filter(({ dueAt }) => dueAt <= now)
  due.sort((a, b) => RANK[a.purpose] - RANK[b.purpose] || a.dueAt - b.dueAt)
  const later = tasks.filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt)
  for (const task of due) {
    const { purpose } = task
    if (budgets.every(budget => allows(budget, purpose, 1, now))) return { task }
    const free = Math.max(...budgets.map(budget => nextFree(budget, purpose, 1, now)))
    if (purpose === 'intake') later.push(free)
    else later.push(skip(run, task, Math.max(free, now + (free - now < SKIPPED_FOR ? 0 : SKIPPED_FOR)), now))
  }
  return { nextAt: Math.min(...later, now + SKIPPED_FOR) }
}

/** Left out for want of calls, which is shown; not what only waits for the next second. */
function skip(run: AccountRun, { purpose, watch }: Task, until: number, now: number): number {
  if (until - now < 60_000) return until
  const { calls = 0, since = now } = run.skipped.get(purpose) ?? {}
  run.skipped.set(purpose, { calls: calls + 1, since })
  watch.retryAt = Math.min(until, now + SKIPPED_FOR)
  return watch.retryAt
}

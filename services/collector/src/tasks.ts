import { allows, type Budget, nextFree, windowOf } from '@huiyin/domain/collecting/budget.ts'
import { nextPassAfter } from '@huiyin/domain/collecting/passes.ts'
import type { Capabilities } from '@huiyin/schemas/capabilities.ts'
import type { Purpose } from '@huiyin/schemas/quota.ts'
import type { AccountRun, Ports } from './account-run.ts'
import { AUTHORISATION_EVERY, askAuthorisation } from './authorisation.ts'
import { backfillStep } from './backfill.ts'
import { readInbox, readPosts } from './lists.ts'
import { LOOKS_EVERY, lookAgain } from './looks.ts'
import { inboxIsWhole, listTellsCounts } from './plan.ts'
import { beginWalk, stepThrough, type Walk } from './walk.ts'
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
  /** Which interface it asks. */
  needs?: keyof Capabilities
  /** Leaves what it has begun, after a failure. */
  drop?: () => void
  run: () => Promise<void>
}

/** What may be asked of an account's platform, each with when it is due. */
export function tasksOf(ports: Ports, run: AccountRun, now: number): Task[] {
  const { capabilities: can } = run.platform
  const posts = can.comments ? [...run.posts.values()] : []
  return [...listTasks(ports, run, now), ...posts.flatMap(watch => postTasks(ports, run, watch, now))]
}

function listTasks(ports: Ports, run: AccountRun, now: number): Task[] {
  const { platform, watch, plan } = run
  const { capabilities: can } = platform
  const { inbox, posts, looks } = watch
  const tasks: Task[] = []
  const add = (purpose: Purpose, list: typeof inbox, every: number, work: typeof readInbox, needs?: Task['needs']) =>
    tasks.push({
      purpose,
      ...(needs && { needs }),
      dueAt: dueOf(list, list.more ? 0 : list.readAt + every),
      watch: list,
      run: () => work(ports, run)
    })
  if (can.inbox) add('intake', inbox, plan.inbox, readInbox, 'inbox')
  if (can.posts)
    add(can.inbox && !listTellsCounts(platform) ? 'coverage' : 'intake', posts, plan.list, readPosts, 'posts')
  if (can.lookUp > 0) add('engagement', looks, LOOKS_EVERY, lookAgain, 'lookUp')
  if (platform.authorisedUntil) add('coverage', watch.authorisation, AUTHORISATION_EVERY, askAuthorisation)
  const { backfill } = run
  if (backfill) {
    const work = () => backfillStep(ports, run)
    tasks.push({ purpose: 'coverage', dueAt: dueOf(backfill.watch, now), watch: backfill.watch, run: work })
  }
  return tasks
}

/** One that was gone is asked for again so rarely, and so soon when a list shows it again, in ms. */
const GONE_EVERY = 24 * 3_600_000
const BACK_AFTER = 3_600_000

function postTasks(ports: Ports, run: AccountRun, watch: PostWatch, now: number): Task[] {
  const { post, gone, goneAt = 0, back } = watch
  const pages = (purpose: Purpose, under: Map<string, Walk>, tries: Task['watch'], dueAt: number): Task => {
    const walk = under.get(post)
    return {
      purpose: walk?.purpose ?? purpose,
      dueAt: dueOf(tries, walk?.dueAt ?? dueAt),
      watch: tries,
      post: watch,
      needs: 'comments',
      drop: () => under.delete(post),
      run: () => {
        const begun = walk ?? beginWalk(purpose, under === run.passes, watch, ports.clock.now())
        under.set(post, begun)
        return stepThrough(ports, run, watch, begun)
      }
    }
  }
  watch.passing ??= {}
  const pass = (purpose: Purpose, dueAt: number) => pages(purpose, run.passes, watch.passing!, dueAt)
  const age = now - lastActivity(watch)
  const passAfter = nextPassAfter(age)
  if (gone)
    return passAfter < Infinity ? [pass('coverage', dueOf(watch, goneAt + (back ? BACK_AFTER : GONE_EVERY)))] : []
  // An inbox misses what does not address the account: the post itself is read when it counts more than we hold.
  const missed = watch.short && watch.total !== watch.walkedTotal && inboxIsWhole(run.platform)
  const passAt = isFirst(run, watch) ? Infinity : Math.max(watch.passedAt, watch.passTriedAt ?? 0) + passAfter
  const whole = missed && passAt > now ? pass('coverage', dueOf(watch, 0)) : pass('deletions', dueOf(watch, passAt))
  return [pages('intake', run.walks, watch, intakeAt(run, watch)), whole]
}

/** Its first walk for new comments goes through all of it. */
const isFirst = ({ platform }: AccountRun, { readAt }: PostWatch) => !inboxIsWhole(platform) && readAt === 0

const dueOf = ({ retryAt = 0 }: Task['watch'], dueAt: number) => Math.max(retryAt, dueAt)

const lastActivity = ({ publishedAt = 0, lastCommentAt = 0, foundAt }: PostWatch) =>
  Math.max(publishedAt, lastCommentAt) || foundAt

/** However often its count moves a post is not asked for more often, in ms. */
const MOVED_AFTER = 1_000
/** A post that is not in the plan yet waits for the next one, in ms. */
const UNPLANNED = 60_000

/** When the post is looked at for new comments: at its pace, and at once when somebody says that there are some. */
function intakeAt({ platform, plan }: AccountRun, watch: PostWatch): number {
  if (watch.hinted !== undefined) return 0
  if (inboxIsWhole(platform)) return Number.POSITIVE_INFINITY
  const moved = watch.total !== undefined && watch.total !== watch.walkedTotal
  if (watch.readAt === 0) return 0
  if (moved && watch.told) return watch.readAt + MOVED_AFTER
  return watch.readAt + (plan.posts.get(watch.post) ?? UNPLANNED)
}

const RANK: Record<Purpose, number> = { intake: 0, 'read-back': 1, deletions: 2, engagement: 3, coverage: 4 }
/** What the quota did not allow is tried again after so long. */
const SKIPPED_FOR = 15 * 60_000
const SOON = 60_000

/** The task to do now, by purpose and then by how long it is due; or when there will be one. */
export function choose(
  run: AccountRun,
  tasks: readonly Task[],
  budgets: readonly Budget[],
  now: number
): { task: Task } | { nextAt: number } {
  const due = new Map<Purpose, { first: Task; count: number }>()
  let nextAt = now + SKIPPED_FOR
  for (const task of tasks) {
    const { purpose, dueAt } = task
    const found = due.get(purpose)
    if (dueAt > now) nextAt = Math.min(nextAt, dueAt)
    else if (!found) due.set(purpose, { first: task, count: 1 })
    else {
      found.count += 1
      if (dueAt < found.first.dueAt) found.first = task
    }
  }
  for (const [purpose, { first, count }] of [...due].sort(([a], [b]) => RANK[a] - RANK[b])) {
    const waits = run.waits.get(purpose) ?? 0
    if (waits <= now && budgets.every(budget => allows(budget, purpose, 1, now))) return { task: first }
    const free = Math.max(...budgets.map(budget => nextFree(budget, purpose, 1, now)))
    if (waits > now) nextAt = Math.min(nextAt, waits)
    else
      nextAt = Math.min(nextAt, purpose === 'intake' || free - now < SOON ? free : skip(run, purpose, count, free, now))
  }
  return { nextAt }
}

/** Left out for want of calls, which is shown; not what only waits for the next second. */
function skip(run: AccountRun, purpose: Purpose, left: number, free: number, now: number): number {
  const today = windowOf({ per: 'day' }, now).from
  const before = run.skipped.get(purpose)
  const { calls, since } = before && before.since >= today ? before : { calls: 0, since: now }
  run.skipped.set(purpose, { calls: calls + left, since })
  const until = Math.min(free, now + SKIPPED_FOR)
  run.waits.set(purpose, until) // not the post's own next try: what is needed more must not wait with it
  return until
}

import { learn } from '@huiyin/domain/collecting/arrival-rate.ts'
import type { PostPage } from '@huiyin/ports/platform.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Purpose } from '@huiyin/schemas/quota.ts'
import { type AccountRun, type Ports, stillOurs } from './account-run.ts'
import { findDeleted } from './deletions.ts'
import { noteDelays } from './discovery.ts'
import { raiseAbout } from './items.ts'
import { listTellsCounts } from './plan.ts'
import { publish } from './publish.ts'
import { type PostWatch, savePostWatch } from './watch.ts'

/**
 * A walk through the comments of one post from the newest down, a page a step, so that other posts have their turn in
 * between. It ends where everything behind is known, or, when it is `whole`, at the end of the list.
 */
export interface Walk {
  purpose: Purpose
  whole: boolean
  cursor: unknown
  startedAt: number
  /** When its next page is wanted. */
  dueAt: number
  /** What the platform counted when it began. */
  total?: number
  /** Ids of what it met. */
  met: Set<string>
  /** How many comments nobody had seen before. */
  found: number
  /** Replies of some comments were not read again. */
  partial: boolean
  /** Pages in a row that showed nothing that the walk had not met. */
  idle: number
}

/** Some platforms show a comment a while after it was written. */
const SHOWN_LATE = 10 * 60_000
const ENDLESS_AFTER = 3

export const beginWalk = (purpose: Purpose, whole: boolean, { total }: PostWatch, now: number): Walk => ({
  ...(total !== undefined && { total }),
  purpose,
  whole,
  cursor: undefined,
  startedAt: now,
  dueAt: now,
  met: new Set(),
  found: 0,
  partial: false,
  idle: 0
})

/** One page. Rejects with whatever the platform or the log says; what was published stays so. */
export async function stepThrough(ports: Ports, run: AccountRun, watch: PostWatch, walk: Walk): Promise<void> {
  const { account, platform, term } = run
  const { clock, seen } = ports
  const observedAt = clock.now()
  const known = (comment: string) => {
    if (walk.whole) return undefined
    const before = seen.repliesOf(account, watch.post, comment)
    if (before) walk.partial = true
    return before
  }
  const page = await platform.comments!(watch.post, walk.cursor, known)
  stillOurs(ports, run)
  const { observations, first } = await publish(ports, page, { account, observedAt, term })
  noteDelays(run, first, watch.readAt)
  const fresh = observations.filter(({ id }) => !walk.met.has(id))
  for (const { id } of fresh) walk.met.add(id)
  walk.found += first.filter(({ ours }) => !ours).length
  walk.idle = fresh.length === 0 ? walk.idle + 1 : 0
  noteActivity(watch, observations)
  if (page.total !== undefined && !listTellsCounts(platform)) watch.total = page.total // two ways of counting never agree

  const endless = page.more && walk.idle >= ENDLESS_AFTER
  if (page.more && !endless && !nothingBehind(page, watch, walk)) {
    walk.cursor = page.cursor
    walk.dueAt = clock.now()
    return
  }
  run.walks.delete(watch.post)
  if (endless) await raiseAbout(ports, run, 'post.endless', watch)
  await end(ports, run, watch, walk, { complete: !page.more && !walk.partial })
}

/** All behind this page was collected by an earlier walk. */
function nothingBehind({ newestFirst, comments }: PostPage, { mark }: PostWatch, { whole }: Walk): boolean {
  const last = comments.at(-1)
  return !whole && newestFirst && last !== undefined && last.publishedAt < mark - SHOWN_LATE
}

function noteActivity(watch: PostWatch, observations: readonly Observation[]): void {
  for (const { publishedAt, postTitle } of observations) {
    watch.lastCommentAt = Math.max(watch.lastCommentAt ?? 0, publishedAt)
    if (postTitle !== undefined) watch.title ??= postTitle
  }
}

async function end(
  ports: Ports,
  run: AccountRun,
  watch: PostWatch,
  walk: Walk,
  { complete }: { complete: boolean }
): Promise<void> {
  const { startedAt, met, found } = walk
  if (watch.readAt > 0) watch.rate = learn(watch.rate, { comments: found, from: watch.readAt, to: startedAt })
  watch.mark = Math.max(watch.mark, startedAt)
  watch.readAt = startedAt
  const total = walk.total ?? watch.total
  if (total !== undefined) watch.walkedTotal = total
  delete watch.hinted
  delete watch.retryAt
  delete watch.failures
  delete watch.hits
  if (complete) {
    watch.passedAt = startedAt
    watch.missing = await findDeleted(ports, run, watch, { startedAt, seen: met })
  }
  await savePostWatch(ports.records, run.account, watch)
}

import { learn } from '@huiyin/domain/collecting/arrival-rate.ts'
import type { PostPage } from '@huiyin/ports/platform.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Purpose } from '@huiyin/schemas/quota.ts'
import { type AccountRun, type Ports, stillOurs } from './account-run.ts'
import { findDeleted } from './deletions.ts'
import { noteDelays, notePost } from './discovery.ts'
import { raiseAbout, resolveAbout } from './items.ts'
import { publish } from './publish.ts'
import { type PostWatch, savePostWatch, usualPages } from './watch.ts'

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
  /** How many comments of citizens nobody had seen before, and how many of ours too. */
  found: number
  news: number
  /** How many replies the first comments of the threads that it met counted. */
  threads: Map<string, number>
  /** Replies of some comments were not read again. */
  partial: boolean
  pages: number
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
  news: 0,
  threads: new Map(),
  partial: false,
  pages: 0,
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
  for (const { comment, root, replies } of page.comments)
    if (comment === root && replies !== undefined) walk.threads.set(root, replies)
  walk.found += first.filter(({ ours }) => !ours).length
  walk.news += first.length
  walk.idle = fresh.length === 0 ? walk.idle + 1 : 0
  noteActivity(watch, observations)
  walk.pages += 1
  if (page.total !== undefined && walk.pages === 1 && !watch.told) {
    watch.total = page.total // not where a list tells it, for two ways of counting never agree
    walk.total = page.total // nor later pages', which may count only what is below them
  }

  const endless = page.more && walk.idle >= ENDLESS_AFTER
  if (page.more && !endless && !nothingBehind(page, watch, walk)) {
    walk.cursor = page.cursor
    walk.dueAt = clock.now()
    return
  }
  const under = walk === run.passes.get(watch.post) ? run.passes : run.walks
  under.delete(watch.post)
  if (endless) await raiseAbout(ports, run, 'post.endless', watch)
  else seen.readThreads(account, watch.post, walk.threads) // no sooner: a walk broken off has read some of them only
  if (!endless && !page.more) await resolveAbout(ports, run, 'post.endless', watch.post)
  await end(ports, run, watch, walk, { complete: !page.more && !walk.partial })
}

/** All behind this page was collected by an earlier walk: new answers to old comments are not, where they stand there. */
function nothingBehind({ newestFirst, comments }: PostPage, { mark, walkedTotal }: PostWatch, walk: Walk): boolean {
  const last = comments.at(-1)
  const grown = walk.total !== undefined && walkedTotal !== undefined ? walk.total - walkedTotal : 0
  const allMet = walk.news >= grown
  return !walk.whole && allMet && newestFirst && last !== undefined && last.publishedAt < mark - SHOWN_LATE
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
  const newest = startedAt >= watch.readAt // a pass takes long: others may have begun later and ended before
  if (walk.whole) watch.passTriedAt = startedAt
  else watch.pages = usualPages(watch.pages, walk.pages)
  watch.mark = Math.max(watch.mark, startedAt)
  watch.readAt = Math.max(watch.readAt, startedAt)
  const total = walk.total ?? watch.total
  if (total !== undefined && newest) watch.walkedTotal = total
  if (watch.hinted !== undefined && watch.hinted <= startedAt) delete watch.hinted
  if (walk.whole || complete) passesWell(watch)
  delete watch.retryAt
  delete watch.failures
  delete watch.hits
  if (watch.gone) await isBack(ports, run, watch)
  if (complete) {
    watch.passedAt = Math.max(watch.passedAt, startedAt)
    watch.missing = await findDeleted(ports, run, watch, { startedAt, seen: met })
  }
  await savePostWatch(ports.records, run.account, watch)
}

export function passesWell({ passing = {} }: PostWatch): void {
  delete passing.retryAt
  delete passing.failures
}

/** It was gone, and can be read again. */
export async function isBack(ports: Ports, run: AccountRun, watch: PostWatch): Promise<void> {
  delete watch.gone
  delete watch.goneAt
  delete watch.back
  await notePost(ports, run, { id: watch.post, gone: false }, 'poll')
}

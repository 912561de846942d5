import { digest } from '@huiyin/domain/ids.ts'
import { changeBackfill } from '@huiyin/ports/backfills.ts'
import { isAway } from '@huiyin/ports/patience.ts'
import type { CommentPage } from '@huiyin/ports/platform.ts'
import { PostGone } from '@huiyin/ports/platform.ts'
import type { Backfill, BackfillWait } from '@huiyin/schemas/backfill.ts'
import { type AccountRun, type Ports, stillOurs } from './account-run.ts'
import { watchPostsOf } from './discovery.ts'
import { publish } from './publish.ts'

/**
 * Reads again what was written in the days gone by: the inbox down to the instant, then every watched post. A page a
 * step and behind all that is due now; no page is asked for while so many comments wait to be classified that a live
 * one would queue behind them.
 */
const IN_FLIGHT = 5_000
/** How long it waits then, in ms. */
export const WAITS = 5_000

/** So often in a row a post cannot be read, while the account can, before the others go on without it. */
const LEFT_AFTER = 5
/** So many pages in a row that show nothing new to this walk are no list any more. */
const ENDLESS_AFTER = 3

export async function backfillStep(ports: Ports, run: AccountRun): Promise<void> {
  const job = run.backfill
  if (!job) return
  await step(ports, run, job)
  delete job.watch.failures // what failed before has worked now
}

async function step(ports: Ports, run: AccountRun, job: NonNullable<AccountRun['backfill']>): Promise<void> {
  if ((await ports.log.lag('classifier')) > IN_FLIGHT) {
    job.watch.retryAt = ports.clock.now() + WAITS
    return tellWait(ports, run, 'classifier')
  }
  const { capabilities: can } = run.platform
  const { value } = job
  if (value.phase === 'inbox') {
    if (can.inbox) return inboxStep(ports, run, value)
    return keep(ports, run, next => beginPosts(run, next))
  }
  if (value.left?.length && can.comments) return postStep(ports, run, value, value.left[0]!)
  await keep(ports, run, next => ({ ...next, state: 'done', doneAt: ports.clock.now() }))
}

/** Shows why it does not move; that it moves again is shown with its next page. */
export async function tellWait(ports: Ports, run: AccountRun, waits: BackfillWait): Promise<void> {
  if (run.backfill && run.backfill.value.waits !== waits) await keep(ports, run, job => ({ ...job, waits }))
}

async function inboxStep(ports: Ports, run: AccountRun, { cursor, from }: Backfill): Promise<void> {
  const page = await run.platform.inbox!(cursor)
  const tally = await take(ports, run, page)
  const ended = !page.more || behind(page, from) || stands(page, cursor) || isEndless(run, page)
  await keep(ports, run, next =>
    ended ? beginPosts(run, count(next, tally)) : { ...count(next, tally), cursor: page.cursor }
  )
}

async function postStep(ports: Ports, run: AccountRun, { cursor, from }: Backfill, post: string): Promise<void> {
  const page = await run.platform.comments!(post, cursor, () => undefined).catch(error => {
    if (error instanceof PostGone || (!isAway(error) && isHopeless(run, ports.clock.now()))) return undefined
    throw error
  })
  const tally = page ? await take(ports, run, page) : { comments: 0, found: 0 }
  const ended = !page?.more || (page.newestFirst && behind(page, from)) || stands(page, cursor) || isEndless(run, page)
  await keep(ports, run, next => {
    const counted = count(next, tally)
    if (!ended) return { ...counted, cursor: page!.cursor }
    const { cursor: _, ...rest } = counted
    const { progress } = rest
    return { ...rest, left: rest.left?.slice(1) ?? [], progress: { ...progress, posts: progress.posts + 1 } }
  })
}

async function take(ports: Ports, run: AccountRun, page: CommentPage) {
  const { value } = run.backfill!
  const { account, term } = run
  stillOurs(ports, run)
  const comments = page.comments.filter(({ publishedAt }) => publishedAt >= value.from)
  const under = { account, observedAt: ports.clock.now(), term, ...(value.history && { history: true }) }
  const { observations, first } = await publish(ports, { ...page, comments }, under)
  await watchPostsOf(ports, run, observations)
  return { comments: observations.length, found: first.length }
}

/** All that comes after this page is older than what is asked for. */
const behind = ({ comments }: CommentPage, from: number) =>
  comments.length > 0 && comments.every(({ publishedAt }) => publishedAt < from)

function isEndless({ backfill }: AccountRun, { comments }: CommentPage): boolean {
  if (!backfill) return true
  const { met } = backfill
  const before = met.size
  for (const { post, comment } of comments) met.add(digest(`${post} ${comment}`))
  backfill.idle = met.size === before ? backfill.idle + 1 : 0
  return backfill.idle >= ENDLESS_AFTER
}

function isHopeless({ backfill, readAt = 0 }: AccountRun, now: number): boolean {
  if (!backfill) return false
  const { failures = 0, failedAt = now } = backfill.watch
  backfill.watch.failedAt = now
  return failures >= LEFT_AFTER && readAt > failedAt
}

const stands = ({ cursor }: CommentPage, before: unknown) => JSON.stringify(cursor) === JSON.stringify(before)

function beginPosts(run: AccountRun, { cursor: _, ...job }: Backfill): Backfill {
  const left = [...run.posts.values()]
    .filter(
      ({ gone, publishedAt, lastCommentAt }) =>
        !gone && Math.max(publishedAt ?? job.from, lastCommentAt ?? 0) >= job.from
    )
    .map(({ post }) => post)
  return { ...job, phase: 'posts', left, progress: { ...job.progress, ofPosts: left.length } }
}

const count = (job: Backfill, { comments, found }: { comments: number; found: number }): Backfill => {
  const { progress } = job
  return {
    ...job,
    progress: {
      ...progress,
      pages: progress.pages + 1,
      comments: progress.comments + comments,
      found: progress.found + found
    }
  }
}

/** What a person has changed meanwhile stays: paused is paused, begun anew is begun anew. */
async function keep({ records }: Ports, run: AccountRun, change: (job: Backfill) => Backfill): Promise<void> {
  const { askedAt } = run.backfill!.value
  const value = await changeBackfill(records, run.account, ({ waits: _, ...job }) =>
    job.askedAt !== askedAt || job.state !== 'running' ? undefined : change(job)
  )
  const { backfill } = run
  if (!backfill) return
  if (value?.state !== 'running') return dropBackfill(run)
  const { phase, left = [] } = backfill.value
  if (value.phase !== phase || value.left?.length !== left.length) {
    backfill.met.clear()
    backfill.idle = 0
  }
  backfill.value = value
}

/** It has ended, or a person paused it: its trouble has, too. */
export function dropBackfill(run: AccountRun): void {
  delete run.backfill?.watch.failures
  delete run.backfill
}

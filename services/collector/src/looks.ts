import { nextLookAfter } from '@huiyin/domain/collecting/engagement.ts'
import type { CommentRef, StoredComment } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { AccountRun, Ports } from './account-run.ts'
import { lookUpEach, publishGone } from './deletions.ts'

/** So many open tickets of an account, the newest, have their comments looked at again. */
const TICKETS = 500
/** So often the tickets are asked for. */
export const LOOKS_EVERY = 5 * 60_000

/**
 * Looks again at the comments of open tickets, the more rarely the older they are: their likes and replies, and whether
 * they are still there. One look-up's worth a step.
 */
export async function lookAgain(ports: Ports, run: AccountRun): Promise<void> {
  const { watch, platform } = run
  const now = ports.clock.now()
  const wanted = await wantedNow(ports, run, now)
  const batch = wanted.slice(0, platform.capabilities.lookUp)
  if (batch.length > 0) {
    const stored = await ports.comments.getMany(batch)
    const there = stored.flatMap(one => (one?.document.state === 'visible' ? [one.document] : []))
    const found = await lookUpEach(ports, run, there)
    const gone = found.flatMap((one, i): StoredComment[] => (one.outcome === 'gone' ? [there[i]!] : []))
    await publishGone(ports, run, gone)
    for (const { id } of batch) watch.lookedAt[id] = now
    run.dirty = true
  }
  watch.looks.readAt = now
  watch.looks.more = wanted.length > batch.length
  delete watch.looks.retryAt
  delete watch.looks.failures
}

async function wantedNow({ tickets }: Ports, { account, watch }: AccountRun, now: number): Promise<CommentRef[]> {
  const { rows } = await tickets.search({
    platform: [account.platform],
    account: [account.id],
    status: ['open', 'handling'],
    sort: 'newest',
    atMost: TICKETS
  })
  const refs = rows.flatMap(commentsOf)
  const alive = new Set(refs.map(({ id }) => id))
  watch.lookedAt = Object.fromEntries(Object.entries(watch.lookedAt).filter(([id]) => alive.has(id)))
  return refs.filter(({ id, publishedAt }) => {
    const last = watch.lookedAt[id] ?? publishedAt
    return now - last >= nextLookAfter(now - publishedAt)
  })
}

/** The newest comment that waits for an answer stands for its ticket. */
const commentsOf = ({ owed }: Ticket): CommentRef[] =>
  owed.slice(-1).map(({ comment, publishedAt }) => ({ id: comment, publishedAt }))

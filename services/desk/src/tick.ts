import { addressee } from '@huiyin/domain/addressing.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { digest } from '@huiyin/domain/ids.ts'
import { type Addressed, act, actOnEach, type Desk, publishBehind } from '@huiyin/ports/act.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { DESK } from './run.ts'

const AT_MOST = 200
const THREADS = 500
/** Comments that wait go before threads that were read once; but for so long, in ms, until the next time that threads are read. */
const LATEST = 30_000
/** While comments wait, threads are read so often, in ms, and more of them: each time the store has to bring its lists up to date. */
const TOGETHER = 5_000
const THREADS_TOGETHER = 1_000
const SWEEP_AFTER = 10_000
const THREAD = 500

export type TickPorts = {
  desk: Desk
  comments: Comments
  logger?: Logger
  /** Whether comments are waiting: they go before what was said earlier. */
  isBusy?: () => Promise<boolean>
}

const never = async () => false

/** What is due at the desk: threads to be read again, and events that could not be published. */
export async function tick(ports: TickPorts, now: number): Promise<void> {
  await lookBack(ports, now)
  await sweep(ports, now)
}

/**
 * Delivers to each ticket what its thread held before it was opened, our own replies too: a page of tickets over one
 * read of each thread.
 */
async function lookBack({ desk, comments, logger, isBusy = never }: TickPorts, now: number): Promise<void> {
  const isWaiting = await isBusy()
  if (isWaiting && now % TOGETHER >= 1_000) return
  const ids = await desk.tickets.due(
    'lookBackAt',
    isWaiting ? now - LATEST : now,
    isWaiting ? THREADS_TOGETHER : THREADS
  )
  if (ids.length === 0) return
  const found = await desk.tickets.getMany(ids)
  const due = found.flatMap(one => (one && (one.document.lookBackAt ?? Infinity) <= now ? [one.document] : []))
  const keys = new Set(due.map(({ key }) => key))
  const threads = new Map(
    await Promise.all(Array.from(keys, async key => [key, await comments.thread(key, THREAD)] as const))
  )
  const batch = due.flatMap((ticket): Addressed[] => [
    ...unmet(ticket, threads.get(ticket.key)!),
    { id: ticket.id, command: { type: 'looked.back', actor: DESK } }
  ])
  const { tickets, refused } = await actOnEach(desk, batch, now)
  for (const ticket of tickets) publishBehind(desk, ticket)
  for (const { reason } of refused) logger?.error({ reason }, 'the store refused what was read back of a thread')
}

function unmet({ id, met }: Ticket, thread: readonly StoredComment[]): Addressed[] {
  return thread
    .filter(seen => met[digest(seen.id)] === undefined && addressee(seen, thread) === id && seen.state !== 'erased')
    .map(({ firstText, firstObservedAt, classification, state, ...observation }) => ({
      id,
      command: commentArrived(DESK, { ...observation, deleted: state === 'deleted' }, classification)
    }))
}

/** Publishes what an act carried when the log was away. */
async function sweep({ desk }: Pick<TickPorts, 'desk'>, now: number): Promise<void> {
  for (const id of await desk.tickets.due('unpublishedSince', now - SWEEP_AFTER, AT_MOST)) {
    const ticket = (await desk.tickets.get(id))?.document
    const last = ticket?.unpublished.at(-1)
    if (!ticket || !last) continue
    await desk.publisher.publish([ticket])
    await act(desk, id, { type: 'published', actor: DESK, through: last.n })
  }
}

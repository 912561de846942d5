import { addressee } from '@huiyin/domain/addressing.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { digest } from '@huiyin/domain/ids.ts'
import { act, type Desk } from '@huiyin/ports/act.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import { DESK } from './run.ts'

const AT_MOST = 200
const SWEEP_AFTER = 10_000
const THREAD = 500

type TickPorts = { desk: Desk; comments: Comments }

/** What is due at the desk: threads to be read again, and events that could not be published. */
export async function tick(ports: TickPorts, now: number): Promise<void> {
  await lookBack(ports, now)
  await sweep(ports, now)
}

/** Delivers to each ticket what its thread held before it was opened, our own replies too. */
async function lookBack({ desk, comments }: TickPorts, now: number): Promise<void> {
  for (const id of await desk.tickets.due('lookBackAt', now, AT_MOST)) {
    const ticket = (await desk.tickets.get(id))?.document
    if (ticket?.lookBackAt === undefined || ticket.lookBackAt > now) continue
    const thread = await comments.thread(ticket.key, THREAD)
    for (const seen of thread) {
      const { firstText, firstObservedAt, classification, state, ...observation } = seen
      if (ticket.met[digest(seen.id)] !== undefined || addressee(seen, thread) !== id || state === 'erased') continue
      await act(desk, id, commentArrived(DESK, { ...observation, deleted: state === 'deleted' }, classification))
    }
    await act(desk, id, { type: 'looked.back', actor: DESK })
  }
}

/** Publishes what an act carried when the log was away. */
async function sweep({ desk }: TickPorts, now: number): Promise<void> {
  for (const id of await desk.tickets.due('unpublishedSince', now - SWEEP_AFTER, AT_MOST)) {
    const ticket = (await desk.tickets.get(id))?.document
    const last = ticket?.unpublished.at(-1)
    if (!ticket || !last) continue
    await desk.publisher.publish([ticket])
    await act(desk, id, { type: 'published', actor: DESK, through: last.n })
  }
}

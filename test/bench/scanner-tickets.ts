import { commentArrived } from '@huiyin/domain/commands.ts'
import { commentId, threadKey, ticketId, ticketNumber } from '@huiyin/domain/ids.ts'
import { actOnEach, type Desk } from '@huiyin/ports/act.ts'
import { comment } from '@huiyin/ports/contracts/fixtures.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

const DESK = system('desk')

/** A comment that opens a ticket: the `n`-th of its kind, by a citizen of its own. */
export interface Opening {
  n: number
  urgent: boolean
  /** When it was published (ms, UTC). */
  at: number
}

const nativeOf = (n: number) => {
  const id = String(4_900_000_000_000_000 + n)
  return { platform: 'weibo', account: '1001', post: `p${n % 500}`, root: id, comment: id } as const
}

const authorOf = (n: number) => ({ id: `u${n}`, name: `网友${n}` })

/** Opens tickets as the desk does: decided, put, and their events published. */
export async function opened(desk: Desk, openings: readonly Opening[]): Promise<Ticket[]> {
  const { tickets, refused } = await actOnEach(desk, openings.map(arrived))
  if (refused.length > 0) throw new Error(`The store refused a ticket: ${refused[0]!.reason}`)
  await desk.publisher.publish(tickets)
  return tickets
}

function arrived({ n, urgent, at }: Opening) {
  const text = urgent ? '燃气漏了，楼道里全是味道，快来人' : '路灯坏了三天没人修，晚上走路看不见'
  const seen = comment({ ...nativeOf(n), author: authorOf(n), text, publishedAt: at, observedAt: at })
  const { firstText, firstObservedAt, state, classification, ...observation } = seen
  const judged = { ...classification!, label: 'complaint', urgent } as const
  return { id: ticketId(observation), command: commentArrived(DESK, observation, judged) }
}

const SPREAD = 4 * 3_600_000

/** The same ticket for another citizen in another thread, due at a moment of its own, with its events published. */
export function another(like: Ticket, n: number): Ticket {
  const native = nativeOf(n)
  const id = ticketId({ ...native, author: authorOf(n) })
  const its = commentId(native)
  return {
    ...like,
    id,
    key: threadKey(native),
    number: ticketNumber(id),
    post: native.post,
    root: native.root,
    citizen: authorOf(n),
    turns: like.turns.map(turn => ({ ...turn, comment: its })),
    owed: like.owed.map(owed => ({ ...owed, comment: its, native: native.comment })),
    unpublished: [],
    nextDueAt: like.nextDueAt! + ((n * 7919) % SPREAD)
  }
}

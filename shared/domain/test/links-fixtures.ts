import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Command } from '../src/commands.ts'
import { decide } from '../src/decide.ts'
import { commentId, threadKey, ticketId } from '../src/ids.ts'
import { mergeTicket, splitTicket } from '../src/links/commands.ts'
import { linkEnd } from '../src/links/elder.ts'
import { absorbedNews, repliedNews } from '../src/links/news.ts'
import { DEFAULT_RULES } from '../src/rules.ts'
import { OUTGOING_WAIT } from '../src/undo/outgoing.ts'
import { arrived, DESK, judged, LI, MINUTE, said } from './fixtures.ts'

const AUTHOR = { id: 'wang', name: '王强', role: 'operator' }

export function at(ticket: Ticket | undefined, now: number, ...commands: readonly Command[]): Ticket {
  let next = ticket
  for (const command of commands) {
    const id = command.type === 'comment.arrived' ? ticketId(command.observation) : (next?.id ?? '')
    next = decide(next, command, { id, now, rules: DEFAULT_RULES }).ticket
  }
  return next!
}

/** A citizen's comment as the root of a thread of its own, or further down in it. */
export function spoken(root: string, publishedAt: number, comment = root) {
  const thread = { platform: 'weibo', account: '1900000001', post: '7', root } as const
  const ids = { id: commentId({ ...thread, comment }), key: threadKey(thread), root, comment }
  return said(`${root} 的 ${comment}`, publishedAt, { ...ids, author: { id: `citizen-${root}` } })
}

/** The ticket of a thread, opened a minute after its root was written. */
export const opened = (root: string, publishedAt: number, of: Classification = judged()): Ticket =>
  at(undefined, publishedAt + MINUTE, arrived(spoken(root, publishedAt), of))

export const idOf = (root: string, comment = root) => spoken(root, 0, comment).id

export const merging = (younger: Ticket, elder: Ticket, id = 'merge'): Command =>
  mergeTicket({ actor: LI, id, seen: younger.lastTurn, into: linkEnd(elder) })

export const splitting = (younger: Ticket, id = 'split'): Command =>
  splitTicket({ actor: LI, id, seen: younger.lastTurn, reason: '不是同一件事' })

export const told = (younger: Ticket): Command => absorbedNews(younger, DESK)

/** Both after the younger has joined, and the elder has heard of it. */
export function joined(elder: Ticket, younger: Ticket, now: number): { elder: Ticket; younger: Ticket } {
  const merged = at(younger, now, merging(younger, elder))
  return { elder: at(elder, now, told(merged)), younger: merged }
}

/** A final reply that is public at `acceptedAt`, to all that are owed. */
export function answered(ticket: Ticket, acceptedAt: number, text = '路灯已经修好。'): Ticket {
  const drafted = at(ticket, acceptedAt - MINUTE, draftOf(ticket, text))
  return confirmed(drafted, drafted.replies.at(-1)!, acceptedAt)
}

const draftOf = (ticket: Ticket, text: string): Command => ({
  type: 'reply.draft',
  actor: AUTHOR,
  id: `draft-${ticket.n}`,
  seen: ticket.lastTurn,
  text
})

/** Reviewed where it is not yet, so long before that it may leave; claimed, sent and read back. */
export function confirmed(ticket: Ticket, { id, hash, state }: Reply, acceptedAt: number): Ticket {
  const reviewed: Command[] =
    state === 'drafted' ? [{ type: 'reply.review', actor: LI, id: `review-${id}`, reply: id, hash }] : []
  const sent: Command[] = [
    { type: 'reply.sending', actor: DESK, reply: id, hash, token: 'token' },
    { type: 'reply.confirmed', actor: DESK, reply: id, acceptedAt }
  ]
  return at(at(ticket, acceptedAt - OUTGOING_WAIT, ...reviewed), acceptedAt, ...sent)
}

/** What the elder's last reply is to those who joined it. */
export const passedOn = (elder: Ticket): Command => repliedNews(elder, elder.replies.at(-1)!, DESK)

export const running = ({ clocks }: Ticket) => clocks.filter(({ stoppedAt }) => stoppedAt === undefined)
export const owedOf = ({ owed }: Ticket) => owed.map(({ comment }) => comment).sort()

import type { Reply, ReplyWatch, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import type { ReplyOf } from './commands.ts'
import { isGivingWay, updateReply } from './standing.ts'
import { removed } from './taken-down.ts'

/**
 * A confirmed reply is looked for so long after its confirmation (R5). Not found, it is looked for again, and is gone
 * when two looks at least ten minutes apart with none in between that found it say so.
 */
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const LOOKS = [10 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY]
const BELIEVED_AFTER = 10 * MINUTE
const KEPT = 10

/** When one that was confirmed at this instant (UTC in ms) is looked for first. */
export const firstLook = (confirmedAt: number): number => confirmedAt + LOOKS[0]!

const lookAfter = (confirmedAt: number, at: number) =>
  LOOKS.map(after => confirmedAt + after).find(instant => instant > at)

/** When it is looked for next; undefined: nobody does. */
export const watchedAt = (ticket: Ticket, reply: Reply): number | undefined =>
  reply.state === 'confirmed' && !isGivingWay(ticket, reply) ? reply.watch?.nextAt : undefined

/** What a look has found. That the comment is gone says nothing of the reply; it is looked for again as planned. */
export function looked(draft: Draft, reply: Reply, { lookedAt, found }: ReplyOf<'reply.looked'>): void {
  const { watch, confirmedAt } = reply
  if (reply.state !== 'confirmed' || !watch || confirmedAt === undefined) return
  const { seenAt, absent = [] } = watch
  if (lookedAt <= (seenAt ?? confirmedAt)) return
  if (found === 'absent') return missed(draft, reply, lookedAt)
  const later = absent.filter(at => at > lookedAt)
  const nextAt = later.length > 0 ? later.at(-1)! + BELIEVED_AFTER : lookAfter(confirmedAt, lookedAt)
  keep(draft, reply, {
    seenAt: found === 'there' ? lookedAt : seenAt,
    absent: later,
    nextAt
  })
}

function missed(draft: Draft, reply: Reply, lookedAt: number): void {
  const before = reply.watch?.absent ?? []
  if (before.includes(lookedAt) || isGivingWay(draft.ticket, reply)) return
  const absent = [...before, lookedAt].sort((a, b) => a - b).slice(-KEPT)
  tell(draft, 'reply.absent', { reply: reply.id, times: absent.length, watched: true })
  const last = absent.at(-1)!
  if (last - absent[0]! >= BELIEVED_AFTER) removed(draft, reply)
  else keep(draft, reply, { seenAt: reply.watch?.seenAt, absent, nextAt: last + BELIEVED_AFTER })
}

type Kept = { [K in keyof ReplyWatch]: ReplyWatch[K] | undefined }

function keep(draft: Draft, reply: Reply, { nextAt, seenAt, absent = [] }: Kept): void {
  const watch: ReplyWatch = {
    ...(nextAt !== undefined && { nextAt }),
    ...(seenAt !== undefined && { seenAt }),
    ...(absent.length > 0 && { absent })
  }
  updateReply(draft, { ...reply, watch })
}

import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

/**
 * The figures again, by another hand: plain loops over all documents, days by the calendar of the platform's Intl, no
 * import of the house but types.
 */
export type Plain = Record<string, number>

const DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
const dayOf = (at: number) => DATE.format(at)

type Documents = { comments: readonly StoredComment[]; tickets: readonly Ticket[]; posts: readonly Post[] }

/** `first` and `last` are days such as 2025-07-01, both inclusive. */
export function plainCount({ comments, tickets, posts }: Documents, first: string, last: string, asOf: number): Plain {
  const out: Plain = {}
  const during = (at: number | undefined) => at !== undefined && dayOf(at) >= first && dayOf(at) <= last
  const more = (name: string, by = 1) => {
    out[name] = (out[name] ?? 0) + by
  }
  for (const { publishedAt, ours, platform, account, classification } of comments) {
    if (!during(publishedAt)) continue
    if (ours) {
      more('own-comments')
      continue
    }
    more('comments')
    more(`comments day ${dayOf(publishedAt)}`)
    more(`comments account ${platform}/${account}`)
    if (!classification) continue
    more(`comments label ${classification.label}`)
    more(`comments sentiment ${classification.sentiment.name}`)
    more(`comments level ${classification.risk.level}`)
  }
  for (const { publishedAt, foundAt, counts } of posts) {
    if (!during(publishedAt ?? foundAt)) continue
    more('posts')
    more('reads', counts?.reads ?? 0)
    more('likes', counts?.likes ?? 0)
  }
  const times: number[] = []
  for (const ticket of tickets) countTicket(ticket, { during, more, times, asOf })
  times.sort((a, b) => a - b)
  if (times.length > 0) {
    out['reply-median'] = times[Math.ceil(times.length * 0.5) - 1]!
    out['reply-p90'] = times[Math.ceil(times.length * 0.9) - 1]!
  }
  return out
}

type Counting = {
  during: (at: number | undefined) => boolean
  more: (name: string, by?: number) => void
  times: number[]
  asOf: number
}

function countTicket(ticket: Ticket, { during, more, times, asOf }: Counting): void {
  for (const [i, cycle] of ticket.cycles.entries()) {
    const fresh = cycle.n === 1 || cycle.newCase
    if (during(cycle.openedAt) && ticket.status !== 'merged') {
      more(fresh ? 'cases' : 'reopened')
      if (fresh && ticket.urgent) more('urgent')
      if (fresh && ticket.department) more(`cases department ${ticket.department}`)
    }
    if (during(cycle.closedAt)) {
      if (cycle.how === 'dismissed') more('dismissed')
      else if (cycle.how !== 'merged' && cycle.how !== 'deleted') more('closed')
    }
    if (cycle.satisfaction && during(cycle.satisfaction.at)) {
      more('rated')
      more('rating', cycle.satisfaction.score)
    }
    if (i > 100) throw new Error('There cannot be so many')
  }
  for (const dispatch of ticket.dispatches) {
    if (during(dispatch.dispatchedAt)) more('dispatches')
    if (during(dispatch.dispatchedAt)) more(`dispatches department ${dispatch.department}`)
    if (dispatch.state === 'bounced' && during(dispatch.bounce?.at)) more('bounced')
  }
  for (const clock of ticket.clocks) {
    if (!during(clock.dueAt)) continue
    const { outcome, stoppedAt, dueAt } = clock
    const name = clock.kind === 'leg' ? clock.stage! : clock.kind
    const isAnswer = name === 'first' || name === 'next'
    if (outcome === 'cancelled' || outcome === 'superseded' || outcome === 'merged') continue
    const open = stoppedAt === undefined
    if (open && asOf <= dueAt) continue
    if (outcome === 'void' || (open && clock.bornLate)) {
      if (isAnswer) more('late-before-known')
      continue
    }
    const onTime = !open && stoppedAt <= dueAt
    if (isAnswer) {
      more('owed')
      more(`owed account ${ticket.platform}/${ticket.account}`)
      more(open ? 'unanswered' : 'answered')
      if (!open) more(onTime ? 'answered-on-time' : 'answered-late')
      if (!open && name === 'first') times.push(stoppedAt - clock.startedAt)
    }
    const names = { close: 'closed-on-time', sign: 'signed-on-time', handle: 'handled-on-time' } as const
    if (name === 'close' || name === 'sign' || name === 'handle') {
      more(`${name}-owed`)
      if (onTime) more(names[name])
      if (name === 'handle' && !open) more('handled')
    }
  }
}

import type { Heard, Owed, Ticket } from '@huiyin/schemas/ticket.ts'
import { owedSince } from '../clocks/plan.ts'
import { reopenCase } from '../cycle.ts'
import { type Draft, tell } from '../draft.ts'
import { raiseNeed } from '../needs.ts'
import { pullBack } from '../replies/lock.ts'
import type { LinkOf } from './commands.ts'
import { followClose, followGone, followJoined } from './follow.ts'
import { isOld, marksOf, takeOwed } from './heard.ts'

/**
 * How the elder stands by those who joined it. It owes what they owe, each by its own time (R26); an answer counts
 * when it is confirmed on the ticket of its citizen (R27). An elder that is merged itself keeps no clocks and passes
 * on what it hears as its own.
 */

type News = LinkOf<'ticket.absorbed'>

/** The younger tells how it stands, at the merge and whenever what it owes has changed. */
export function absorb(draft: Draft, news: News): void {
  const { ticket } = draft
  const { from, number, owed } = news
  if (isOld(ticket, news)) return
  const before = ticket.heard?.[from]
  const first = before?.owed === undefined
  const { fresh, gone } = takeOwed(ticket, from, owed, heardNow(draft, news))
  if (!first && fresh.length === 0 && gone.length === 0) return
  ticket.absorbed = [...new Set([...(ticket.absorbed ?? []), from])]
  tell(draft, 'ticket.absorbed', { from, number, owed: owed.length })
  if (ticket.status === 'merged') return passOn(draft, news, gone)
  goOnForBoth(draft, news, { fresh, first })
  followGone(draft, { gone, at: answeredAt(news, gone), dueAt: before?.dueAt })
}

function heardNow({ ticket }: Draft, { from, n, owed, answer }: News): Heard {
  const { related, answered } = ticket.heard?.[from] ?? {}
  return {
    n,
    owed: marksOf(owed),
    ...(answer && { dueAt: answer.dueAt }),
    ...(related !== undefined && { related }),
    ...(answered && { answered })
  }
}

/** When the last of them was answered; undefined when none was. */
function answeredAt(news: News, gone: readonly Owed[]): number | undefined {
  const instants = gone.flatMap(({ comment }) => news.answered[comment] ?? [])
  return instants.length > 0 ? Math.max(...instants) : undefined
}

/** What the elder's elder has to know of those who are not owed any more. */
function passOn({ ticket }: Draft, { from, answered }: News, gone: readonly Owed[]): void {
  const heard = ticket.heard![from]!
  const known = gone.flatMap(({ comment }) => (answered[comment] === undefined ? [] : [[comment, answered[comment]]]))
  if (known.length === 0) return
  ticket.heard = {
    ...ticket.heard,
    [from]: { ...heard, answered: { ...heard.answered, ...Object.fromEntries(known) } }
  }
}

type Joined = { fresh: readonly Owed[]; first: boolean }

function goOnForBoth(draft: Draft, news: News, { fresh, first }: Joined): void {
  const { ticket, now } = draft
  const { answer, close, unfinished, urgent, lock } = news
  if ((first && urgent && owesMore(news)) || fresh.some(({ urgent }) => urgent)) raise(draft)
  if (lock && (first || isNewer(ticket, lock))) lockToo(draft, lock)
  if (fresh.length > 0) reopenCase(draft, Math.min(...fresh.map(owedSince)), 'absorbed')
  else if (first && unfinished && ticket.status !== 'open' && ticket.status !== 'handling') {
    reopenCase(draft, now, 'absorbed')
    ticket.status = 'handling'
  }
  followJoined(draft, { fresh, first, ...(answer && { answer }), ...(close && { close }) })
  if (first && unfinished && fresh.length === 0) followClose(draft, close)
}

const owesMore = ({ owed, unfinished }: News) => owed.length > 0 || unfinished

function raise(draft: Draft): void {
  const { ticket } = draft
  if (ticket.urgent) return
  ticket.urgent = true
  const { score, level } = ticket.risk
  tell(draft, 'ticket.scored', { score, level, wasLevel: level, urgent: true })
}

type Lock = NonNullable<News['lock']>

const isNewer = ({ lock }: Ticket, { since }: Lock) => since > (lock?.released?.at ?? -1)

/** What was reported upward there, and not released, holds back what is said here for both. */
function lockToo(draft: Draft, { why }: Lock): void {
  const { ticket, now } = draft
  if (ticket.lock && !ticket.lock.released) return
  ticket.lock = { since: now, why }
  const event = tell(draft, 'ticket.locked', { why, level: ticket.risk.level })
  pullBack(draft)
  raiseNeed(draft, { subject: 'lock', event, kind: 'reported-upward', urgent: true })
}

/** The younger goes on alone: the elder owes nothing of it any more. */
export function part(draft: Draft, { from, n }: LinkOf<'ticket.parted'>): void {
  const { ticket } = draft
  if (isOld(ticket, { from, n })) return
  const before = ticket.heard?.[from]
  const related = before?.related === undefined ? {} : { related: before.related }
  const { gone } = takeOwed(ticket, from, [], { n, ...related })
  if (before?.owed === undefined) return
  ticket.absorbed = ticket.absorbed?.filter(id => id !== from) ?? []
  tell(draft, 'ticket.parted', { from, owed: gone.length })
  if (ticket.status !== 'merged') followGone(draft, { gone, at: undefined, dueAt: before.dueAt })
}

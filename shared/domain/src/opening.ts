import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import type { ReviewWhy, Ticket } from '@huiyin/schemas/ticket.ts'
import type { Draft } from './draft.ts'
import { tell } from './draft.ts'
import { ticketNumber } from './ids.ts'

const MINUTE = 60_000
const LOOK_BACK_AFTER = 5_000

/** Urgent: danger now, whatever the sum; or risk at orange or above. */
export const isUrgent = ({ urgent, risk }: Classification) => urgent || risk.level === 'orange' || risk.level === 'red'

/** The citizen wants something of us, or it cannot wait: it gets a clock (R3). */
export const needsAnswer = (of: Classification) => of.label !== 'other' || isUrgent(of)

/** A ticket that has met nothing yet: the comment that opens it is its first turn. */
export function openTicket(id: string, seen: Observation, of: Classification, now: number): Ticket {
  return {
    id,
    key: seen.key,
    number: ticketNumber(id),
    platform: seen.platform,
    account: seen.account,
    post: seen.post,
    root: seen.root,
    ...(seen.postTitle !== undefined && { postTitle: seen.postTitle }),
    ...(seen.link !== undefined && { link: seen.link }),
    citizen: {
      ...(seen.author.id !== undefined && { id: seen.author.id }),
      ...(seen.author.name !== undefined && { name: seen.author.name })
    },
    status: 'open',
    review: false,
    openedAt: seen.publishedAt,
    bornAt: now,
    label: of.label,
    confidence: of.confidence,
    sentiment: of.sentiment.name,
    urgent: isUrgent(of),
    risk: { score: of.risk.score, level: of.risk.level, reasons: of.risk.reasons.map(({ code }) => code) },
    scores: {},
    words: '',
    turns: [],
    lastTurn: 0,
    owed: [],
    met: {},
    clocks: [],
    cycles: [{ n: 1, openedAt: seen.publishedAt }],
    dispatches: [],
    replies: [],
    commands: [],
    n: 0,
    unpublished: []
  }
}

/** Says that the ticket is open, and when to read the thread for what came before it. */
export function tellOpened(draft: Draft, seen: Observation, review: ReviewWhy | undefined): void {
  const { ticket, now } = draft
  tell(draft, 'ticket.opened', {
    comment: seen.id,
    publishedAt: seen.publishedAt,
    observedAt: seen.observedAt,
    label: ticket.label,
    score: ticket.risk.score,
    level: ticket.risk.level,
    ...(review && { review })
  })
  const late = now - seen.publishedAt > 10 * MINUTE
  if (late || (seen.replies ?? 0) > 0 || seen.comment !== seen.root) ticket.lookBackAt = now + LOOK_BACK_AFTER
}

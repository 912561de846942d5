import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'
import { cancelClock, runningClock, startClock, takeIn } from './clocks.ts'
import { type Draft, tell } from './draft.ts'
import { digest } from './ids.ts'
import { isUrgent, needsAnswer, needsReview, tellOpened } from './opening.ts'
import { answeredOutside, confirmObserved } from './replies.ts'
import { addTurn, excerpt } from './turns.ts'

type Arrival = { observation: Observation; classification?: Classification }

/**
 * A comment of the ticket's thread, by its citizen or by us. Met before at this or a later moment:
 * nothing changes. Otherwise it is a turn, or an edit, or a deletion of one.
 */
export function arrive(draft: Draft, { observation: seen, classification: of }: Arrival): void {
  const { ticket } = draft
  const mark = digest(seen.id)
  const before = ticket.met[mark]
  if (before !== undefined && before >= seen.observedAt) return
  if (before === undefined && Object.keys(ticket.met).length >= LIMITS.met) return flood(draft)
  ticket.met = { ...ticket.met, [mark]: seen.observedAt }

  if (seen.deleted) return remove(draft, seen)
  if (before !== undefined) return edit(draft, seen, of)
  if (seen.ours) return confirmObserved(draft, seen) ? undefined : answeredOutside(draft, seen)
  if (of && !seen.history) citizenSpoke(draft, seen, of)
}

function flood(draft: Draft): void {
  if (draft.ticket.flood) return
  draft.ticket.flood = true
  tell(draft, 'ticket.flooded', { limit: LIMITS.met })
}

function citizenSpoke(draft: Draft, seen: Observation, of: Classification): void {
  const { ticket, policy } = draft
  const opening = ticket.n === 0
  if (!opening && !isTurn(ticket, of, seen.publishedAt)) return
  if (opening) tellOpened(draft, seen)
  const n = tell(draft, 'turn.citizen', { comment: seen.id, at: seen.publishedAt }, CITIZEN)
  addTurn(ticket, { n, by: 'citizen', comment: seen.id, at: seen.publishedAt, excerpt: excerpt(seen.text) })
  ticket.openedAt = Math.min(ticket.openedAt, seen.publishedAt)
  if (of.label !== 'other' && ticket.label === 'other')
    Object.assign(ticket, { label: of.label, confidence: of.confidence })
  ticket.review = (opening || ticket.review) && needsReview({ ...of, confidence: ticket.confidence }, policy)
  ticket.sentiment = of.sentiment.name
  ticket.department ??= of.departments[0]?.name
  if (ticket.words.length < 2_000) ticket.words = `${ticket.words} ${of.words}`.trim().slice(0, 4_000)
  if (seen.publishedAt <= (ticket.answeredOutside ?? -1)) return
  owe(draft, seen, isUrgent(of))
  assess(draft, seen, of)
}

const CITIZEN = { id: 'citizen', name: '网友', role: 'citizen' } as const // the name is behind the ticket, not in the trail

/** One who waits may say anything but thanks; of one who does not yet, a comment is a turn when it wants something. */
const isTurn = ({ owed }: Ticket, of: Classification, at: number) =>
  needsAnswer(of) || (of.sentiment.name !== 'positive' && owed.some(({ publishedAt }) => publishedAt <= at))

function owe(draft: Draft, { id, comment, publishedAt }: Observation, urgent: boolean): void {
  const { ticket } = draft
  const owed = { comment: id, native: comment, publishedAt, ...(urgent && { urgent }) }
  ticket.owed = [...ticket.owed, owed].toSorted((a, b) => a.publishedAt - b.publishedAt).slice(0, LIMITS.owed)
  if (ticket.status === 'open') return
  tell(draft, 'ticket.reopened', { why: 'citizen-spoke', was: ticket.status }, CITIZEN)
  ticket.status = 'open'
  delete ticket.dismissed
}

/** Takes over what a comment raises, and sees to it that the right clock runs. Never lowers. */
function assess(draft: Draft, seen: Observation, of: Classification): void {
  const { ticket } = draft
  if (of.risk.score > ticket.risk.score) {
    const { score, level, reasons } = of.risk
    ticket.risk = { score, level, reasons: reasons.map(({ code }) => code) }
    tell(draft, 'ticket.scored', { score, level })
  }
  const urgent = isUrgent(of)
  ticket.urgent ||= urgent
  const clock = runningClock(ticket)
  if (clock) takeIn(draft, clock, seen.publishedAt, urgent)
  else if (needsAnswer(of) && ticket.owed.length > 0) startClock(draft)
}

function edit(draft: Draft, seen: Observation, of: Classification | undefined): void {
  const { ticket } = draft
  const turn = ticket.turns.find(({ comment }) => comment === seen.id)
  if (seen.ours || !of || !turn || turn.excerpt === excerpt(seen.text)) return
  tell(draft, 'comment.edited', { comment: seen.id, observedAt: seen.observedAt })
  ticket.turns = ticket.turns.map(other => (other === turn ? { ...turn, excerpt: excerpt(seen.text) } : other))
  if (!ticket.owed.some(({ comment }) => comment === seen.id)) return
  if (isUrgent(of)) ticket.owed = ticket.owed.map(owed => (owed.comment === seen.id ? { ...owed, urgent: true } : owed))
  assess(draft, { ...seen, publishedAt: seen.observedAt }, of) // the edit is as old as we saw it, not as the comment
}

/** R28: what was deleted is no longer owed; a clock with nobody left to answer ends as cancelled. */
function remove(draft: Draft, seen: Observation): void {
  const { ticket } = draft
  if (
    !ticket.turns.some(({ comment }) => comment === seen.id) &&
    !ticket.owed.some(({ comment }) => comment === seen.id)
  )
    return
  tell(draft, 'comment.deleted', { comment: seen.id, observedAt: seen.observedAt })
  ticket.owed = ticket.owed.filter(({ comment }) => comment !== seen.id)
  if (ticket.owed.length > 0 || ticket.status !== 'open') return
  cancelClock(draft, 'deleted')
  ticket.status = 'answered'
}

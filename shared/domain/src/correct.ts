import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Corrections, Ticket } from '@huiyin/schemas/ticket.ts'
import { checkOffice } from './cases/who.ts'
import { startClock, takeIn } from './clocks/answer.ts'
import { repromise } from './clocks/repromise.ts'
import { runningClock } from './clocks/running.ts'
import { dismissTicket } from './closing.ts'
import type { Act } from './commands.ts'
import { type Draft, tell } from './draft.ts'
import { commentNotOnTicket } from './errors.ts'
import { lockIfGrave } from './replies/lock.ts'
import { setReview } from './review.ts'
import { asKnown, riskOf, scoresOf } from './risk-scores.ts'

type Correct = Extract<Act, { type: 'correct' }>

/**
 * A person says what a comment is, and outranks every model: what they set is changed only by what gets worse
 * later, and label, department and sentiment not even by that. The review ends.
 *
 * A label that wants something starts the clock of what is owed from its own time (R3). `other` ends a review
 * without a clock by closing the ticket; a clock that runs goes on until the person dismisses. Urgent makes what is
 * owed due within the hour (R21), and a level of orange or red is urgent unless the person says that it is not.
 * Not urgent, or a lower level, changes what the ticket shows and never moves a due time later.
 *
 * Throws COMMENT_NOT_ON_TICKET when it is about none of the citizen's turns, and NOT_ALLOWED for persons of a
 * department: label and level say what is promised, and what their own case closes with.
 */
export function correct(draft: Draft, act: Correct): void {
  const { ticket, actor, now } = draft
  checkOffice(actor, 'correct what it is')
  const about = aboutWhich(ticket, act.comment)
  const given = givenBy(act)
  const wasInReview = ticket.review
  tell(draft, 'ticket.corrected', { ...about, ...differences(ticket, given) })
  ticket.corrected = { ...ticket.corrected, ...given, by: actor, at: now }
  takeOver(ticket, given)
  setReview(ticket, undefined)
  repromise(draft, 'corrected')
  lockIfGrave(draft)
  if (ticket.status !== 'open') return
  if (given.urgent) raiseOwed(draft)
  if (given.label && given.label !== 'other') startOwed(draft)
  if (wasInReview && given.label === 'other' && !runningClock(ticket)) dismissTicket(draft, 'other')
}

/** The comment, and its own time, by which the store finds it. */
function aboutWhich({ turns, owed, number }: Ticket, comment: string | undefined) {
  const said = [
    ...turns.flatMap(({ by, comment, at }) => (by === 'citizen' && comment !== undefined ? [{ comment, at }] : [])),
    ...owed.map(({ comment, publishedAt }) => ({ comment, at: publishedAt }))
  ].toSorted((a, b) => a.at - b.at)
  const found = comment === undefined ? said[0] : said.find(one => one.comment === comment)
  if (!found) throw commentNotOnTicket(comment ?? '', number)
  return { comment: found.comment, publishedAt: found.at }
}

function givenBy({ label, department, sentiment, level, urgent = isGrave(level) || undefined }: Correct): Corrections {
  return {
    ...(label !== undefined && { label }),
    ...(department !== undefined && { department }),
    ...(sentiment !== undefined && { sentiment }),
    ...(level !== undefined && { level }),
    ...(urgent !== undefined && { urgent })
  }
}

const isGrave = (level: Corrections['level']) => level === 'orange' || level === 'red'

/** What a person said and what stood before, also where they agree: that somebody looked is worth knowing. */
function differences(ticket: Ticket, given: Corrections): HouseEvent['data'] {
  const { label, department, sentiment, level, urgent } = given
  return {
    ...(label && { label, wasLabel: ticket.label }),
    ...(department && { department, wasDepartment: ticket.department ?? null }),
    ...(sentiment && { sentiment, wasSentiment: ticket.sentiment }),
    ...(level && { level, wasLevel: ticket.risk.level }),
    ...(urgent !== undefined && { urgent, wasUrgent: ticket.urgent })
  }
}

function takeOver(ticket: Ticket, { level, urgent, ...given }: Corrections): void {
  Object.assign(ticket, given)
  if (level === undefined && urgent === undefined) return
  ticket.scores = asKnown(scoresOf(ticket))
  ticket.risk = riskOf(ticket.scores, ticket.corrected?.level, ticket.similar)
  if (urgent !== undefined) ticket.urgent = urgent
}

/** All that is owed is due within the hour, or when it was due, whichever comes first. */
function raiseOwed(draft: Draft): void {
  const { ticket, now } = draft
  if (ticket.owed.length === 0) return
  ticket.owed = ticket.owed.map(owed => (owed.urgent ? owed : { ...owed, urgent: true, raisedAt: now }))
  if (!runningClock(ticket)) return startClock(draft)
  for (const owed of ticket.owed) if (owed.raisedAt === now) takeIn(draft, owed, { raised: true })
}

function startOwed(draft: Draft): void {
  if (draft.ticket.owed.length > 0 && !runningClock(draft.ticket)) startClock(draft)
}

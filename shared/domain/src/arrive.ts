import type { Classification } from '@huiyin/schemas/classification.ts'
import type { Observation } from '@huiyin/schemas/comment.ts'
import { LIMITS, type Owed, type Ticket } from '@huiyin/schemas/ticket.ts'
import { cancelAnswer, goByWhatIsLeft, startClock, takeIn, takeIntoClose } from './clocks/answer.ts'
import { foundOlder } from './clocks/found-older.ts'
import { runningClock } from './clocks/running.ts'
import { cycleOf } from './current-cycle.ts'
import { closeCase, reopenCase } from './cycle.ts'
import { type Draft, tell } from './draft.ts'
import { digest } from './ids.ts'
import { isRemovedByOffice } from './moderation/sending.ts'
import { isUrgent, needsAnswer, tellOpened } from './opening.ts'
import { judgeAgain, takeLabel, weigh } from './raise.ts'
import { answeredOutside, confirmObserved, removeObserved } from './replies/confirm.ts'
import { lockIfGrave } from './replies/lock.ts'
import { failReplies } from './replies/standing.ts'
import { laterReview, reviewOf, setReview } from './review.ts'
import { isScored } from './risk-scores.ts'
import { addTurn, excerpt, markDeleted, neverWasTurn } from './turns.ts'

type Arrival = { observation: Observation; classification?: Classification }

/**
 * A comment of the ticket's thread, by its citizen or by us. Met before at this or a later moment: only its risk
 * at that moment is noted. Otherwise it is a turn, or an edit, a new judgement, or a deletion of one.
 */
export function arrive(draft: Draft, { observation: seen, classification: of }: Arrival): void {
  const { ticket } = draft
  const mark = digest(seen.id)
  const before = ticket.met[mark]
  if (before !== undefined && before >= seen.observedAt) return overtaken(draft, seen, of)
  if (before === undefined && Object.keys(ticket.met).length >= LIMITS.met) return flood(draft)
  ticket.met = { ...ticket.met, [mark]: seen.observedAt }

  if (seen.deleted) return seen.ours && removeObserved(draft, seen) ? undefined : remove(draft, seen)
  if (before !== undefined) return seenAgain(draft, seen, of)
  if (seen.ours) return confirmObserved(draft, seen) ? undefined : answeredOutside(draft, seen)
  if (of && !seen.history) citizenSpoke(draft, seen, of)
}

function flood(draft: Draft): void {
  if (draft.ticket.flood) return
  draft.ticket.flood = true
  tell(draft, 'ticket.flooded', { limit: LIMITS.met })
}

function citizenSpoke(draft: Draft, seen: Observation, of: Classification): void {
  const { ticket } = draft
  const opening = ticket.n === 0
  if (!opening && !isTurn(ticket, of, seen.publishedAt)) return
  const review = opening ? reviewOf(seen, of, draft.policy) : undefined
  if (opening) tellOpened(draft, seen, review)
  const n = tell(draft, 'turn.citizen', { comment: seen.id, at: seen.publishedAt }, CITIZEN)
  addTurn(ticket, { n, by: 'citizen', comment: seen.id, at: seen.publishedAt, excerpt: excerpt(seen.text) })
  ticket.openedAt = Math.min(ticket.openedAt, seen.publishedAt)
  if (needsAnswer(of) && isChatSoFar(ticket)) forgiveChat(ticket, seen.publishedAt)
  takeOver(ticket, of)
  setReview(ticket, opening ? review : laterReview(ticket, of, draft.policy))
  if (needsAnswer(of)) foundOlder(draft, owedFor(seen, isUrgent(of)))
  if (seen.publishedAt <= (ticket.answeredOutside ?? -1)) {
    weigh(draft, seen, of)
    if (needsAnswer(of)) takeIntoClose(draft, owedFor(seen, isUrgent(of)))
    return lockIfGrave(draft)
  }
  const owed = owe(draft, seen, isUrgent(of))
  weigh(draft, seen, of)
  if (runningClock(ticket)) takeIn(draft, owed)
  else if (needsAnswer(of)) startClock(draft)
  lockIfGrave(draft)
}

const CITIZEN = { id: 'citizen', name: '网友', role: 'citizen' } as const // the name is behind the ticket, not in the trail

/** One who waits may say anything but thanks; of one who does not yet, a comment is a turn when it wants something. */
const isTurn = ({ owed }: Ticket, of: Classification, at: number) =>
  needsAnswer(of) || (of.sentiment.name !== 'positive' && owed.some(({ publishedAt }) => publishedAt <= at))

const isChatSoFar = ({ reviewWhy, clocks }: Ticket) =>
  reviewWhy !== undefined && !clocks.some(({ kind }) => kind === 'first')

/** Chat that a person has still to look at, by sample or as the model is not sure, is no wait before the first question (R3). */
function forgiveChat(ticket: Ticket, before: number): void {
  ticket.owed = ticket.owed.filter(({ publishedAt }) => publishedAt > before)
}

/** What a turn says of the ticket, where no person has said it. */
function takeOver(ticket: Ticket, of: Classification): void {
  takeLabel(ticket, of)
  if (ticket.corrected?.sentiment === undefined) ticket.sentiment = of.sentiment.name
  const department = ticket.department ?? of.office ?? of.departments[0]?.name
  if (department !== undefined) ticket.department = department
  const places = new Set([...(ticket.places ?? []), ...(of.places ?? []).map(({ name }) => name)])
  if (places.size > 0) ticket.places = [...places].slice(0, LIMITS.places)
  if (ticket.words.length < 2_000) ticket.words = `${ticket.words} ${of.words}`.trim().slice(0, 4_000)
}

const owedFor = ({ id, comment, publishedAt }: Observation, urgent: boolean): Owed => ({
  comment: id,
  native: comment,
  publishedAt,
  ...(urgent && { urgent })
})

function owe(draft: Draft, seen: Observation, urgent: boolean): Owed {
  const { ticket } = draft
  const owed = owedFor(seen, urgent)
  ticket.owed = [...ticket.owed, owed].toSorted((a, b) => a.publishedAt - b.publishedAt).slice(0, LIMITS.owed)
  reopenCase(draft, seen.publishedAt, 'citizen-spoke', CITIZEN)
  return owed
}

/** Seen at a later moment: it may have become a turn by what it says or by how it is judged now. */
function seenAgain(draft: Draft, seen: Observation, of: Classification | undefined): void {
  const { ticket } = draft
  if (seen.ours || seen.history || !of) return
  if (neverWasTurn(ticket, seen)) return needsAnswer(of) ? citizenSpoke(draft, seen, of) : undefined
  edit(draft, seen)
  if (isScored(ticket, seen)) judgeAgain(draft, seen, of, seen.observedAt) // as old as we saw it, not as the comment
}

/** What was seen before what we met already tells of the risk then; it counts from the comment's own time. */
function overtaken(draft: Draft, seen: Observation, of: Classification | undefined): void {
  if (seen.ours || seen.history || seen.deleted || !of || !isScored(draft.ticket, seen)) return
  judgeAgain(draft, seen, of, seen.publishedAt)
}

function edit(draft: Draft, seen: Observation): void {
  const { ticket } = draft
  const turn = ticket.turns.find(({ comment }) => comment === seen.id)
  if (!turn || turn.excerpt === excerpt(seen.text)) return
  tell(draft, 'comment.edited', { comment: seen.id, observedAt: seen.observedAt })
  ticket.turns = ticket.turns.map(other => (other === turn ? { ...turn, excerpt: excerpt(seen.text) } : other))
}

/**
 * R28: what was deleted is no longer owed; a clock with nobody left to answer ends as cancelled. What we had removed is
 * owed as before, and its clocks run on.
 */
export function remove(draft: Draft, seen: Pick<Observation, 'id' | 'observedAt'>): void {
  const { ticket } = draft
  if (
    !ticket.turns.some(({ comment }) => comment === seen.id) &&
    !ticket.owed.some(({ comment }) => comment === seen.id)
  )
    return
  const byOffice = isRemovedByOffice(ticket, seen.id)
  tell(draft, 'comment.deleted', { comment: seen.id, observedAt: seen.observedAt, ...(byOffice && { byOffice }) })
  markDeleted(ticket, seen.id, byOffice)
  if (byOffice) return
  ticket.owed = ticket.owed.filter(({ comment }) => comment !== seen.id)
  if (ticket.status !== 'open') return
  if (ticket.owed.length > 0) return goByWhatIsLeft(draft)
  cancelAnswer(draft, 'deleted')
  failReplies(draft, 'DELETED', 'What it answers was deleted')
  const { n, openedAt } = cycleOf(ticket)
  const isAnswered = ticket.turns.some(({ by, at }) => by === 'office' && at >= openedAt)
  const isDanger = ticket.needs?.some(({ ended }) => !ended) // what was feared is not undone by taking back the words
  const somethingStands = isAnswered || isDanger || ticket.dispatches.some(({ cycle }) => cycle === n)
  ticket.status = somethingStands ? 'handling' : 'answered'
  if (!somethingStands) closeCase(draft, 'deleted', draft.now)
}

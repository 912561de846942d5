import type { Observation } from '@huiyin/schemas/comment.ts'
import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { promiseResult } from '../clocks/close.ts'
import { runningClock } from '../clocks/running.ts'
import { type Draft, tell } from '../draft.ts'
import { textHash } from '../ids.ts'
import { takePlace } from './replacing.ts'
import { officeSpoke, settleCase } from './spoke.ts'
import { updateReply } from './standing.ts'
import { isTakenDown, removed, takeDown } from './taken-down.ts'
import { firstLook } from './watch.ts'

/**
 * A public answer was seen, or people attested it. It stops the clock at the instant when the platform took it
 * (R4, R5), and closes the case where the kind of reply and the kind of case allow it.
 */

/** Clocks of an office and of a platform differ by less. */
const SKEW = 5 * 60_000

type Confirmed = { native?: string; acceptedAt: number; attested?: boolean }

/** The reply is public. Confirmed again it changes nothing; known already to be taken down, it is owed again (R5). */
export function confirm(draft: Draft, reply: Reply, { native, acceptedAt, attested = false }: Confirmed): void {
  if (reply.confirmedAt !== undefined) return
  const isFirst = runningClock(draft.ticket)?.kind === 'first'
  const spoken = { at: acceptedAt, text: reply.text, attested }
  const answers = new Set(reply.answers)
  tell(draft, 'reply.confirmed', { reply: reply.id, acceptedAt, ...(attested && { attested }) })
  const answered = officeSpoke(draft, spoken, ({ comment, via }) => via === undefined && answers.has(comment))
  const { failure: _, absent: __, ...left } = reply
  const known = native === undefined ? {} : { native }
  const confirmed: Reply = { ...left, ...known, ...answered, state: 'confirmed', acceptedAt, confirmedAt: draft.now }
  updateReply(draft, { ...confirmed, ...(!attested && { watch: { nextAt: firstLook(draft.now) } }) })
  takePlace(draft, confirmed)
  if (reply.promisedAt !== undefined && isFirst) promiseResult(draft, reply.promisedAt)
  settleCase(draft, reply.kind, spoken)
  if (isTakenDown(reply)) takeDown(draft, confirmed)
}

/** A reply of ours seen in the thread: confirms the one that it is. False when it is none of these. */
export function confirmObserved(draft: Draft, seen: Observation): boolean {
  const reply = whichIs(draft.ticket, seen)
  if (!reply) return false
  confirm(draft, reply, { native: seen.comment, acceptedAt: seen.publishedAt })
  return true
}

/** By the platform's id; else by text and place, where an answer written later was not there yet. */
function whichIs({ replies }: Ticket, { comment, text, parent, root, publishedAt }: Observation): Reply | undefined {
  const hash = textHash(text)
  const alike = replies.filter(reply => reply.hash === hash && reply.to.native === (parent ?? root))
  const waiting = alike.findLast(reply => reply.confirmedAt === undefined && leftFrom(reply) <= publishedAt + SKEW)
  const confirmed = alike.find(
    reply => reply.confirmedAt !== undefined && (!isTakenDown(reply) || publishedAt <= reply.acceptedAt!)
  )
  return replies.find(({ native }) => native === comment) ?? waiting ?? confirmed
}

const leftFrom = ({ attested, draftedAt }: Reply) => attested?.postedAt ?? draftedAt

/**
 * A reply of ours that the platform, or somebody there, deleted. False when it is none that is known here. What was not
 * there before the one that replaced it was seen tells of the change of both only.
 */
export function removeObserved(draft: Draft, seen: Observation): boolean {
  const reply = whichIs(draft.ticket, seen)
  const isOfChange = reply?.replaces !== undefined && seen.observedAt < (reply.confirmedAt ?? 0)
  if (reply && !isOfChange) removed(draft, reply)
  return reply !== undefined
}

/** A reply written in the platform's own app answers all that was said before it, an inquiry for good. */
export function answeredOutside(draft: Draft, seen: Observation): void {
  const { ticket } = draft
  const { publishedAt: at, text, id: comment } = seen
  ticket.answeredOutside = Math.max(ticket.answeredOutside ?? 0, at)
  officeSpoke(draft, { at, text, comment }, ({ publishedAt, via }) => via === undefined && publishedAt <= at)
  const answeredLater = ticket.answered?.some(({ publishedAt }) => publishedAt > at)
  settleCase(draft, answeredLater ? 'interim' : 'final', { at })
}

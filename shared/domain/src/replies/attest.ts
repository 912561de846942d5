import type { Reply, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell, unseen } from '../draft.ts'
import { replyChanged, replyInvalid } from '../errors.ts'
import { textHash } from '../ids.ts'
import type { ReplyOf } from './commands.ts'
import { confirm } from './confirm.ts'
import { answersOf, refuseWriting, replyBy } from './draft-reply.ts'
import { refuseSamePerson } from './persons.ts'
import { isBeingWritten } from './reply-state.ts'
import { addReply, standing, supersede, updateReply } from './standing.ts'

type Attest = ReplyOf<'reply.attest'>

/** What may have been posted by hand: whatever the responder has not in hand. */
const POSTABLE = ['drafted', 'reviewed', 'approved', 'failed'] as const

/**
 * Somebody posted a reply by hand, where no API can, and says when and what shows it. It waits for a second person.
 * Throws SOMEBODY_WAS_FASTER, TICKET_CLOSED, NOTHING_OWED, REPLY_UNDER_WAY, REPLY_NOT_FOUND, REPLY_CHANGED, REPLY_INVALID.
 */
export function attestReply(draft: Draft, act: Attest): void {
  const { ticket, actor, now } = unseen(draft, act)
  refuseWriting(ticket, act.reply)
  const known = act.reply === undefined ? undefined : postable(ticket, act.reply)
  const { failure: _, ...reply } = known ?? written(draft, act)
  const { postedAt, evidence } = act
  const earliest = oldestAnswered(ticket, reply)
  if (postedAt < earliest || postedAt > now) throw outOfTime(earliest, now, postedAt)
  supersede(draft, other => isBeingWritten(other) && other.id !== reply.id, reply.id)
  const attesting: Reply = { ...reply, state: 'attesting', attested: { by: actor, at: now, postedAt, evidence } }
  if (known) updateReply(draft, attesting)
  else addReply(draft, attesting)
  tell(draft, 'reply.attested', { reply: reply.id, hash: reply.hash, postedAt, answers: reply.answers.length })
}

function postable(ticket: Ticket, id: string): Reply {
  const reply = standing(ticket, id, POSTABLE)
  if (reply.confirmedAt !== undefined) throw replyChanged(id, 'removed by the platform; attest the new one by its text')
  return reply
}

/** What was posted answers what was said before it. */
function written(draft: Draft, act: Attest): Reply {
  const { ticket } = draft
  const { text, to, postedAt } = act
  if (text === undefined || text.trim() === '')
    throw replyInvalid('expected the text that was posted, or its reply; none came')
  const before = ticket.owed.filter(({ publishedAt }) => publishedAt <= postedAt)
  const addressed = answersOf(before.length > 0 ? { ...ticket, owed: before } : ticket, act.answers)
  const under = to === undefined ? addressed.to : ticket.owed.find(({ comment }) => comment === to)
  if (!under) throw replyInvalid(`expected a comment that is owed an answer on ticket ${ticket.number}; "${to}" is not`)
  const begun = replyBy(draft, act, { ...addressed, to: under })
  return { ...begun, text, hash: textHash(text), state: 'drafted' }
}

function oldestAnswered({ owed }: Ticket, { to, answers }: Reply): number {
  const answered = owed.filter(({ comment }) => answers.includes(comment))
  return Math.min(to.publishedAt, ...answered.map(({ publishedAt }) => publishedAt))
}

const outOfTime = (earliest: number, now: number, came: number) => {
  const [from, to, posted] = [earliest, now, came].map(instant => new Date(instant).toISOString())
  return replyInvalid(`expected a time from ${from}, when the citizen wrote, to ${to}, now; ${posted} came`)
}

/**
 * A second person has seen that it stands there: the clock stops when it was posted (人工核验).
 * Throws REPLY_NOT_FOUND, REPLY_CHANGED, SECOND_PERSON_NEEDED.
 */
export function confirmAttested(draft: Draft, { reply: id }: ReplyOf<'reply.confirm-attested'>): void {
  const reply = standing(draft.ticket, id, ['attesting'])
  const attested = reply.attested!
  refuseSamePerson(draft, attested.by)
  confirm(
    draft,
    { ...reply, attested: { ...attested, confirmedBy: draft.actor } },
    { acceptedAt: attested.postedAt, attested: true }
  )
}

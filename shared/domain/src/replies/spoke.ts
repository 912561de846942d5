import type { Owed, Reply, ReplyKind } from '@huiyin/schemas/ticket.ts'
import { closesWith } from '../cases/close-by-label.ts'
import { startClock, stopClock } from '../clocks/answer.ts'
import { runningClock } from '../clocks/running.ts'
import { closeCase, reopenCase } from '../cycle.ts'
import { type Draft, tell } from '../draft.ts'
import { addTurn, excerpt } from '../turns.ts'

/** What the office said in public: when by the platform's clock, and the comment's id where it was met as one. */
type Spoken = { at: number; text: string; comment?: string; attested?: boolean }

/** Whom it answered in fact, and the clock that it stopped. */
type Answered = Pick<Reply, 'answered' | 'stopped'>

/** A public turn of ours: whom it answers is no longer owed, and the clock stops where somebody was. */
export function officeSpoke(draft: Draft, { at, text, comment, attested }: Spoken, answers: (owed: Owed) => boolean) {
  const { ticket } = draft
  const answered = ticket.owed.filter(answers)
  const n = tell(draft, 'turn.office', { at, answered: answered.length })
  addTurn(ticket, { n, by: 'office', at, excerpt: excerpt(text), ...(comment !== undefined && { comment }) })
  return answered.length > 0 ? answer(draft, answered, { at, ...(attested && { attested }) }) : {}
}

function answer(draft: Draft, answered: Owed[], { at, ...of }: { at: number; attested?: boolean }): Answered {
  const { ticket } = draft
  const clock = runningClock(ticket)
  ticket.answered = answered
  ticket.owed = ticket.owed.filter(owed => !answered.includes(owed))
  stopClock(draft, at, of)
  return { answered, ...(clock && { stopped: clock.id }) }
}

/**
 * Where nobody waits any more the case is closed by what was said at `at`, or its result is still owed. What the
 * citizen said after it, known already, is owed as if it came now.
 */
export function settleCase(draft: Draft, kind: ReplyKind, { at, attested }: Pick<Spoken, 'at' | 'attested'>): void {
  const { ticket } = draft
  const { owed } = ticket
  if (ticket.status !== 'open' && ticket.status !== 'handling') return
  const isOver = owed.every(({ publishedAt }) => publishedAt > at)
  const how = isOver ? closesWith(ticket, kind, at) : undefined
  if (how) closeCase(draft, how, at, attested ? { attested } : {})
  else if (owed.length === 0) ticket.status = 'handling'
  if (owed.length === 0) return
  if (how) reopenCase(draft, Math.min(...owed.map(({ publishedAt }) => publishedAt)), 'citizen-spoke')
  if (!runningClock(ticket)) startClock(draft)
}

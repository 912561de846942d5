import type { Clock, Owed } from '@huiyin/schemas/ticket.ts'
import { cancelAnswer, startClock, stopClock, takeIn } from '../clocks/answer.ts'
import { begin } from '../clocks/begin.ts'
import { endClock } from '../clocks/end.ts'
import { move } from '../clocks/move.ts'
import { owedSince, type Plan, planFor } from '../clocks/plan.ts'
import { closeClock, replaceClock, runningClock } from '../clocks/running.ts'
import { cycleOf } from '../current-cycle.ts'
import type { Draft } from '../draft.ts'
import { settleAnswered } from './settle.ts'

/**
 * The elder's clocks follow what its younger tickets owe: the earliest start, the strictest due time (R26). What is
 * overdue when it joins was known, so that it is a breach like any other, unless it was late before anybody knew.
 */

type Joining = { fresh: readonly Owed[]; first: boolean; answer?: Clock; close?: Clock }

/** `fresh` is what the elder owes since; `answer` and `close` are clocks of the younger, `first`: it joins just now. */
export function followJoined(draft: Draft, { fresh, first, answer, close }: Joining): void {
  const { ticket } = draft
  const bornLate = answer?.bornLate === true
  if (fresh.length === 0) return
  if (!runningClock(ticket)) startClock(draft, { known: first && !bornLate })
  else if (bornLate) startEarlier(draft, fresh)
  else for (const owed of fresh) takeIn(draft, owed, { known: first })
  takeStricter(draft, runningClock(ticket), answer)
  followClose(draft, close)
}

/** What was late by nobody's fault makes nothing else late. */
function startEarlier(draft: Draft, fresh: readonly Owed[]): void {
  const clock = runningClock(draft.ticket)!
  replaceClock(draft, { ...clock, startedAt: Math.min(clock.startedAt, ...fresh.map(owedSince)) })
}

/** The result is promised to both. */
export function followClose(draft: Draft, close: Clock | undefined): void {
  const { ticket } = draft
  if (!close || cycleOf(ticket).closedAt !== undefined) return
  if (closeClock(ticket)) return takeStricter(draft, closeClock(ticket), close)
  const { kind, urgent, startedAt, pauses, bornLate } = close
  begin(draft, { kind, urgent, startedAt, pauses, plan: planOf(close), known: !bornLate })
}

function takeStricter(draft: Draft, mine: Clock | undefined, theirs: Clock | undefined): void {
  if (!mine || !theirs || theirs.bornLate) return
  const startedAt = Math.min(mine.startedAt, theirs.startedAt)
  const sooner = mine.fixed === undefined && theirs.dueAt < mine.dueAt
  const { provisional: _, ...known } = mine
  const stricter = sooner ? { ...known, ...planOf(theirs), pauses: theirs.pauses } : mine
  move(draft, { ...stricter, startedAt, urgent: mine.urgent || theirs.urgent }, 'absorbed')
}

const planOf = ({ policy, calendar, target, countedFrom, used, dueAt, warnBefore, provisional }: Clock): Plan => ({
  ...{ policy, calendar, target, countedFrom, used, dueAt, warnBefore },
  ...(provisional && { provisional })
})

type Leaving = { gone: readonly Owed[]; at: number | undefined; dueAt: number | undefined }

/**
 * Some are not owed any more: answered at `at`, or deleted or parted without. The clock goes on unless it was about
 * them; then another one goes on for those who are left, from their own time (R27).
 */
export function followGone(draft: Draft, { gone, at, dueAt = Infinity }: Leaving): void {
  const { ticket, now } = draft
  const clock = runningClock(ticket)
  if (gone.length === 0) return
  if (ticket.owed.length === 0) {
    if (at === undefined) cancelAnswer(draft, 'parted')
    else stopClock(draft, at)
    return settleAnswered(draft, at ?? now)
  }
  if (!clock || !isAbout(draft, clock, gone, dueAt)) return
  if (at === undefined) endClock(draft, clock, { at: now, outcome: 'superseded', why: 'parted' })
  else stopClock(draft, at)
  startClock(draft, { known: true })
}

function isAbout(draft: Draft, { kind, dueAt, pauses }: Clock, gone: readonly Owed[], joinedWith: number): boolean {
  if (joinedWith <= dueAt) return true
  return gone.some(one => planFor(draft, kind === 'next' ? 'next' : 'first', one, pauses).dueAt <= dueAt)
}

import type { Waiting } from './clock.ts'
import { startAnswer, stop } from './clocks.ts'
import { close, goesOn } from './cycle.ts'
import { fixResult } from './moves.ts'
import { endNeeds } from './needs.ts'
import { answerClock, type NeedKind, type Reply, runningOf, type State, wantsResult } from './state.ts'

const ENDED_BY_ANSWER: ReadonlySet<NeedKind> = new Set(['urgent', 'risk-rose', 'reopened-often'])

/** A reply stands at the platform: accepted then, known now. */
export function shown(of: State, id: string, acceptedAt: number, at: number): void {
  for (const way of of.ways) if (way.reply === id && way.to === Infinity) way.to = at
  const reply = of.replies.get(id)
  if (!reply || reply.shown) return
  reply.shown = true
  reply.acceptedAt = acceptedAt
  const clock = answerClock(of)
  const wasFirst = clock?.kind === 'first'
  reply.answered = spoke(of, acceptedAt, at, ({ comment }) => reply.answers.includes(comment))
  if (clock && reply.answered.length > 0) reply.stopped = clock
  if (reply.promisedAt !== undefined && wasFirst) fixResult(of, reply.promisedAt, at)
  settle(of, reply.as, acceptedAt, at)
}

/** Answered in the platform's own app: all that was said before. */
export function answeredOutside(of: State, acceptedAt: number, at: number): void {
  of.answeredOutside = Math.max(of.answeredOutside, acceptedAt)
  spoke(of, acceptedAt, at, ({ publishedAt }) => publishedAt <= acceptedAt)
  if (!of.answeredLast.some(({ publishedAt }) => publishedAt > acceptedAt)) settle(of, 'final', acceptedAt, at)
}

function spoke(of: State, acceptedAt: number, at: number, answers: (one: Waiting) => boolean): Waiting[] {
  of.officeSpoke = true
  const answered = of.waiting.filter(answers)
  if (answered.length === 0) return answered
  of.answeredLast = answered
  of.waiting = of.waiting.filter(one => !answers(one))
  const clock = answerClock(of)
  if (clock) {
    stop(clock, acceptedAt, at)
    endNeeds(of, at, ({ kind }) => ENDED_BY_ANSWER.has(kind))
  }
  return answered
}

/**
 * Where nobody waits any more: done by a final answer to what was asked, or by the result of what was complained of.
 * What was said after that answer, and is known already, opens the next cycle.
 */
function settle(of: State, as: Reply['as'], acceptedAt: number, at: number): void {
  if (of.status !== 'open' && of.status !== 'handling') return
  const later = of.waiting.map(({ publishedAt }) => publishedAt)
  const resultTold = of.returnedAt !== undefined && of.returnedAt <= acceptedAt && !runningOf(of, 'leg')
  const isDone = as === 'final' && (!wantsResult(of) || resultTold) && later.every(said => said > acceptedAt)
  if (isDone) close(of, 'answered', acceptedAt, at)
  else if (later.length === 0) of.status = 'handling'
  if (later.length === 0) return
  if (isDone) goesOn(of, Math.min(...later), at)
  if (!answerClock(of)) startAnswer(of, at)
}

import { createHash } from 'node:crypto'
import { foundOlder } from './again.ts'
import type { Waiting } from './clock.ts'
import { followWaiting, startAnswer, stop } from './clocks.ts'
import { close, goesOn } from './cycle.ts'
import type { Judged } from './facts.ts'
import { MINUTE } from './minutes.ts'
import { followWhatIsLeft } from './moves.ts'
import { becomesGrave, reportUpward, tellRisk } from './needs.ts'
import { reviewBelow, sampleOther } from './promises.ts'
import { answerClock, type Said, type State, wants } from './state.ts'

/** 48 bits of the hash say whether a comment belongs to the sample that people look at. */
const isSampled = (comment: string) =>
  createHash('sha256').update(`sample/${comment}`).digest().readUIntBE(0, 6) < sampleOther * 2 ** 48

/** A citizen's comment was delivered. True when the thread has to be read again for what came before it. */
export function said(of: State, fact: Said): boolean {
  const { comment, judged, publishedAt, at, isRoot } = fact
  if (of.turns.has(comment)) {
    if (fact.kind === 'said-otherwise') saidOtherwise(of, fact)
    return false
  }
  const opens = !of.exists
  if (opens ? !open(of, fact) : !isTurn(of, fact)) {
    if (opens) of.earlier.push(fact)
    return false
  }
  of.turns.add(comment)
  if (of.review === 'sample' && wants(judged)) of.waiting = of.waiting.filter(one => one.publishedAt > publishedAt)
  of.mood = judged.mood
  takeLabel(of, judged)
  if (!opens) reviewGoesOn(of, judged)
  if (wants(judged)) foundOlder(of, { comment, publishedAt, since: publishedAt, urgent: judged.urgent })
  if (publishedAt > of.answeredOutside) waits(of, fact)
  return opens && (at - publishedAt > 10 * MINUTE || !isRoot)
}

function open(of: State, { comment, judged, publishedAt, at }: Said): boolean {
  const review =
    judged.confidence < reviewBelow ? 'unsure' : !wants(judged) && isSampled(comment) ? 'sample' : undefined
  if (!wants(judged) && review === undefined) return false
  of.exists = true
  of.bornAt = at
  of.cycleOpenedAt = publishedAt
  if (review) of.review = review
  return true
}

/** One who waits may say anything but thanks; of one who does not, only what wants something counts. */
function isTurn({ waiting }: State, { kind, judged, publishedAt }: Said): boolean {
  if (wants(judged)) return true
  return kind === 'said' && judged.mood !== 'positive' && waiting.some(one => one.publishedAt <= publishedAt)
}

function takeLabel(of: State, { label }: Judged): void {
  if (of.label === 'other' && label !== 'other' && !of.labelSet) Object.assign(of, { label })
}

function reviewGoesOn(of: State, judged: Judged): void {
  if (of.review === undefined || (of.review === 'sample' && !wants(judged))) return
  if (of.label !== 'other' && judged.label === of.label && judged.confidence >= reviewBelow) delete of.review
}

function waits(of: State, { comment, judged, publishedAt, at }: Said): void {
  const { urgent } = judged
  const one: Waiting = { comment, publishedAt, since: publishedAt, urgent }
  of.waiting.push(one)
  goesOn(of, publishedAt, at)
  if (urgent) becomesGrave(of, at)
  if (answerClock(of)) followWaiting(of, at, [one])
  else if (wants(judged)) startAnswer(of, at)
  reportUpward(of, at, answerClock(of)?.bornLate !== undefined)
}

/** The same comment reads otherwise now: what became urgent is due an hour from now (R21). */
function saidOtherwise(of: State, { comment, judged, at }: Said): void {
  const { urgent } = judged
  const rose = urgent && becomesGrave(of, at)
  takeLabel(of, judged)
  reviewGoesOn(of, judged)
  const one = of.waiting.find(one => one.comment === comment)
  if (one && urgent && !one.urgent) {
    Object.assign(one, { urgent, raisedAt: at })
    if (answerClock(of)) followWaiting(of, at, [one])
  } else if (rose) tellRisk(of, at)
  if (one && wants(judged) && !answerClock(of)) startAnswer(of, at)
  reportUpward(of, at, answerClock(of)?.bornLate !== undefined)
}

/** R28: nobody is owed an answer to what is not there any more. */
export function removed(of: State, comment: string, at: number): void {
  if (of.turns.has(comment)) of.gone.add(comment)
  of.waiting = of.waiting.filter(one => one.comment !== comment)
  if (!of.turns.has(comment) || of.status !== 'open') return
  if (of.waiting.length > 0) return followWhatIsLeft(of, at)
  const clock = answerClock(of)
  if (clock) stop(clock, at, at, 'cancelled')
  const isFeared = of.needs.some(({ endedAt }) => endedAt === undefined) // taking back the words undoes no danger
  if (of.officeSpoke || of.dispatchedInCycle || isFeared) of.status = 'handling'
  else close(of, 'deleted', at, at)
}

import { runOn } from './again.ts'
import { current, isRunning, type Waiting } from './clock.ts'
import { follow, startAnswer, startResult, stop } from './clocks.ts'
import { goesOn } from './cycle.ts'
import { followWhatIsLeft } from './moves.ts'
import { raiseNeed } from './needs.ts'
import { answerClock, type Reply, resultClock, type State } from './state.ts'

/** R5: whom it answered waits again, and the clock that it stopped runs on, unless another public answer came since. */
export function takenDown(of: State, id: string, at: number): void {
  const reply = of.replies.get(id)
  if (!reply?.shown || reply.takenDown) return
  reply.takenDown = true
  if (of.status === 'dismissed') return
  const { acceptedAt = 0, answered = [] } = reply
  const again = answered.filter(one => !of.gone.has(one.comment) && !isAnsweredOtherwise(of, reply, one))
  const allGone = answered.length > 0 && answered.every(({ comment }) => of.gone.has(comment))
  if (again.length === 0 && (allGone || of.closedAt !== acceptedAt)) return
  goesOn(of, acceptedAt, at)
  of.waiting.push(...again)
  of.status = of.waiting.length > 0 ? 'open' : 'handling'
  if (again.length > 0) waitsAgain(of, reply, again, at)
}

const standing = ({ replies }: State, but: Reply) =>
  [...replies.values()].filter(one => one !== but && one.shown && !one.takenDown)

const isAnsweredOtherwise = (of: State, reply: Reply, { comment, publishedAt }: Waiting) =>
  publishedAt <= of.answeredOutside ||
  standing(of, reply).some(({ answers, under }) => under === comment || answers.includes(comment))

function waitsAgain(of: State, reply: Reply, again: readonly Waiting[], at: number): void {
  const { stopped, acceptedAt = 0 } = reply
  const since = of.answeredOutside >= acceptedAt || standing(of, reply).some(one => (one.acceptedAt ?? 0) >= acceptedAt)
  const clock = answerClock(of)
  if (stopped && !isRunning(stopped) && stopped.stoppedAt === acceptedAt && !since) {
    if (clock) stop(clock, at, at, 'superseded')
    runOn(stopped, at)
    if (current(stopped).urgent) raiseNeed(of, { kind: 'urgent', subject: stopped.id, at, urgent: true })
    const others = of.waiting.filter(one => !again.includes(one))
    for (const runs of [stopped, resultClock(of)]) if (runs) follow(of, runs, at, others)
    if (of.gone.size > 0) followWhatIsLeft(of, at)
  } else if (clock) follow(of, clock, at, again)
  else startAnswer(of, at)
  startResult(of, at, true) // that of its cycle may have been cancelled since
}

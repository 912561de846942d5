import { corrected, dismissed, paused, reopened } from './acts.ts'
import { answeredOutside, shown } from './answered.ts'
import { close } from './cycle.ts'
import { dispatched } from './dispatched.ts'
import type { Fact } from './facts.ts'
import { SECOND } from './minutes.ts'
import { fixResult, lower, takeNotice } from './moves.ts'
import { endNeeds, raiseNeed } from './needs.ts'
import { acknowledgeFor } from './promises.ts'
import { removed, said } from './said.ts'
import { nothingYet, type State } from './state.ts'
import { takenDown } from './taken-down.ts'

/** The thread is read again so long after a case was opened late, for what came before. */
const LOOK_BACK = 5 * SECOND

/**
 * What ought to have become of one citizen's case, told fact after fact. It knows the rules and no line of the house:
 * after each fact it asks anew who waits and what follows from that. `awakeBy` says when somebody looks at the clocks.
 */
export function lifeOf(facts: readonly Fact[], awakeBy: (at: number) => number): State {
  const of = nothingYet(awakeBy)
  const left = [...facts]
  while (left.length > 0) {
    const fact = left.shift()!
    const readAgain = apply(of, fact)
    if (!readAgain) continue
    const at = awakeBy(fact.at + LOOK_BACK)
    const place = left.findIndex(other => other.at > at)
    left.splice(place < 0 ? left.length : place, 0, ...of.earlier.map(earlier => ({ ...earlier, at })))
  }
  return of
}

function apply(of: State, fact: Fact): boolean {
  if (fact.kind === 'said' || fact.kind === 'said-otherwise') return said(of, fact)
  if (of.exists) act(of, fact)
  return false
}

type Done = Exclude<Fact, { kind: 'said' | 'said-otherwise' }>

function act(of: State, fact: Done): void {
  const { at } = fact
  switch (fact.kind) {
    case 'removed':
      return removed(of, fact.comment, at)
    case 'drafted':
      return drafted(of, fact)
    case 'taken':
    case 'attested':
      return void of.ways.push({ reply: fact.reply, from: at, to: Infinity })
    case 'lost':
      for (const way of of.ways) if (way.reply === fact.reply && way.to === Infinity) way.to = at
      return
    case 'shown':
      return shown(of, fact.reply, fact.acceptedAt, at)
    case 'taken-down':
      return takenDown(of, fact.reply, at)
    case 'answered-outside':
      return answeredOutside(of, fact.acceptedAt, at)
    case 'acknowledged':
      return void of.acknowledged.push({ at, until: at + acknowledgeFor[of.urgent ? 'urgent' : 'normal'] })
    case 'released':
    case 'spokesperson-named':
      if (of.lock && fact.kind === 'released') of.lock.released = true
      return endNeeds(of, at, ({ subject }) => subject === 'lock')
    case 'notice-amended':
      return takeNotice(of, at)
    case 'supervised':
      return raiseNeed(of, { kind: 'supervised', subject: 'supervision', at: fact.dueAt, urgent: of.urgent })
    case 'lowered':
      of.urgent = false
      lower(of, at)
      return endNeeds(of, at, ({ kind }) => kind === 'urgent')
    case 'extended':
      return fixResult(of, fact.until, at)
    case 'closed-without-result':
      return close(of, 'answered', at, at)
    case 'dismissed':
      return dismissed(of, at)
    case 'reopened':
      return reopened(of, at)
    case 'corrected':
      return corrected(of, fact)
    case 'paused':
    case 'resumed':
      return paused(of, fact)
    default:
      return dispatched(of, fact)
  }
}

/** It answers all who wait, and stands under the newest of them; where nobody waits, under what was answered last. */
function drafted(of: State, { reply, as, promisedAt }: Extract<Fact, { kind: 'drafted' }>): void {
  const answers = of.waiting.map(({ comment }) => comment)
  const newest = of.waiting.toSorted((a, b) => a.publishedAt - b.publishedAt).at(-1) ?? of.answeredLast.at(-1)
  of.replies.set(reply, {
    as,
    answers,
    shown: false,
    ...(newest && { under: newest.comment }),
    ...(promisedAt !== undefined && { promisedAt })
  })
}

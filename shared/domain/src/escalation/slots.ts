import type { Ladder, Rung } from '@huiyin/schemas/ladder.ts'
import { joined } from './stretches.ts'
import type { Acknowledgement, EscalationHistory, Trigger } from './trigger.ts'

/**
 * The instants at which a ladder tells, as they follow from what happened and not from when somebody looked.
 * A rung is reached `after` the trigger and repeats until the next is reached. An acknowledgement holds the ladder:
 * its time stands still, and when it runs out the same rung is told again and the time left to the next one counts on
 * (R33). What gets worse ends every hold that is older and is told at the rung that stands (R38). Warnings before
 * a due time are bound to that: their ladder is silent in a hold, but does not stand still (R29).
 */
export type SlotWhy = 'reached' | 'repeated' | 'acknowledgement-ran-out' | 'worse'
export type Slot = { rung: number; at: number; why: SlotWhy }

/** Something that changes the course: a hold has an end, a worsening none; `cut` when a worsening ended the hold. */
type Mark = { at: number; until?: number; cut?: boolean }

type Climb = {
  rungs: readonly Rung[]
  trigger: Trigger
  first: number
  /** When a first rung with `after` 0 would have been reached. */
  start: number
  /** The rung that stands; one below the first before that is reached. */
  rung: number
  /** When it told last. */
  last: number
  /** Repeats that it has left. */
  left: number
  stoodStill: number
}

/** All slots of a ladder in the order of time; endless where its repeats are, so take no more than you need. */
export function* slotsOf({ rungs }: Ladder, trigger: Trigger, history: EscalationHistory): Generator<Slot, void> {
  const climb = atTheFoot(rungs, trigger)
  if (trigger.foundLate) return yield { rung: climb.first, at: trigger.at, why: 'reached' }
  const marks = marksOf(trigger, history)
  while (true) {
    const next = nextOf(climb)
    const mark = marks[0]
    if (!next && !mark) return
    const slot = next && (!mark || next.at < mark.at) ? next : pass(climb, marks.shift()!)
    if (slot) yield tell(climb, slot)
  }
}

function atTheFoot(rungs: readonly Rung[], trigger: Trigger): Climb {
  const first = Math.min(trigger.fromRung ?? 0, rungs.length - 1)
  const start = trigger.at - (first > 0 ? rungs[first]!.after : 0)
  return { rungs, trigger, first, start, rung: first - 1, last: trigger.at, left: 0, stoodStill: 0 }
}

/** What comes next if nothing happens: the next rung, or the same once more before that. */
function nextOf({ rungs, rung, first, start, last, left, stoodStill }: Climb): Slot | undefined {
  const above = rungs[rung + 1]
  const at = above && Math.max(last, start + above.after + stoodStill)
  const every = rung < first ? undefined : rungs[rung]?.repeat?.every
  if (every !== undefined && left > 0 && (at === undefined || last + every < at))
    return { rung, at: last + every, why: 'repeated' }
  return at === undefined ? undefined : { rung: rung + 1, at, why: 'reached' }
}

/** Repeats count anew on each rung; what an event caused takes none of them away. */
function tell(climb: Climb, slot: Slot): Slot {
  const { repeat } = climb.rungs[slot.rung]!
  if (slot.rung > climb.rung) climb.left = repeat ? (repeat.times ?? Infinity) : 0
  else if (slot.why === 'repeated') climb.left -= 1
  climb.rung = slot.rung
  climb.last = slot.at
  return slot
}

/** Goes past a mark; the slot that it causes, if any. */
function pass(climb: Climb, { at, until, cut }: Mark): Slot | undefined {
  if (until === undefined) return { rung: Math.max(climb.first, standing(climb, at)), at, why: 'worse' }
  const rung = standing(climb, until)
  if (climb.trigger.kind !== 'approaching') climb.stoodStill += until - at
  if (!cut && rung > climb.rung) return { rung, at: until, why: 'reached' }
  if (!cut && rung >= climb.first && climb.rungs[rung]!.untilAcknowledged)
    return { rung, at: until, why: 'acknowledgement-ran-out' }
  climb.last = cut ? until : climb.last + until - at // what got worse is told next, at that very instant
  return undefined
}

/** The rung that stands at an instant: of a ladder that does not stand still, the last one passed. */
const standing = ({ trigger, rungs, rung, start }: Climb, at: number) =>
  trigger.kind === 'approaching'
    ? Math.max(
        rung,
        rungs.findLastIndex(({ after }) => start + after <= at)
      )
    : rung

/** Holds and worsenings in the order of time, what got worse before what was acknowledged at the same instant. */
function marksOf(trigger: Trigger, { acknowledged, worsened }: EscalationHistory): Mark[] {
  const worse = new Set(worsened.map(({ at }) => at).filter(at => at >= trigger.at))
  const holds = acknowledged
    .filter(({ at }) => at > trigger.at || trigger.kind === 'approaching')
    .map(one => ({ from: Math.max(one.at, trigger.at), to: endOf(one, worse) }))
  const marks: Mark[] = Array.from(worse, at => ({ at }))
  for (const { from, to } of joined(holds)) marks.push({ at: from, until: to, cut: worse.has(to) })
  return marks.sort((a, b) => a.at - b.at || Number(a.until !== undefined) - Number(b.until !== undefined))
}

/** Whoever acknowledged did not know how bad it would get. */
const endOf = ({ at, until }: Acknowledgement, worse: ReadonlySet<number>) =>
  Math.min(until, ...Array.from(worse).filter(instant => instant >= at))

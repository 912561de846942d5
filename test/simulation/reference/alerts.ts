import { climb, stepsFor } from './climb.ts'
import { current, type RefClock } from './clock.ts'
import { MINUTE } from './minutes.ts'
import { afterNight } from './night.ts'
import { promiseOf } from './promises.ts'
import type { RefNeed, State } from './state.ts'
import { breachOf, lookedAt } from './told.ts'

/** Somebody has to be told something at a whole second at which somebody looks. */
export type Owed = {
  kind: 'warn' | 'breach' | 'unsigned-dispatch' | RefNeed['kind']
  subject: string
  /** ms before the due time of a warn point, else the rung. */
  step: number
  at: number
  /** When it had to be told: what happened at one instant is told as the gravest of what it is. */
  owedAt: number
  /** It goes into a digest: it fell due while nobody could tell (R30), or at night (R37). */
  gather?: 'late' | 'quiet-hours' | undefined
}

/** What is told later than that was found late. */
const LATE = 2 * MINUTE

const isLate = (owedAt: number, at: number) => at - owedAt > LATE

/** Why something that was owed, could be told from `tellAt` on, and is told now goes into a digest. */
const gatherOf = (owedAt: number, tellAt: number, at: number) =>
  isLate(tellAt, at) ? 'late' : tellAt > owedAt ? 'quiet-hours' : undefined

/** From the gravest on. */
const GRAVEST: readonly RefNeed['kind'][] = [
  'reported-upward',
  'urgent',
  'risk-rose',
  'dispatched',
  'supervised',
  'reopened-often'
]

/** All that people had to be told until an instant. */
export function alertsOf(of: State, endedAt: number): Owed[] {
  const clocks = of.clocks.flatMap(clock => [...warnings(of, clock), ...breaches(of, clock, endedAt)])
  const needs = of.needs.flatMap(need => climbed(of, need, endedAt))
  const once = [...Map.groupBy(needs, ({ at, owedAt }) => `${at} ${owedAt}`).values()].map(gravest)
  return [...clocks, ...once].filter(({ at }) => at <= endedAt).sort((a, b) => a.at - b.at)
}

const gravest = (together: readonly Owed[]): Owed => together.reduce((a, b) => (rankOf(b) < rankOf(a) ? b : a))

const rankOf = ({ kind }: Owed) => (GRAVEST as readonly string[]).indexOf(kind)

const knownEnd = ({ knownAt }: RefClock) => knownAt ?? Infinity

const isUrgentAt = ({ urgencies }: RefClock, at: number) => urgencies.findLast(one => one.from <= at)!.urgent

const isOwned = ({ acknowledged }: State, at: number) => acknowledged.findLast(one => one.at <= at)?.until

/** R29: the nearest warn point that was passed, each once as long as the due time stands; not to one who owns the case. */
function warnings(of: State, clock: RefClock): Owed[] {
  const owed: Owed[] = []
  let told = new Set<number>()
  const tell = (step: number, owedAt: number, at: number, urgent: boolean) => {
    if ((isOwned(of, at) ?? 0) > at) return
    const late = of.bornAt <= owedAt && isLate(owedAt, at) // who had no case then could not be told in time
    const gather = !urgent && afterNight(at) > at ? 'quiet-hours' : late ? 'late' : undefined
    owed.push({ kind: 'warn', subject: clock.id, step, at, owedAt, gather })
  }
  clock.dues.forEach((due, i) => {
    const until = Math.min(clock.dues[i + 1]?.from ?? Infinity, knownEnd(clock))
    if (due.fresh) told = new Set()
    const { bornLate = Infinity, lateUpgrade = Infinity } = clock
    const points = promiseOf(due.basis.name, due.basis.hurried).warnBefore.toSorted((a, b) => b - a)
    for (const point of points) {
      const at = lookedAt(of, clock, Math.max(due.from, due.dueAt - point))
      const nearest = points.findLast(one => at >= due.dueAt - one)
      if (at >= until || at >= due.dueAt || nearest !== point || told.has(point)) continue
      if (at >= Math.min(bornLate, lateUpgrade)) continue
      for (const passed of points) if (passed >= point) told.add(passed)
      tell(point, due.dueAt - point, at, isUrgentAt(clock, at))
    }
    const actNow = of.awakeBy(lateUpgrade)
    if (lateUpgrade >= due.from && actNow < until) tell(0, actNow, actNow, isUrgentAt(clock, actNow))
  })
  return owed
}

/** Over: the ladder of the breach; or once, when it was over before anybody could know (R30). */
function breaches(of: State, clock: RefClock, endedAt: number): Owed[] {
  const { id: subject, kind: what, stage, bornLate } = clock
  const kind = what === 'leg' && stage === 'sign' ? 'unsigned-dispatch' : 'breach'
  const end = knownEnd(clock)
  const breach = breachOf(of, clock)
  if (!breach && bornLate !== undefined) return foundLate(of, clock, kind, bornLate)
  if (!breach || breach.told >= end || breach.told > endedAt) return []
  const { told, heldUntil } = breach
  const { dueAt } = breach.due
  const urgent = isUrgentAt(clock, told) // what rises later is told as what it is
  const tellings = climb({
    steps: stepsFor(kind, urgent),
    at: dueAt,
    fromRung: 0,
    acknowledged: of.acknowledged,
    worsened: [],
    until: endedAt + 1
  })
  return tellings.flatMap(({ rung, at }): Owed[] => {
    const owedAt = Math.max(at, heldUntil)
    const tellAt = urgent ? owedAt : Math.max(afterNight(at), heldUntil)
    const looked = Math.max(told, lookedAt(of, clock, tellAt))
    return looked < end && !isTakenSince(of, at, looked)
      ? [{ kind, subject, step: rung, at: looked, owedAt, gather: gatherOf(owedAt, tellAt, looked) }]
      : []
  })
}

function foundLate(of: State, clock: RefClock, kind: 'breach' | 'unsigned-dispatch', since: number): Owed[] {
  const { dueAt } = current(clock)
  const first = lookedAt(of, clock, since)
  const at = isUrgentAt(clock, first) ? first : lookedAt(of, clock, Math.max(first, afterNight(dueAt)))
  const isAnswer = clock.kind === 'first' || clock.kind === 'next'
  if (!isAnswer || at >= knownEnd(clock) || isTakenSince(of, dueAt, at)) return []
  return [{ kind, subject: clock.id, step: 0, at, owedAt: dueAt, gather: 'late' }]
}

function climbed(
  of: State,
  { kind, subject, at, urgent, fromRung, worsened, endedAt: ended = Infinity }: RefNeed,
  endedAt: number
) {
  const tellings = climb({
    steps: stepsFor(kind, urgent),
    ...{ at, fromRung, worsened },
    acknowledged: of.acknowledged,
    until: endedAt + 1
  })
  return tellings.flatMap((telling): Owed[] => {
    const { rung: step, at: owedAt } = telling
    const isLoud = urgent || worsened.some(instant => instant <= owedAt)
    const tellAt = isLoud ? owedAt : afterNight(owedAt)
    const looked = of.awakeBy(tellAt)
    const stands = looked < ended && (worsened.includes(owedAt) || !isTakenSince(of, owedAt, looked))
    if (!stands) return []
    if (kind !== 'dispatched')
      return [{ kind, subject, step, at: looked, owedAt, gather: gatherOf(owedAt, tellAt, looked) }]
    const gather = gatherOf(tellAt, tellAt, looked) // it goes alone, after the night
    return [{ kind, subject, step, at: looked, owedAt: tellAt, gather }]
  })
}

/** Somebody took the case after it had to be told and before anybody looked (R34). */
const isTakenSince = ({ acknowledged }: State, owed: number, looked: number) =>
  acknowledged.some(({ at }) => at > owed && at <= looked)

import type { ClockKind } from './facts.ts'
import { dueAfter, type Notices, noticesAt, type Stretch } from './minutes.ts'
import { type PromiseName, promiseOf } from './promises.ts'

export type Outcome = 'met' | 'missed_answered_late' | 'missed_open' | 'cancelled' | 'superseded' | 'merged' | 'void'

/** What a promise counts from, and whether it is the urgent one. */
export type Basis = { name: PromiseName; since: number; hurried: boolean; by?: Notices }

/** What a clock was due, from the instant on at which that was known. */
export interface DueVersion {
  from: number
  dueAt: number
  urgent: boolean
  basis: Basis
  /** Warned of anew; a pause moves the due time and leaves told what was told. */
  fresh: boolean
  /** A person set it. */
  fixed: boolean
}

/** A promise as it ran, with all its due times. */
export interface RefClock {
  /** Such as `first-1`: the so-manieth of its kind. */
  id: string
  kind: ClockKind
  stage?: 'sign' | 'handle'
  cycle: number
  startedAt: number
  dues: DueVersion[]
  urgencies: { from: number; urgent: boolean }[]
  pauses: Stretch[]
  /** Since when it is known that it was late before anybody could know. */
  bornLate?: number
  /** Since when it is known that it became urgent too late. */
  lateUpgrade?: number
  /** In which it was known to have stopped, before it turned out to run on. */
  gaps: Stretch[]
  /** When it stopped, and when that was known. */
  stoppedAt?: number
  knownAt?: number
  outcome?: Outcome
  /** How it reads since an older comment was found: outcomes compare instants, never order of arrival. */
  revised?: { startedAt: number; dueAt: number; outcome: Outcome }
}

/** Something that waits for an answer: due by its own time, and by the time at which it became urgent. */
export type Waiting = { comment: string; publishedAt: number; since: number; urgent: boolean; raisedAt?: number }

export type Planned = { dueAt: number; basis: Basis }

const walked = new Map<string, number>()

/** When a promise is due; what was walked once without pauses is not walked again. */
export function plannedOn(basis: Basis, pauses: readonly Stretch[]): Planned {
  const { name, since, hurried, by } = basis
  const key = `${name} ${since} ${hurried} ${by}`
  const known = pauses.length === 0 ? walked.get(key) : undefined
  const { target } = promiseOf(name, hurried)
  const dueAt = known ?? dueAfter(target, since, { pauses, ...(by && { by }) })
  if (pauses.length === 0) walked.set(key, dueAt)
  return { basis, dueAt }
}

/**
 * When one who waits is owed it, as is known at `at`: the sooner of what was promised first and what became urgent
 * later. What began before the notice was amended, and is found only then, is due as if it had run all along.
 */
export function planFor(
  name: PromiseName,
  of: Waiting,
  { at, pauses = [] }: { at: number; pauses?: readonly Stretch[] }
): Planned {
  const { since, urgent, raisedAt } = of
  if (raisedAt === undefined) return plannedOn({ name, since, hurried: urgent, ...noticesOf(since, at) }, pauses)
  return sooner([
    plannedOn({ name, since, hurried: false, ...noticesOf(since, at) }, pauses),
    hurriedPlan(name, of, pauses)
  ])
}

/** R21: so long after it became urgent. */
export const hurriedPlan = (
  name: PromiseName,
  { since, raisedAt = since }: Waiting,
  pauses: readonly Stretch[]
): Planned => plannedOn({ name, since: Math.max(since, raisedAt), hurried: true }, pauses)

export const noticesOf = (since: number, at: number): { by?: Notices } =>
  noticesAt(since) === 'first' && noticesAt(at) === 'amended' ? { by: 'amended-meanwhile' } : {}

export const sooner = (plans: readonly Planned[]): Planned => plans.reduce((a, b) => (b.dueAt < a.dueAt ? b : a))

export const current = ({ dues }: RefClock): DueVersion => dues.at(-1)!

export const isRunning = ({ stoppedAt }: RefClock): boolean => stoppedAt === undefined

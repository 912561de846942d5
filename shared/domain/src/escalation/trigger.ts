import type { Ladder, TriggerKind } from '@huiyin/schemas/ladder.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'

/** A stretch of time in which nobody could know or tell: the machine slept, a collector was down. */
export type Gap = { from: number; to: number; why: string }

/** What a ladder is climbed for. Instants are ms since 1970, UTC. */
export type Trigger = {
  /** Id of the ticket or incident. */
  ticket: string
  /** Id of the clock, dispatch, incident or alarm that it is about. */
  subject: string
  /** Number `n` of the event that set it. */
  event: number
  kind: TriggerKind
  /** Rungs count from here. */
  at: number
  urgent: boolean
  level: RiskLevel
  /** Whose head a rung means that names no department. */
  department?: string
  /** Departments whose heads are told with that one's. */
  assisting?: readonly string[]
  /** It was kept back on purpose until then, and is not late before. */
  heldUntil?: number
  /** The ladder begins at this rung: what was reopened often begins one rung up (R20). */
  fromRung?: number
  /** It was overdue before anybody could know of it: told once, in the digest that names the gap (R30). */
  foundLate?: Gap
}

/** A row that stands: what was told, with the instant at which the ladder had reached it. */
export type Told = { rung: number; repeat: number; at: number }

/** Somebody owns it from `at` up to, not including, `until` (R33). */
export type Acknowledgement = { at: number; until: number }

/** It got worse: a graver level, or urgent now (R38). */
export type Worsening = { at: number; level?: RiskLevel; urgent?: boolean }

/** What ends the need for good (R34); a later need has another event and is another trigger. */
export type End = {
  at: number
  why: 'replied' | 'paused' | 'merged' | 'closed' | 'handed-over' | 'superseded' | 'calm'
}

/** Everything that has happened to a trigger, in any order, doubled or not. */
export type EscalationHistory = {
  told: readonly Told[]
  acknowledged: readonly Acknowledgement[]
  worsened: readonly Worsening[]
  ended: readonly End[]
}

export const NOTHING_YET: EscalationHistory = { told: [], acknowledged: [], worsened: [], ended: [] }

/** How long an acknowledgement holds in ms (R33). */
export const HOLDS = { urgent: 15 * 60_000, normal: 2 * 3_600_000 } as const

export const acknowledgedAt = (at: number, urgent: boolean): Acknowledgement => ({
  at,
  until: at + HOLDS[urgent ? 'urgent' : 'normal']
})

/** The ladder in force at the trigger's instant; undefined when there is none for its kind and urgency. */
export function ladderFor(
  ladders: readonly Ladder[],
  { kind, urgent, at }: Pick<Trigger, 'kind' | 'urgent' | 'at'>
): Ladder | undefined {
  return ladders
    .filter(ladder => ladder.for.includes(kind) && ladder.urgent === urgent && ladder.effectiveFrom <= at)
    .reduce<Ladder | undefined>((a, b) => (a && a.effectiveFrom >= b.effectiveFrom ? a : b), undefined)
}

import type { Incident } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import { isGraver } from '../risk-levels.ts'
import { isRunning } from './instructions.ts'
import { targetOf } from './level.ts'
import { isLive } from './signals.ts'

/** What its events waited for the log before somebody else publishes them, in ms. */
export const SWEEP_AFTER = 10_000

/** What is old is collected for so long before the digest is made, in ms. */
export const DIGEST_AFTER = 60_000

/** When somebody has to look at an incident again (UTC in ms); undefined: never. */
export function incidentDueAt(
  incident: Incident,
  { lowerAfter }: Pick<IncidentRules, 'lowerAfter'>
): number | undefined {
  const { owes, unpublishedSince } = incident
  const owed = owes.map(({ stale, since, digest }) => (stale && !digest ? since + DIGEST_AFTER : 0))
  const sweep = unpublishedSince === undefined ? [] : [unpublishedSince + SWEEP_AFTER]
  const all = [...owed, ...sweep, ...(isLive(incident) ? whileLive(incident, lowerAfter) : [])]
  const published = incident.statements.flatMap(({ lookAt }) => lookAt ?? [])
  return least([...all, ...published])
}

function whileLive(incident: Incident, lowerAfter: number): number[] {
  const tracks = incident.tracks.filter(({ metAt, lateAt }) => metAt === undefined && lateAt === undefined)
  const falls = isGraver(incident.level, targetOf(incident)) && incident.lowerSince !== undefined
  const instructions = (incident.instructions ?? []).filter(isRunning).map(({ dueAt }) => dueAt!)
  return [...tracks.map(({ dueAt }) => dueAt), ...instructions, ...(falls ? [incident.lowerSince! + lowerAfter] : [])]
}

const least = (all: readonly number[]) => (all.length === 0 ? undefined : Math.min(...all))

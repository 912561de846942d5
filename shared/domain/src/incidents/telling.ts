import { INCIDENT_LIMITS, type Incident, type TellWhy } from '@huiyin/schemas/incident.ts'
import { isGraver } from '../risk-levels.ts'
import type { IncidentDraft } from './draft.ts'

/** Whether letters are held back: until an instant, and no graver level was reached. */
export const isMuted = ({ muted, level }: Pick<Incident, 'muted' | 'level'>, now: number): boolean =>
  muted !== undefined && now < muted.until && !isGraver(level, muted.level)

/**
 * A letter is owed for event `n`; `at` is when what it tells happened. While it is muted nobody is told of anything but
 * a leader's instruction.
 */
export function owe(
  draft: IncidentDraft,
  { why, n, at, of }: { why: TellWhy; n: number; at: number; of?: string }
): void {
  const { incident, now, rules } = draft
  if (isMuted(incident, now) && why !== 'instructed') return
  const { level } = incident
  const stale = now - at > rules.staleAfter
  const urgent = !stale && why !== 'closed' && !isGraver(rules.urgentFrom, level)
  const owed = { n, why, at, since: now, level, urgent, ...(of !== undefined && { of }), ...(stale && { stale }) }
  incident.owes = [...incident.owes, owed].slice(-INCIDENT_LIMITS.owes)
}

export function noteTold(
  draft: IncidentDraft,
  of: { ns: readonly number[]; letter: string; recipients: number }
): void {
  const { incident, now } = draft
  const { ns, letter, recipients } = of
  const told = incident.owes.filter(({ n }) => ns.includes(n))
  if (told.length === 0) return
  incident.owes = incident.owes.filter(owed => !told.includes(owed))
  const rows = told.map(({ n, why, level }) => ({ letter, n, why, at: now, level, recipients, received: 0 }))
  incident.reports = [...incident.reports, ...rows].slice(-INCIDENT_LIMITS.reports)
  const given = new Set(told.flatMap(({ why, of }) => (why === 'instructed' && of !== undefined ? [of] : [])))
  if (given.size === 0 || recipients === 0) return
  incident.instructions = (incident.instructions ?? []).map(one => (given.has(one.id) ? { ...one, letter } : one))
}

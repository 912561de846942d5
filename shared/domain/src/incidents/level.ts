import type { Incident, IncidentFigures, Scale, Trend } from '@huiyin/schemas/incident.ts'
import type { IncidentRules, LevelRow, ScaleStep } from '@huiyin/schemas/incident-rules.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { graver, isGraver } from '../risk-levels.ts'
import { type IncidentDraft, tellOf } from './draft.ts'

/** Nature, scale and trend give the level by the table of the rules; a person's word stands above the table. */

/** The first nature that enough of the comments tell; the last one asks nothing. */
export function natureOf({ natures }: IncidentRules, { looked, tells }: Pick<Incident, 'looked' | 'tells'>): string {
  const told = natures.find(({ id, share = 0 }) => (tells[id] ?? 0) > 0 && tells[id]! >= share * looked)
  return (told ?? natures.at(-1)!).id
}

/** The highest step of which anything is reached. */
export function scaleOf({ scales }: IncidentRules, figures: IncidentFigures): Scale {
  const platforms = new Set(figures.spread.map(({ platform }) => platform)).size
  const has = { comments: figures.comments, people: figures.people, accounts: figures.spread.length, platforms }
  const isReached = (step: ScaleStep) =>
    (['comments', 'people', 'accounts', 'platforms'] as const).some(what => has[what] >= (step[what] ?? Infinity))
  return scales.findLast(isReached)?.scale ?? 'small'
}

/** By the rate (comments an hour) and that of the look before; the first look of all is a rise. */
export function trendOf({ trend }: IncidentRules, rate: number, before: number | undefined): Trend {
  if (before === undefined || rate >= before * trend.rising) return 'rising'
  return rate <= before * trend.falling ? 'falling' : 'steady'
}

/** The row of the table; the rules are checked to have one of each. */
export function rowOf({ levels }: IncidentRules, nature: string, scale: Scale): LevelRow | undefined {
  return levels.find(row => row.nature === nature && row.scale === scale)
}

/** What the table gives as it now stands; what it has no row for is as it was. */
export function judge({ incident, rules }: IncidentDraft): void {
  incident.nature = natureOf(rules, incident)
  incident.scale = scaleOf(rules, incident.figures)
  const row = rowOf(rules, incident.nature, incident.scale)
  if (!row) return
  incident.found = row[incident.trend]
  incident.impact = row.impact
}

/** A level that a person has set is left only for what is graver than what the table gave then. */
export function targetOf({ set, found }: Pick<Incident, 'set' | 'found'>): RiskLevel {
  if (!set) return found
  return isGraver(found, set.found) ? graver(found, set.level) : set.level
}

/** Rises at once; falls only when the table has given a lower level for as long as the rules say (R39). True: it rose. */
export function settleLevel(draft: IncidentDraft): boolean {
  const { incident, now, rules } = draft
  const { level, lowerSince = now } = incident
  const target = targetOf(incident)
  if (!isGraver(level, target)) delete incident.lowerSince
  if (target === level) return false
  if (isGraver(level, target)) {
    incident.lowerSince = lowerSince
    if (now - lowerSince < rules.lowerAfter) return false
    delete incident.lowerSince
  }
  incident.level = target
  tellOf(draft, 'incident.levelled', { level: target, was: level, found: incident.found, by: 'table' })
  return isGraver(target, level)
}

import type { Incident } from '@huiyin/schemas/incident.ts'
import type { IncidentRules, MuteRule } from '@huiyin/schemas/incident-rules.ts'
import { idOf } from '../ids.ts'
import { isGraver } from '../risk-levels.ts'

/** Whether a rule keeps it from being opened: it is about the rule's words, in its accounts, and below its level. */
export const isSilenced = ({ mutes }: IncidentRules, incident: Incident, now: number): boolean =>
  incident.figures.urgent === 0 && mutes.some(rule => covers(rule, incident, now))

function covers({ words, accounts, below, until }: MuteRule, incident: Incident, now: number): boolean {
  if (until !== undefined && now >= until) return false
  if (!isGraver(below, incident.level)) return false
  const isIn = incident.figures.spread.every(of => !accounts || accounts.includes(idOf(of.platform, of.account)))
  return isIn && words.some(word => incident.title.includes(word) || incident.words.includes(word))
}

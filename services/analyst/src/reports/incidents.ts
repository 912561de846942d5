import type { ReportIncident } from '@huiyin/domain/reports/material.ts'
import { INCIDENT, INCIDENT_MEMBERS } from '@huiyin/ports/incidents.ts'
import { entriesOf } from '@huiyin/ports/rule-records.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Incident, IncidentMember } from '@huiyin/schemas/incident.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import { gravest, openBest } from './best.ts'
import type { ReportPorts } from './ports.ts'

const SHOWN = 20
const CITED = 3
const LOOKED_AT = 200
const GRAVITY: Record<RiskLevel, number> = { red: 3, orange: 2, yellow: 1, blue: 0 }

/** The incidents that a period had to do with, the gravest first; false alarms and merged ones are not told. */
export async function incidentsOf(
  { records }: Pick<ReportPorts, 'records'>,
  { from, to }: { from: number; to: number }
): Promise<Incident[]> {
  const found: Incident[] = []
  for await (const { value } of entriesOf<Incident>(records, INCIDENT)) {
    const { state, bornAt, closed } = value
    const during = bornAt < to && (closed === undefined || closed.at >= from)
    if (during && state !== 'dismissed' && state !== 'merged') found.push(value)
  }
  return found.sort(order).slice(0, SHOWN)
}

const order = (a: Incident, b: Incident) =>
  GRAVITY[b.level] - GRAVITY[a.level] || b.figures.comments - a.figures.comments || (a.id < b.id ? -1 : 1)

/** With the comments that show it: the gravest of its first members. */
export async function withComments(
  { records, comments }: Pick<ReportPorts, 'records' | 'comments'>,
  incident: Incident
): Promise<ReportIncident & { shown: StoredComment[] }> {
  const members = await records.list<IncidentMember>(INCIDENT_MEMBERS, { prefix: `${incident.id}/`, atMost: LOOKED_AT })
  const refs = members.map(({ value: { comment: id, publishedAt } }) => ({ id, publishedAt }))
  const best = openBest(CITED, gravest)
  for (const found of refs.length > 0 ? await comments.getMany(refs) : []) {
    if (found?.document.state === 'visible') best.offer(found.document)
  }
  const shown = best.list()
  return { incident, shown, cited: shown.map(({ id, publishedAt }) => ({ id, publishedAt })) }
}

/** All members, a page in memory at a time. */
export async function* membersOf(
  { records }: Pick<ReportPorts, 'records'>,
  incident: string
): AsyncGenerator<IncidentMember> {
  for await (const { value } of entriesOf<IncidentMember>(records, INCIDENT_MEMBERS, `${incident}/`)) yield value
}

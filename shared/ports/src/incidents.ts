import { accountId } from '@huiyin/domain/ids.ts'
import type { IncidentCommand } from '@huiyin/domain/incidents/commands.ts'
import { decideIncident } from '@huiyin/domain/incidents/decide.ts'
import { incidentSubject } from '@huiyin/domain/incidents/draft.ts'
import { incidentDueAt } from '@huiyin/domain/incidents/due.ts'
import { incidentNotFound } from '@huiyin/domain/incidents/refusals.ts'
import { INCIDENT_LIMITS, type Incident, type IncidentMember, type IncidentRow } from '@huiyin/schemas/incident.ts'
import type { IncidentRules } from '@huiyin/schemas/incident-rules.ts'
import { actOnRecord, type RecordDesk } from './act-on-record.ts'
import type { Entry, Records } from './records.ts'

/** Kinds of the records of incidents. */
export const INCIDENT = 'incident'
export const INCIDENT_SUBJECT = 'incident-subject'
export const INCIDENT_MEMBER = 'incident-member'
export const INCIDENT_MEMBERS = 'incident-members'
export const INCIDENT_TEXT = 'incident-text'
/** A few words of each, the newest first: what lists are made of. */
export const INCIDENT_ROW = 'incident-row'

export interface IncidentDesk extends RecordDesk {
  records: Pick<Records, 'get' | 'putEach' | 'put'>
  rules: IncidentRules
  /** One person alone can sign in: they approve what they wrote themselves. */
  alone?: boolean
}

/**
 * The only way in which incidents change. Undefined where there is none and the news opens none.
 * Throws what `decideIncident` refuses, STORE_REFUSED or STORE_UNAVAILABLE.
 */
export async function actOnIncident(
  desk: IncidentDesk,
  id: string,
  command: IncidentCommand
): Promise<Incident | undefined> {
  const incident = await actOnRecord<Incident>(
    desk,
    { kind: INCIDENT, id, subject: incidentSubject(id), dueAt: incident => incidentDueAt(incident, desk.rules) },
    (incident, now) => {
      const decided = decideIncident(incident, command, { id, now, rules: desk.rules, alone: desk.alone ?? false })
      return { document: decided.incident, events: decided.events }
    }
  )
  if (incident) await desk.records.put<IncidentRow>(INCIDENT_ROW, incidentRow(incident)) // healed by the sweep behind it
  return incident
}

/** Its row in lists. */
export function incidentRow(incident: Incident): Entry<IncidentRow> {
  const { id, bornAt, figures, tracks, muted, mergedInto } = incident
  const { number, state, title, nature, scale, trend, impact, level, procedure, since, lastAt, departments } = incident
  const late = tracks.filter(({ lateAt, metAt }) => lateAt !== undefined && metAt === undefined).length
  const value: IncidentRow = {
    ...{ id, number, state, title, nature, scale, trend, impact, level, procedure, since, bornAt, lastAt, departments },
    ...{ comments: figures.comments, people: figures.people, negative: figures.sentiment.negative, late },
    urgent: figures.urgent,
    accounts: figures.spread.map(({ platform, account }) => accountId({ platform, id: account })),
    ...(muted && { mutedUntil: muted.until }),
    ...standingOf(incident),
    ...(mergedInto !== undefined && { mergedInto })
  }
  return { id: `${String(END_OF_TIME - bornAt).padStart(14, '0')}/${id}`, value }
}

/** How it grows and what is due of it. */
function standingOf({ looks, tracks, steps, instructions = [] }: Incident): Partial<IncidentRow> {
  const undone = instructions.filter(({ done }) => done === undefined)
  const due = [
    ...tracks.filter(({ metAt }) => metAt === undefined),
    ...steps.filter(({ state }) => state === 'open'),
    ...undone.map(({ dueAt }) => ({ dueAt, name: undefined }))
  ].flatMap(({ dueAt, name }) => (dueAt === undefined ? [] : { dueAt, ...(name && { name }) }))
  const next = due.toSorted((a, b) => a.dueAt - b.dueAt)[0]
  const rate = looks.at(-1)?.rate
  return {
    ...(rate !== undefined && { rate }),
    ...(looks.length > 0 && { curve: thinned(looks).map(({ at, comments }) => ({ at, comments })) }),
    ...(next && { next }),
    ...(undone.length > 0 && { instructions: undone.length })
  }
}

/** Evenly over all, the first and the last among them. */
const thinned = (looks: Incident['looks']): Incident['looks'] => {
  const most = INCIDENT_LIMITS.rowLooks
  if (looks.length <= most) return looks
  return Array.from({ length: most }, (_, i) => looks[Math.round((i * (looks.length - 1)) / (most - 1))]!)
}

const END_OF_TIME = 99_999_999_999_999

/** Throws INCIDENT_NOT_FOUND. */
export async function incidentOf(records: Pick<Records, 'get'>, id: string): Promise<Incident> {
  const found = await records.get<Incident>(INCIDENT, id)
  if (!found) throw incidentNotFound(id)
  return found.document.value
}

/** The incident in which one that was merged goes on; itself where it was not. Throws INCIDENT_NOT_FOUND. */
export async function livingOf(records: Pick<Records, 'get'>, id: string): Promise<Incident> {
  let incident = await incidentOf(records, id)
  while (incident.mergedInto !== undefined) incident = await incidentOf(records, incident.mergedInto) // each is older
  return incident
}

/** Kept in the order of their publication. */
export const memberRow = ({ publishedAt, comment }: Pick<IncidentMember, 'publishedAt' | 'comment'>, of: string) =>
  `${of}/${String(publishedAt).padStart(14, '0')}/${comment}`

/** The members of an incident, a page of them, the oldest first; `after` is the row of the last one. */
export const membersOf = (
  records: Pick<Records, 'list'>,
  incident: string,
  { after, atMost }: { after?: string; atMost: number }
): Promise<Entry<IncidentMember>[]> =>
  records.list<IncidentMember>(INCIDENT_MEMBERS, {
    prefix: `${incident}/`,
    atMost,
    ...(after !== undefined && { after })
  })

/**
 * Makes comments members, each of the incident that claims it first; what a person has taken out or moved stays as it
 * is. Answers those that are this incident's. Done twice it is done once.
 */
export async function claimMembers(
  records: Pick<Records, 'createEach' | 'getMany'>,
  incident: string,
  members: readonly IncidentMember[]
): Promise<IncidentMember[]> {
  if (members.length === 0) return []
  await records.createEach<IncidentMember>(
    INCIDENT_MEMBER,
    members.map(one => ({ id: one.comment, value: { ...one, incident } }))
  )
  const standing = await records.getMany<IncidentMember>(
    INCIDENT_MEMBER,
    members.map(({ comment }) => comment)
  )
  const ours = standing.flatMap(row => (row?.document.value.incident === incident ? [row.document.value] : []))
  await records.createEach<IncidentMember>(
    INCIDENT_MEMBERS,
    ours.map(one => ({ id: memberRow(one, incident), value: one }))
  )
  return ours
}

/** Moves members of these incidents to another one, or out of any; those that are elsewhere by now stay there. */
export async function moveMembers(
  records: Pick<Records, 'put' | 'remove' | 'getMany'>,
  comments: readonly string[],
  { of, to }: { of: readonly string[]; to?: string }
): Promise<void> {
  const rows = comments.length > 0 ? await records.getMany<IncidentMember>(INCIDENT_MEMBER, comments) : []
  for (const row of rows) {
    const member = row?.document.value
    if (member?.incident === undefined || (!of.includes(member.incident) && member.incident !== to)) continue
    const { incident: from, ...rest } = member
    const value: IncidentMember = { ...rest, ...(to !== undefined && { incident: to }) }
    if (to !== undefined) await records.put(INCIDENT_MEMBERS, { id: memberRow(member, to), value })
    await records.put(INCIDENT_MEMBER, { id: member.comment, value })
    if (from !== to) await records.remove(INCIDENT_MEMBERS, memberRow(member, from))
  }
}

/** The names under which its members are kept: its own, and of those that joined it, and of those that joined them. */
export async function namesOf(records: Pick<Records, 'get'>, { id, absorbed }: Incident): Promise<string[]> {
  const names = [id]
  for (const younger of absorbed) {
    const found = await records.get<Incident>(INCIDENT, younger)
    if (found) names.push(...(await namesOf(records, found.document.value)))
  }
  return names
}

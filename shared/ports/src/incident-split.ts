import { figuresOfMembers } from '@huiyin/domain/incidents/figures.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Incident, IncidentMember } from '@huiyin/schemas/incident.ts'
import { actOnIncident, INCIDENT, type IncidentDesk, moveMembers, namesOf } from './incidents.ts'
import type { Records } from './records.ts'

/** Kind of the records in which is written, before it is done, what is split off; by the id of the new incident. */
const KIND = 'incident-split'

export interface Splitting {
  elder: string
  title: string
  members: IncidentMember[]
  at: number
}

/** Kept before the elder is asked; the same again when it is asked again. */
export const planSplit = (records: Pick<Records, 'create'>, into: string, of: Splitting): Promise<boolean> =>
  records.create<Splitting>(KIND, { id: into, value: of })

/** Once the elder has let them go: the new incident begins, and its members go over to it. Done twice it is done once. */
export async function finishSplitOf(
  desk: IncidentDesk & { records: Records },
  into: string,
  actor: Actor
): Promise<Incident | undefined> {
  const { records } = desk
  const split = (await records.get<Splitting>(KIND, into))?.document.value
  const elder = split && (await records.get<Incident>(INCIDENT, split.elder))?.document.value
  if (!split || !elder || !split.members.every(({ comment }) => elder.parted.includes(comment))) return undefined
  const { title, members, at } = split
  const figures = figuresOfMembers(members)
  const begun = await actOnIncident(desk, into, { type: 'split.from', actor, elder, title, figures, at })
  const comments = members.map(({ comment }) => comment)
  await moveMembers(records, comments, { of: await namesOf(records, elder), to: into })
  return begun
}

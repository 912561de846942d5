import { accountId, ticketId } from '@huiyin/domain/ids.ts'
import { isGraver } from '@huiyin/domain/risk-levels.ts'
import { ofAccount } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { membersOf, namesOf } from '@huiyin/ports/incidents.ts'
import type { Entry } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { IncidentMemberView } from '@huiyin/schemas/api-incidents.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Incident, IncidentMember } from '@huiyin/schemas/incident.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { masked } from '../masking.ts'
import type { ApiPorts } from '../ports.ts'

/** Of so many of its members the gravest are cited. */
const LOOKED_AT = 200
const CITED = 5

type Row = Entry<IncidentMember>

/** A page of the members that somebody may read, with what they say; `after` names the last one that was looked at. */
export async function memberPage(
  ports: ApiPorts,
  incident: Incident,
  actor: Actor,
  { atMost, after }: { atMost: number; after?: string }
): Promise<{ rows: IncidentMemberView[]; after?: string }> {
  const found = await rowsOf(ports, incident, { atMost, ...(after !== undefined && { after }) })
  const rows = await viewsOf(
    ports,
    found.map(({ value }) => value),
    actor
  )
  return { rows, ...(found.length === atMost && { after: found.at(-1)!.id }) }
}

/** What the gravest of its first members said, of each of equal gravity the oldest first. */
export async function citedOf(ports: ApiPorts, incident: Incident, actor: Actor): Promise<IncidentMemberView[]> {
  const rows = await rowsOf(ports, incident, { atMost: LOOKED_AT })
  const members = rows.map(({ value }) => value).filter(one => reads(actor, one))
  return viewsOf(ports, members.toSorted(byGravity).slice(0, CITED), actor)
}

const byGravity = (a: IncidentMember, b: IncidentMember) =>
  Number(b.urgent) - Number(a.urgent) ||
  (a.level === b.level ? a.publishedAt - b.publishedAt : isGraver(a.level, b.level) ? -1 : 1)

/** Its own, then those of each that joined it. */
async function rowsOf(
  { records }: ApiPorts,
  incident: Incident,
  { atMost, after }: { atMost: number; after?: string }
): Promise<Row[]> {
  const names = await namesOf(records, incident)
  const from = after === undefined ? 0 : names.findIndex(name => after.startsWith(`${name}/`))
  const rows: Row[] = []
  for (const [i, name] of names.slice(Math.max(0, from)).entries()) {
    const left = atMost - rows.length
    if (left === 0) break
    rows.push(...(await membersOf(records, name, { atMost: left, ...(i === 0 && after !== undefined && { after }) })))
  }
  return rows
}

const reads = (actor: Actor, of: Pick<IncidentMember, 'platform' | 'account'>) =>
  mayDo(actor, 'comment.read', ofAccount(of))

/** As somebody may read them; what is of accounts that are not theirs is left out. */
async function viewsOf(
  { comments, tickets, accounts }: ApiPorts,
  members: readonly IncidentMember[],
  actor: Actor
): Promise<IncidentMemberView[]> {
  const theirs = members.filter(one => reads(actor, one))
  if (theirs.length === 0) return []
  const stored = await comments.getMany(theirs.map(({ comment, publishedAt }) => ({ id: comment, publishedAt })))
  const found = await tickets.getMany([...new Set(theirs.map(({ ticket }) => ticket))])
  const ticketOf = new Map(found.flatMap(one => (one ? [[one.document.id, one.document]] : [])))
  return theirs.map((member, i) => {
    const view = viewOf(member, stored[i]?.document, ticketOf.get(member.ticket))
    const accountName = accounts(member.platform, member.account)?.name
    const named = { ...view, ...(accountName !== undefined && { accountName }) }
    return mayDo(actor, 'personal.read', ofAccount(member)) ? named : masked(named)
  })
}

function viewOf(
  member: IncidentMember,
  stored: StoredComment | undefined,
  ticket: Ticket | undefined
): IncidentMemberView {
  const { comment: id, publishedAt, platform, account, level, sentiment, urgent } = member
  const isErased = stored?.state === 'erased'
  return {
    ...{ id, publishedAt, platform, account, level, sentiment, urgent },
    ...(stored && !isErased && saidBy(stored)),
    ...(ticket && { ticket: { id: ticket.id, number: ticket.number, status: ticket.status } })
  }
}

const saidBy = ({ text, author, classification, likes, link }: StoredComment) => ({
  text,
  ...(author.name !== undefined && { author: author.name }),
  ...(classification && { label: classification.label }),
  ...(likes !== undefined && { likes }),
  ...(link !== undefined && { link })
})

/** A stored comment as a member that a person adds. */
export function memberOfStored(stored: StoredComment): IncidentMember {
  const { id, publishedAt, platform, account, classification: of } = stored
  return {
    ...{ comment: id, publishedAt, platform, account, ticket: ticketId(stored) },
    sentiment: of?.sentiment.name ?? 'neutral',
    level: of?.risk.level ?? 'blue',
    urgent: of?.urgent ?? false
  }
}

export const accountOf = ({ platform, account }: Pick<IncidentMember, 'platform' | 'account'>) =>
  accountId({ platform, id: account })

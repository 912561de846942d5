import { incidentNotFound } from '@huiyin/domain/incidents/refusals.ts'
import { isGraver } from '@huiyin/domain/risk-levels.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Action } from '@huiyin/domain/roles/table.ts'
import { INCIDENT_ROW, incidentOf, incidentRow } from '@huiyin/ports/incidents.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Incident, IncidentRow, IncidentState } from '@huiyin/schemas/incident.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import type { FastifyRequest } from 'fastify'
import { actionOf, actorOf } from '../sign-in/guard.ts'

/** Of which incidents somebody may know: those that are spoken of in an account that they care for. */

const isTheirs = (actor: Actor, action: Action, { accounts }: Pick<IncidentRow, 'accounts'>): boolean =>
  accounts.length === 0 ? mayDo(actor, action, {}) : accounts.some(account => mayDo(actor, action, { account }))

/** Accounts that are not theirs are not named. */
export const rowFor = (actor: Actor, row: IncidentRow): IncidentRow => ({
  ...row,
  accounts: row.accounts.filter(account => mayDo(actor, 'incident.read', { account }))
})

/** The incident that a request names. Throws INCIDENT_NOT_FOUND, NOT_ALLOWED. */
export async function incidentFor(
  records: Pick<Records, 'get'>,
  request: FastifyRequest,
  id: string
): Promise<Incident> {
  const incident = await incidentOf(records, id)
  const actor = actorOf(request)
  const row = incidentRow(incident).value
  const [first] = row.accounts
  if (!isTheirs(actor, actionOf(request), row)) checkMay(actor, actionOf(request), first ? { account: first } : {})
  return incident
}

/** The same of another one that a body names; who may not know of it is told that there is none. */
export async function otherFor(records: Pick<Records, 'get'>, request: FastifyRequest, id: string): Promise<Incident> {
  const incident = await incidentOf(records, id)
  if (!isTheirs(actorOf(request), actionOf(request), incidentRow(incident).value)) throw incidentNotFound(id)
  return incident
}

export interface IncidentQuery {
  state?: readonly IncidentState[]
  level?: readonly RiskLevel[]
  nature?: string
  since?: number
  sort: 'newest' | 'gravest' | 'active'
  atMost: number
  after?: string
}

const PAGE = 200
/** So many of the newest are put in another order. */
const MOST = 2_000

/** A page of the incidents that somebody may know of. */
export async function findIncidents(
  records: Pick<Records, 'list' | 'refresh'>,
  actor: Actor,
  query: IncidentQuery
): Promise<{ rows: IncidentRow[]; after?: string }> {
  await records.refresh()
  const found = rowsOf(records, actor, query)
  return query.sort === 'newest' ? newestOf(found, query) : sortedOf(found, query)
}

type Found = { id: string; row: IncidentRow }

async function newestOf(found: AsyncIterable<Found>, { atMost }: IncidentQuery) {
  const page: Found[] = []
  for await (const one of found) {
    if (page.length === atMost) return { rows: page.map(({ row }) => row), after: page.at(-1)!.id }
    page.push(one)
  }
  return { rows: page.map(({ row }) => row) }
}

async function sortedOf(found: AsyncIterable<Found>, { sort, atMost, after }: IncidentQuery) {
  const all: IncidentRow[] = []
  for await (const { row } of found) if (all.push(row) >= MOST) break
  const order = sort === 'active' ? byActivity : byLevel
  const from = Number(after ?? 0)
  const rows = all.toSorted(order).slice(from, from + atMost)
  return { rows, ...(from + atMost < all.length && { after: String(from + atMost) }) }
}

const byActivity = (a: IncidentRow, b: IncidentRow) => b.lastAt - a.lastAt || (a.id < b.id ? -1 : 1)
const byLevel = (a: IncidentRow, b: IncidentRow) =>
  a.level === b.level ? byActivity(a, b) : isGraver(a.level, b.level) ? -1 : 1

async function* rowsOf(records: Pick<Records, 'list'>, actor: Actor, query: IncidentQuery): AsyncGenerator<Found> {
  const { state, level, nature, since = 0, sort, after: first } = query
  for (let after = sort === 'newest' ? first : undefined; ; ) {
    const page = await records.list<IncidentRow>(INCIDENT_ROW, { atMost: PAGE, ...(after !== undefined && { after }) })
    for (const { id, value: row } of page) {
      if (row.lastAt < since || (nature !== undefined && row.nature !== nature)) continue
      if ((state && !state.includes(row.state)) || (level && !level.includes(row.level))) continue
      if (isTheirs(actor, 'incident.read', row)) yield { id, row: rowFor(actor, row) }
    }
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

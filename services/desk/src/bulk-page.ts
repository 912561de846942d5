import { assigneesIn, outcomeOf } from '@huiyin/domain/bulk/steps.ts'
import { ticketNotFound } from '@huiyin/domain/errors.ts'
import { ticketNumber } from '@huiyin/domain/ids.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Desk } from '@huiyin/ports/act.ts'
import { activePeople } from '@huiyin/ports/active-people.ts'
import { actOfJob, type BulkJob, keepRefused } from '@huiyin/ports/bulk-jobs.ts'
import { frozenRows } from '@huiyin/ports/frozen-lists.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { type TakenEach, takeEach } from '@huiyin/ports/take-each.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { JobCounts, RefusedRow } from '@huiyin/schemas/bulk.ts'
import type { StoredToken } from '@huiyin/schemas/token.ts'

/** Tickets that are acted on at once; 5,000 in flight are fifty of these. */
export const BULK_PAGE = 100

type Ports = { desk: Desk; records: Records }

/** Acts on the next tickets of a job's frozen list; answers how its row reads by then. Done again it changes nothing. */
export async function bulkPage(ports: Ports, job: BulkJob, id: string): Promise<(row: BulkJob) => BulkJob> {
  const { desk } = ports
  const ends = (state: BulkJob['state'], why?: string) => (row: BulkJob) => ({
    ...row,
    state,
    endedAt: desk.clock.now(),
    ...(why !== undefined && { why })
  })
  if (job.cancelled) return ends('cancelled')
  const person = await actorNow(ports, job)
  if ('why' in person) return ends('stopped', person.why)
  const from = Number(job.cursor ?? 0)
  const counts = from < job.total ? await actOn(ports, { job, id, from, actor: person.actor }) : NOTHING
  return row => {
    const cursor = from + counts.done
    const next: BulkJob = {
      ...row,
      state: 'running',
      cursor: String(cursor),
      done: row.done + counts.done,
      changed: row.changed + counts.changed,
      unchanged: row.unchanged + counts.unchanged,
      refused: row.refused + counts.refused
    }
    if (cursor >= row.total) return ends('done')(next)
    return counts.done > 0 ? next : ends('stopped', 'JOB_NOT_FOUND')(next) // its list is gone
  }
}

const NOTHING: JobCounts = { done: 0, changed: 0, unchanged: 0, refused: 0 }

type Asker = Actor & { only?: readonly string[] }

/** The person as they stand now, or why nothing is done in their name any more. */
async function actorNow({ desk, records }: Ports, { by, token }: BulkJob): Promise<{ actor: Asker } | { why: string }> {
  const person = (await activePeople(records, [by.id])).get(by.id)
  if (!person) return { why: 'USER_STATE' }
  const kept = token && (await records.get<StoredToken>('api-token', token.id))?.document.value
  if (token && (!kept || kept.revoked || kept.expiresAt <= desk.clock.now())) return { why: 'TOKEN_INVALID' }
  const actor: Asker = { ...person, ...(token && { only: token.actions }) }
  return mayDo(actor, 'job.make') ? { actor } : { why: 'NOT_ALLOWED' }
}

type Page = { job: BulkJob; id: string; from: number; actor: Asker }

async function actOn({ desk, records }: Ports, { job, id, from, actor }: Page): Promise<JobCounts> {
  const rows = await frozenRows(records, job.list ?? id, { from, atMost: BULK_PAGE })
  const people = await activePeople(records, assigneesIn(job.steps))
  const batch = rows.map(([ticket, seen, assigned]) => ({
    id: ticket,
    taking: { steps: job.steps, actor, people, saw: { seen, assigned }, idOf: actOfJob(id) }
  }))
  const taken = await takeEach(desk, batch)
  await desk.publisher.publish([...taken.values()].flatMap(one => (one && one.events.length > 0 ? [one.ticket] : [])))
  const refused = refusedIn(taken, job.steps.length > 1)
  if (refused.length > 0) await keepRefused(records, id, from, refused)
  const outcomes = Array.from(taken.values(), one => (one ? outcomeOf(one) : 'refused'))
  const count = (outcome: string) => outcomes.filter(one => one === outcome).length
  return {
    done: rows.length,
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused')
  }
}

function refusedIn(taken: TakenEach, several: boolean): RefusedRow[] {
  return Array.from(taken).flatMap(([ticket, one]) => {
    const { step = 0, error = ticketNotFound(ticket) } = one?.refused ?? {}
    if (one && !one.refused) return []
    const { code, message } = error
    return [{ ticket, number: ticketNumber(ticket), code, message, ...(several && { step }) }]
  })
}

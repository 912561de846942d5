import { randomUUID } from 'node:crypto'
import { actionsOf, assigneesIn, sawOf, stepsOf, undoOf } from '@huiyin/domain/bulk/steps.ts'
import { HuiyinError, keyReused } from '@huiyin/domain/errors.ts'
import { textHash } from '@huiyin/domain/ids.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { activePeople } from '@huiyin/ports/active-people.ts'
import { actOfJob, BULK_KIND, type BulkJob, jobNotFound, makeBulkJob } from '@huiyin/ports/bulk-jobs.ts'
import { expiresAt, type FrozenRow, freezeList, frozenList, keepList } from '@huiyin/ports/frozen-lists.ts'
import { tagOf } from '@huiyin/ports/rule-records.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { JobMade, JobView } from '@huiyin/schemas/api-jobs.ts'
import type { BulkAct, JobAct, MacroStep } from '@huiyin/schemas/bulk.ts'
import type { FastifyRequest } from 'fastify'
import { invalidRequest } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { ticketsFor } from '../scope.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { askingOf } from '../sign-in/identify.ts'
import { noteTags } from '../tag-words.ts'
import { filterOf } from '../ticket-filter.ts'
import { whereOf } from '../where-of.ts'
import { type Chosen, matchingTickets, namedTickets } from './chosen.ts'
import { type JobBody, refuseUnclear } from './job-body.ts'
import { jobView, undoableUntil } from './job-view.ts'
import { openJudging } from './judging.ts'
import { macroOf } from './macros.ts'

/**
 * A dry run freezes the list of what somebody chose and says what would become of it; the run names that list. Asked
 * again under the same key, or for the same list, it is the same job.
 */
export async function makeJob(ports: ApiPorts, request: FastifyRequest, body: JobBody, key: string): Promise<JobMade> {
  refuseUnclear(body)
  const { act, on, dryRun = false } = body
  if (on.list !== undefined) return { job: await runList(ports, request, act, on.list) }
  const steps = await stepsFor(ports, request, act)
  if (dryRun) return { dryRun: await runDry(ports, request, { act, steps, on }) }
  const id = textHash(`${actorOf(request).id}/${key}`).slice(0, 24)
  const asked = tagOf({ act, on })
  const before = await ports.records.get<BulkJob>(BULK_KIND, id)
  if (before && before.document.value.asked !== asked) throw keyReused()
  const total = before?.document.value.total ?? (await freezeChosen(ports, request, { id, act, steps, on }))
  return { job: await begin(ports, request, id, { act, steps, total, asked }) }
}

type Of = { act: BulkAct; steps: MacroStep[]; on: JobBody['on'] }

/** Throws NOT_ALLOWED for a step that they may do nowhere, MACRO_NOT_FOUND, INVALID_REQUEST. */
async function stepsFor({ records }: ApiPorts, request: FastifyRequest, act: BulkAct): Promise<MacroStep[]> {
  const steps = stepsOf(act, act.type === 'macro' ? (await macroOf(records, act.macro)).macro : undefined)
  for (const action of actionsOf(steps)) checkMay(actorOf(request), action)
  if (steps.some(({ type }) => type === 'reply'))
    throw invalidRequest('body/act/macro', 'A macro that writes a reply is used on one ticket at a time')
  const assignees = assigneesIn(steps)
  const people = await activePeople(records, assignees)
  const unknown = assignees.find(id => !people.has(id))
  if (unknown !== undefined)
    throw invalidRequest('body/act/to', `Expected the id of somebody who can sign in; "${unknown}" cannot`)
  return steps
}

async function* chosen(
  ports: ApiPorts,
  request: FastifyRequest,
  { ids, filter = {} }: JobBody['on']
): AsyncGenerator<Chosen> {
  if (ids) return yield* namedTickets(ports, ids)
  const actor = actorOf(request)
  const asked = filterOf(filter, {
    me: actor.id,
    now: ports.clock.now(),
    ...(await whereOf(ports, 'tickets', filter.q, actor))
  })
  yield* matchingTickets(ports, { ...asked, ...ticketsFor(ports, actor) })
}

async function* frozen(tickets: AsyncIterable<Chosen>, look: (one: Chosen) => void = () => {}) {
  for await (const one of tickets) {
    look(one)
    const { seen, assigned } = one.ticket ? sawOf(one.ticket) : { seen: 0 }
    yield (assigned === undefined ? [one.id, seen] : [one.id, seen, assigned]) satisfies FrozenRow
  }
}

async function runDry(ports: ApiPorts, request: FastifyRequest, { act, steps, on }: Of) {
  const { records, desk, clock } = ports
  const actor = actorOf(request)
  const people = await activePeople(records, assigneesIn(steps))
  const judging = openJudging(desk, { steps, actor, people })
  const list = { id: randomUUID().replaceAll('-', '').slice(0, 24), by: actor.id, act, steps, madeAt: clock.now() }
  const total = await freezeList(records, list, frozen(chosen(ports, request, on), judging.add))
  return { list: list.id, expiresAt: expiresAt(list), total, ...judging.result() }
}

function freezeChosen(ports: ApiPorts, request: FastifyRequest, { id, act, steps, on }: Of & { id: string }) {
  const list = { id, by: actorOf(request).id, act, steps, madeAt: ports.clock.now() }
  return freezeList(ports.records, list, frozen(chosen(ports, request, on)))
}

/** Throws JOB_NOT_FOUND for a list that is gone, or another's; JOB_STATE for another act than was tried. */
async function runList(ports: ApiPorts, request: FastifyRequest, act: BulkAct, id: string) {
  const { records, clock } = ports
  const list = await frozenList(records, id)
  if (list?.by !== actorOf(request).id) throw jobNotFound(id)
  if (tagOf(list.act) !== tagOf(act))
    throw new HuiyinError('JOB_STATE', 'Another act was tried on this list; do a dry run of this one')
  const before = await records.get<BulkJob>(BULK_KIND, id)
  if (!before && expiresAt(list) <= clock.now()) throw jobNotFound(id)
  for (const action of actionsOf(list.steps)) checkMay(actorOf(request), action)
  return begin(ports, request, id, { act, steps: list.steps, total: list.total })
}

type Beginning = Pick<BulkJob, 'act' | 'steps' | 'total' | 'asked' | 'list'>

async function begin(ports: ApiPorts, request: FastifyRequest, id: string, { asked, ...of }: Beginning) {
  const { records, clock, events } = ports
  const { token } = askingOf(request)
  const tell = teller(events, clock)
  const by = authorOf(request)
  const made = { ...of, by, madeAt: clock.now(), ...(asked && { asked }), ...(token && { token }) }
  const job = await makeBulkJob(records, id, made, ({ act, total }) =>
    tell(subjectOf('job', id), { type: 'job.made', by, data: { act: act.type, total, ...macroIn(act) } })
  )
  await keepList(records, id)
  await noteTags(
    records,
    of.steps.flatMap(step => (step.type === 'tag' ? (step.add ?? []) : []))
  )
  await records.refresh()
  return jobView(id, job, clock.now())
}

function macroIn(act: JobAct): Record<string, string> {
  if (act.type === 'undo') return { of: act.job }
  return act.type === 'macro' ? { macro: act.macro } : {}
}

/**
 * Takes back what a job did, over the same tickets: a job of its own, made once. Where it did nothing, nothing is done.
 * Throws JOB_STATE while it goes on, UNDO_TOO_LATE a minute after its end.
 */
export async function undoJob(ports: ApiPorts, request: FastifyRequest, of: string, job: BulkJob): Promise<JobView> {
  const until = undoableUntil(job)
  if (until === undefined) throw new HuiyinError('JOB_STATE', 'A job is taken back once it has ended; cancel it first')
  const id = textHash(`undo/${of}`).slice(0, 24)
  const before = await ports.records.get<BulkJob>(BULK_KIND, id)
  if (!before && ports.clock.now() >= until)
    throw new HuiyinError('UNDO_TOO_LATE', 'A job is taken back within a minute of its end; undo by another act')
  const steps = undoOf(job.steps, actOfJob(of))
  return begin(ports, request, id, { act: { type: 'undo', job: of }, steps, total: job.total, list: job.list ?? of })
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { allBulkJobs, type BulkJob, bulkJobOf, cancelBulkJob, refusedOf } from '@huiyin/ports/bulk-jobs.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import { JobAnswer, JobList, JobMade, JobView } from '@huiyin/schemas/api-jobs.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { KeyOnly } from '../acting.ts'
import { tooManyRequests } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { DEFAULT_PAGE, PageQuery } from '../queries.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { PUT_LIMIT } from '../tagged.ts'
import { JobBody } from './job-body.ts'
import { jobView } from './job-view.ts'
import { makeJob, undoJob } from './make-job.ts'

const tags = ['jobs']
const LISTED = 200
const BUSY = 5 // seconds, after which one asks again while one's own dry run goes on
const ByJob = Type.Object({ job: Type.String({ minLength: 1, maxLength: 100 }) })

/** What people do to many tickets at once: tried first, done in the background, told of row by row. */
export const jobRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock, events } = ports
  const tell = teller(events, clock)
  const trying = new Set<string>()
  /** A dry run may read 50,000 tickets: of each person there is one at a time. */
  const oneByOne = async <V>(person: string, work: () => Promise<V>): Promise<V> => {
    if (trying.has(person)) throw tooManyRequests(BUSY)
    trying.add(person)
    return work().finally(() => trying.delete(person))
  }
  const answer = async (id: string, job: BulkJob, page: { after?: string; atMost?: number } = {}) => ({
    job: jobView(id, job, clock.now()),
    refused: await refusedOf(records, id, { after: page.after, atMost: page.atMost ?? DEFAULT_PAGE }),
    now: clock.now()
  })

  app.post(
    '/jobs',
    {
      config: { action: 'job.make' },
      bodyLimit: PUT_LIMIT,
      schema: {
        tags,
        summary:
          'Act on many tickets at once; a dry run says what would become of them, and names the list for the run',
        headers: KeyOnly,
        body: JobBody,
        response: { 200: JobMade, ...REFUSALS }
      }
    },
    async request => {
      const make = () => makeJob(ports, request, request.body, request.headers['idempotency-key'])
      return request.body.dryRun ? oneByOne(actorOf(request).id, make) : make()
    }
  )

  app.get(
    '/jobs',
    {
      config: { action: 'job.read' },
      schema: {
        tags,
        summary: 'List what was done to many tickets at once, the newest first; one’s own, for administrators all',
        response: { 200: JobList, ...REFUSALS }
      }
    },
    async request => {
      const actor = actorOf(request)
      const seen = (await allBulkJobs(records))
        .filter(({ value }) => mayDo(actor, 'job.read', { author: value.by.id }))
        .sort((a, b) => b.value.madeAt - a.value.madeAt)
        .slice(0, LISTED)
      return { rows: seen.map(({ id, value }) => jobView(id, value, clock.now())), now: clock.now() }
    }
  )

  app.get(
    '/jobs/:job',
    {
      config: { action: 'job.read' },
      schema: {
        tags,
        summary: 'How far it is, and a page of what was refused',
        params: ByJob,
        querystring: PageQuery,
        response: { 200: JobAnswer, ...REFUSALS }
      }
    },
    async request => {
      const { params, query } = request
      return answer(params.job, await jobFor(ports, request, params.job), query)
    }
  )

  app.post(
    '/jobs/:job/cancel',
    {
      config: { action: 'job.make' },
      schema: {
        tags,
        summary: 'Do no more of it; what was done stays done',
        params: ByJob,
        response: { 200: JobAnswer, ...REFUSALS }
      }
    },
    async request => {
      const { job: id } = request.params
      const before = await jobFor(ports, request, id)
      const by = authorOf(request)
      const { act, total, done, changed, unchanged, refused } = before
      const data = { act: act.type, total, done, changed, unchanged, refused }
      const goesOn = !before.cancelled && before.endedAt === undefined
      if (goesOn) await tell(subjectOf('job', id), { type: 'job.cancelled', by, data })
      return answer(id, await cancelBulkJob(records, id, by, clock.now()))
    }
  )

  app.post(
    '/jobs/:job/undo',
    {
      config: { action: 'job.make' },
      schema: {
        tags,
        summary: 'Take back, within a minute of its end, what one’s own job did: a job of its own',
        params: ByJob,
        response: { 200: JobView, ...REFUSALS }
      }
    },
    async request => {
      const { job } = request.params
      const found = await jobFor(ports, request, job)
      if (found.by.id !== actorOf(request).id) throw notYours(found.by.name)
      return undoJob(ports, request, job, found)
    }
  )
}

/** Throws JOB_NOT_FOUND, NOT_ALLOWED for another's. */
async function jobFor({ records }: ApiPorts, request: FastifyRequest, id: string): Promise<BulkJob> {
  const job = await bulkJobOf(records, id)
  checkMay(actorOf(request), 'job.read', { author: job.by.id })
  return job
}

const notYours = (who: string) => new HuiyinError('NOT_ALLOWED', `${who} made this job; nobody else takes it back`)

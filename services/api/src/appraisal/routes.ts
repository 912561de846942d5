import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { appealTooLate } from '@huiyin/domain/register/refusals.ts'
import { confirmAppraisal } from '@huiyin/ports/appraisal/confirming.ts'
import { APPRAISAL_JOB, type AppraisalJob, askForAppraisals, jobIdOf } from '@huiyin/ports/appraisal/jobs.ts'
import { allAppraisals, appraisalOf } from '@huiyin/ports/appraisal/records.ts'
import { actOnEntry, entryIdOf } from '@huiyin/ports/register/entries.ts'
import { tellConfirmed } from '@huiyin/ports/register/letters.ts'
import { teller } from '@huiyin/ports/tell.ts'
import {
  AppraisalBody,
  AppraisalJobView,
  AppraisalList,
  AppraisalView,
  ConfirmBody,
  ObjectionBody,
  SheetView
} from '@huiyin/schemas/api-appraisal.ts'
import { EntryView } from '@huiyin/schemas/api-register.ts'
import { SUBJECT_KINDS } from '@huiyin/schemas/appraisal-names.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { by, KeyOnly } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { belongingOf } from '../register/belonging.ts'
import { tellingPorts } from '../register/telling.ts'
import { entryView } from '../register/view.ts'
import { checkOn } from '../scope.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { appraisalFor, confirmedOf, readsDrafts, rowsFor, sheetFor } from './reading.ts'
import { headOf, jobView } from './view.ts'

const tags = ['appraisal']
const Id = Type.String({ minLength: 1, maxLength: 200 })
const ByAppraisal = Type.Object({ appraisal: Id })
export const BySheet = Type.Object({ appraisal: Id, subject: Id })
const ByJob = Type.Object({ job: Id })
const OfRevision = Type.Object(
  { revision: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) },
  { additionalProperties: false }
)

/** Quarterly and yearly appraisals of accounts, departments and persons. */
export const appraisalRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock, events, rulebook } = ports
  const register = { records, clock, tell: teller(events, clock), rules: rulebook.rules }

  app.post(
    '/appraisals',
    {
      config: { action: 'appraisal.make' },
      schema: {
        tags,
        summary: 'Have a period appraised that is over; it is made in the background, a second time as a revision',
        headers: KeyOnly,
        body: AppraisalBody,
        response: { 200: AppraisalJobView, ...REFUSALS }
      }
    },
    async request => {
      const { id: key } = by(request)
      const { kinds = SUBJECT_KINDS, ...asked } = request.body
      const making = { ...asked, kinds: [...new Set(kinds)], by: authorOf(request) }
      const job = await askForAppraisals(records, { making, key, now: clock.now() })
      return jobView(jobIdOf(making), job, clock.now())
    }
  )

  app.get(
    '/appraisals/jobs/:job',
    {
      config: { action: 'appraisal.make' },
      schema: {
        tags,
        summary: 'How far the making of a period has come',
        params: ByJob,
        response: { 200: AppraisalJobView, ...REFUSALS }
      }
    },
    async request => {
      const { job } = request.params
      const found = await records.get<AppraisalJob>(APPRAISAL_JOB, job)
      if (!found) throw new HuiyinError('JOB_NOT_FOUND', `Nobody asked for the appraisal of "${job}"`)
      return jobView(job, found.document.value, clock.now())
    }
  )

  app.get(
    '/appraisals',
    {
      config: { action: 'appraisal.read' },
      schema: {
        tags,
        summary: 'List what was appraised, the newest period first; only what is confirmed where one leads nobody',
        response: { 200: AppraisalList, ...REFUSALS }
      }
    },
    async request => {
      await records.refresh()
      const drafts = readsDrafts(actorOf(request))
      const all = (await allAppraisals(records)).flatMap(one => (drafts ? one : (confirmedOf(one) ?? [])))
      const rows = all.toSorted((a, b) => b.period.to - a.period.to || (a.id < b.id ? -1 : 1))
      return { rows: rows.map(headOf), now: clock.now() }
    }
  )

  app.get(
    '/appraisals/:appraisal',
    {
      config: { action: 'appraisal.read' },
      schema: {
        tags,
        summary: 'Read an appraisal: its rules, its revisions, and the results of those of whom one may read',
        params: ByAppraisal,
        response: { 200: AppraisalView, ...REFUSALS }
      }
    },
    async request => {
      const actor = actorOf(request)
      await records.refresh()
      const appraisal = await appraisalFor(ports, actor, request.params.appraisal)
      return { appraisal, rows: await rowsFor(ports, actor, appraisal), now: clock.now() }
    }
  )

  app.get(
    '/appraisals/:appraisal/sheets/:subject',
    {
      config: { action: 'appraisal.read' },
      schema: {
        tags,
        summary: 'Read the sheet of one subject with its whole arithmetic; also of an older revision',
        params: BySheet,
        querystring: OfRevision,
        response: { 200: SheetView, ...REFUSALS }
      }
    },
    async request => {
      const of = { ...request.params, ...request.query }
      const { appraisal, sheet } = await sheetFor(ports, actorOf(request), of)
      return { sheet, appraisal: headOf(appraisal), now: clock.now() }
    }
  )

  app.post(
    '/appraisals/:appraisal/confirm',
    {
      config: { action: 'appraisal.confirm' },
      schema: {
        tags,
        summary: 'Confirm the revision that one saw; those whom it is about may then object until a deadline',
        params: ByAppraisal,
        body: ConfirmBody,
        response: { 200: AppraisalView, ...REFUSALS }
      }
    },
    async request => {
      const { appraisal: id } = request.params
      const { revision } = request.body
      const appraisal = await confirmAppraisal(register, { id, revision, by: authorOf(request) })
      await tellConfirmed(tellingPorts(ports), appraisal) // asked again it completes what was left
      await records.refresh()
      return { appraisal, rows: await rowsFor(ports, actorOf(request), appraisal), now: clock.now() }
    }
  )

  app.post(
    '/appraisals/:appraisal/sheets/:subject/objections',
    {
      config: { action: 'register.appeal' },
      schema: {
        tags,
        summary: 'Object to one’s appraisal, until its deadline: an entry of the register that somebody else answers',
        params: BySheet,
        headers: KeyOnly,
        body: ObjectionBody,
        response: { 200: EntryView, ...REFUSALS }
      }
    },
    async request => {
      const { actor, id: key } = by(request)
      await checkObjects(ports, request, request.params)
      const { appraisal, sheet } = await sheetFor(ports, actorOf(request), request.params)
      const { id, revision, objectUntil, calendar, period } = appraisal
      if (objectUntil === undefined)
        throw new HuiyinError('ENTRY_STATE', 'One objects to an appraisal once it is confirmed; this one is not')
      const now = clock.now()
      if (now >= objectUntil) throw appealTooLate(objectUntil)
      const entry = await actOnEntry(register, entryIdOf(actor.id, key), {
        ...{ type: 'enter', actor, key, kind: 'objection', subject: sheet.subject, at: now },
        ...{
          title: `对${period.year}年考核（${id}）的异议`,
          text: request.body.grounds,
          about: { appraisal: id, revision }
        },
        ...{ evidence: [{ kind: 'appraisal', id: sheet.id }], until: objectUntil },
        ...(calendar !== undefined && { calendar })
      })
      await records.refresh()
      return entryView(entry, actorOf(request), clock.now())
    }
  )
}

/** Who reads the sheets of all objects to their own only. Throws NOT_ALLOWED, APPRAISAL_NOT_FOUND. */
async function checkObjects(ports: ApiPorts, request: FastifyRequest, of: { appraisal: string; subject: string }) {
  const { kind } = await appraisalOf(ports.records, of.appraisal)
  checkOn(request, belongingOf(ports, { kind, id: of.subject }, actorOf(request)))
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { accountId } from '@huiyin/domain/ids.ts'
import {
  IncidentApproveBody,
  IncidentConfirmBody,
  IncidentLevelBody,
  IncidentMuteBody,
  IncidentNoteBody,
  IncidentPublishBody,
  IncidentReasonBody,
  IncidentReviewBody,
  IncidentStatementBody,
  IncidentStepBody
} from '@huiyin/schemas/api-incidents.ts'
import { Type } from 'typebox'
import { by, bySeen, KeyAndSeen, KeyOnly } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { ById } from '../queries.ts'
import { checkOn } from '../scope.ts'
import { actingOn, keepText, ANSWERS as response } from './acting.ts'
import { incidentFor } from './finding.ts'

const tags = ['incidents']
const PartId = Type.String({ minLength: 1, maxLength: 200 })
const ByStep = Type.Object({ ...ById.properties, step: PartId })
const ByStatement = Type.Object({ ...ById.properties, statement: PartId })

/** What people decide and write down about an incident. */
export const incidentActRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const acted = actingOn(ports)
  const { records } = ports
  const handles = { action: 'incident.handle' } as const
  const approves = { action: 'incident.approve' } as const
  const commands = { action: 'incident.command' } as const

  app.post(
    '/incidents/:id/notes',
    {
      config: handles,
      schema: {
        ...{ tags, summary: 'Write down what was found out', params: ById, headers: KeyOnly },
        ...{ body: IncidentNoteBody, response }
      }
    },
    async (request, reply) => {
      const { id } = await incidentFor(records, request, request.params.id)
      const { text, ...rest } = request.body
      const written = await keepText(ports, { incident: id, key: by(request).id }, text)
      return acted(id, { type: 'note', text: written, ...rest, ...by(request) }, reply)
    }
  )

  app.post(
    '/incidents/:id/steps/:step',
    {
      config: handles,
      schema: {
        ...{ tags, summary: 'Say how a step of the plan stands, or who sees to it', params: ByStep, headers: KeyOnly },
        ...{ body: IncidentStepBody, response }
      }
    },
    async (request, reply) => {
      const { id, step } = request.params
      return acted(id, { type: 'step', step, ...request.body, ...by(request) }, reply)
    }
  )

  app.post(
    '/incidents/:id/statements',
    {
      config: handles,
      schema: {
        ...{ tags, summary: 'Draft what the office says of it', params: ById, headers: KeyOnly },
        ...{ body: IncidentStatementBody, response }
      }
    },
    async (request, reply) => {
      const { id } = await incidentFor(records, request, request.params.id)
      const { text, ...rest } = request.body
      const written = await keepText(ports, { incident: id, key: by(request).id }, text)
      return acted(id, { type: 'statement.draft', text: written, ...rest, ...by(request) }, reply)
    }
  )

  app.post(
    '/incidents/:id/statements/:statement/approve',
    {
      config: approves,
      schema: {
        ...{ tags, summary: 'Approve a statement, as a second person', params: ByStatement, headers: KeyAndSeen },
        ...{ body: IncidentApproveBody, response }
      }
    },
    async (request, reply) => {
      const { id, statement } = request.params
      const { hash } = request.body
      return acted(id, { type: 'statement.approve', statement, hash, ...bySeen(request) }, reply)
    }
  )

  app.post(
    '/incidents/:id/statements/:statement/return',
    {
      config: approves,
      schema: {
        ...{ tags, summary: 'Give a statement back to be written anew', params: ByStatement, headers: KeyAndSeen },
        ...{ body: IncidentReasonBody, response }
      }
    },
    async (request, reply) => {
      const { id, statement } = request.params
      const { reason } = request.body
      return acted(id, { type: 'statement.return', statement, reason, ...bySeen(request) }, reply)
    }
  )

  app.post(
    '/incidents/:id/statements/:statement/publish',
    {
      config: handles,
      schema: {
        ...{ tags, summary: 'Say where a statement was published by hand', params: ByStatement, headers: KeyAndSeen },
        ...{ body: IncidentPublishBody, response }
      }
    },
    async (request, reply) => {
      const { id, statement } = request.params
      const { platform, account, link, post } = request.body
      checkOn(request, { account: accountId({ platform, id: account }) })
      const published = { platform, account, link, ...(post !== undefined && { post }) }
      return acted(id, { type: 'statement.publish', statement, published, ...bySeen(request) }, reply)
    }
  )

  app.post(
    '/incidents/:id/statements/:statement/confirm',
    {
      config: handles,
      schema: {
        ...{ tags, summary: 'Say that one has seen a statement published', params: ByStatement, headers: KeyAndSeen },
        ...{ body: IncidentConfirmBody, response }
      }
    },
    async (request, reply) => {
      const { id, statement } = request.params
      const { publishedAt: at } = request.body
      const seen = bySeen(request)
      return acted(id, { type: 'statement.confirm', statement, ...(at !== undefined && { at }), ...seen }, reply)
    }
  )

  app.post(
    '/incidents/:id/level',
    {
      config: commands,
      schema: {
        ...{ tags, summary: 'Set the level; only graver growth changes it then', params: ById, headers: KeyAndSeen },
        ...{ body: IncidentLevelBody, response }
      }
    },
    async (request, reply) => acted(request.params.id, { type: 'level', ...request.body, ...bySeen(request) }, reply)
  )

  app.post(
    '/incidents/:id/mute',
    {
      config: handles,
      schema: {
        ...{ tags, summary: 'Tell nobody of it until an instant, unless it gets graver', params: ById },
        ...{ headers: KeyOnly, body: IncidentMuteBody, response }
      }
    },
    async (request, reply) => acted(request.params.id, { type: 'mute', ...request.body, ...by(request) }, reply)
  )

  app.post(
    '/incidents/:id/unmute',
    { config: handles, schema: { tags, summary: 'Tell people of it again', params: ById, headers: KeyOnly, response } },
    async (request, reply) => acted(request.params.id, { type: 'unmute', ...by(request) }, reply)
  )

  app.post(
    '/incidents/:id/review',
    {
      config: handles,
      schema: {
        ...{ tags, summary: 'Look back: what happened, why, what was done, what was learned', params: ById },
        ...{ headers: KeyAndSeen, body: IncidentReviewBody, response }
      }
    },
    async (request, reply) => {
      const { id } = await incidentFor(records, request, request.params.id)
      const kept = (what: keyof typeof request.body) =>
        keepText(ports, { incident: id, key: by(request).id, what }, request.body[what])
      const [happened, cause, measures, lessons] = await Promise.all([
        kept('happened'),
        kept('cause'),
        kept('measures'),
        kept('lessons')
      ])
      return acted(id, { type: 'review', happened, cause, measures, lessons, ...bySeen(request) }, reply)
    }
  )

  const ENDS = {
    dismiss: 'Call it a false alarm: it stays silent unless it grows',
    reopen: 'Open it again',
    close: 'Close it: its steps are done or skipped, a major one is reviewed'
  } as const
  for (const [type, summary] of Object.entries(ENDS) as [keyof typeof ENDS, string][])
    app.post(
      `/incidents/:id/${type}`,
      {
        config: commands,
        schema: { tags, summary, params: ById, headers: KeyAndSeen, body: IncidentReasonBody, response }
      },
      async (request, reply) => {
        const { id } = request.params as { id: string }
        return acted(id, { type, ...request.body, ...bySeen(request) }, reply)
      }
    )
}

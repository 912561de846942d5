import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { policyAt } from '@huiyin/domain/rules.ts'
import { variablesOf } from '@huiyin/domain/templates/fill-template.ts'
import { keeping } from '@huiyin/ports/keeping.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { ReplyListsView, TemplateBody, TemplateList, TemplateRow } from '@huiyin/schemas/api-templates.ts'
import { ReplyLists } from '@huiyin/schemas/reply-check.ts'
import { Template } from '@huiyin/schemas/template.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { Type } from 'typebox'
import { ticketOf } from './linked.ts'
import { toldOf } from './masking.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { knownOf } from './reply-check.ts'
import { replyLists, saveReplyLists } from './reply-lists.ts'
import { actorOf, authorOf } from './sign-in/guard.ts'
import { Seen, seenOf } from './tagged.ts'
import { filledWithKnown, fits, knownValues } from './template-values.ts'
import { allTemplates, isShipped, isUsed, type KeptTemplate, mayApprove, saveTemplate } from './templates.ts'

const tags = ['replies']
const ByTemplate = Type.Pick(Template, ['id'])
const TemplateQuery = Type.Object(
  {
    ticket: Type.Optional(
      Type.String({ minLength: 1, maxLength: 200, description: 'Only those for this ticket, with its values' })
    )
  },
  { additionalProperties: false }
)

/** Templates of replies, and the lists by which replies are checked. */
export const templateRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, desk, clock, tickets } = ports
  const rowsFor = (all: readonly KeptTemplate[], actor: Actor) => {
    const now = clock.now()
    const { selfReview } = policyAt(desk.rules(), now)
    return (kept: KeptTemplate): TemplateRow => ({
      ...kept.template,
      ...(kept.author && { author: kept.author.name }),
      inForce: isUsed(all, kept.template, now),
      shipped: isShipped(kept.template),
      mayApprove: mayApprove(kept, { actor, selfReview }),
      variables: variablesOf(kept.template)
    })
  }

  app.get(
    '/templates',
    {
      config: { action: 'template.read' },
      schema: {
        tags,
        summary: 'List every version of the templates of replies',
        querystring: TemplateQuery,
        response: { 200: TemplateList, ...REFUSALS }
      }
    },
    async request => {
      const all = await allTemplates(records)
      const rowOf = rowsFor(all, actorOf(request))
      const now = clock.now()
      if (request.query.ticket === undefined) return { rows: all.map(rowOf), now }
      const ticket = await ticketOf(tickets, request.query.ticket)
      checkMay(actorOf(request), 'ticket.read', ofTicket(ticket))
      const told = toldOf(await forTicket(all, ticket, rowOf), ticket, actorOf(request))
      return { ...told, now }
    }
  )

  async function forTicket(all: readonly KeptTemplate[], ticket: Ticket, rowOf: (kept: KeptTemplate) => TemplateRow) {
    const values = knownValues(ticket, await knownOf(ports, ticket))
    const fitting = newestOfEach(
      all.filter(({ template }) => isOffered(template, clock.now()) && fits(template, ticket))
    )
    const rows = fitting.map(kept => {
      const filled = filledWithKnown(kept.template, values)
      return { ...rowOf(kept), ...(filled !== undefined && { filled }) }
    })
    return { rows, values }
  }

  app.put(
    '/templates/:id',
    {
      config: { action: 'template.write' },
      schema: {
        tags,
        summary: 'Make a version of a template, approve it, or say when it ends; its content never changes',
        params: ByTemplate,
        body: TemplateBody,
        response: { 200: TemplateRow, ...REFUSALS }
      }
    },
    async request => {
      const { params, body } = request
      const actor = authorOf(request)
      const now = clock.now()
      const { selfReview } = policyAt(desk.rules(), now)
      const kept = await saveTemplate(keeping(records, ports, { by: actor }), params.id, body, {
        actor,
        selfReview,
        now
      })
      return rowsFor(await allTemplates(records), actor)(kept)
    }
  )

  app.get(
    '/reply-lists',
    {
      config: { action: 'lists.read' },
      schema: {
        tags,
        summary: 'Read the lists by which replies are checked',
        response: { 200: ReplyListsView, ...REFUSALS }
      }
    },
    async () => replyLists(records)
  )

  app.put(
    '/reply-lists',
    {
      config: { action: 'rules.configure' },
      bodyLimit: 2 * 1024 * 1024,
      schema: {
        tags,
        summary: 'Change the lists by which replies are checked',
        headers: Seen,
        body: ReplyLists,
        response: { 200: ReplyListsView, ...REFUSALS }
      }
    },
    async request => {
      const kept = keeping(records, ports, { by: actorOf(request) })
      return saveReplyLists(kept, request.body, seenOf(request.headers))
    }
  )
}

const isOffered = ({ effectiveFrom, retiredAt }: KeptTemplate['template'], now: number) =>
  effectiveFrom <= now && (retiredAt === undefined || now < retiredAt)

/** They come by id, the newest first. */
const newestOfEach = (all: readonly KeptTemplate[]) =>
  all.filter(({ template }, i) => template.id !== all[i - 1]?.template.id)

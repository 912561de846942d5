import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { putSeen } from '@huiyin/ports/rule-records.ts'
import { SHARE_RULES, shareRules } from '@huiyin/ports/sharing.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { SharePreview, SharePreviewBody, ShareRule, ShareRuleList, ShareRuleRow } from '@huiyin/schemas/share-rule.ts'
import { Type } from 'typebox'
import { invalidRequest } from './errors.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { previewShares } from './share-preview.ts'
import { actorOf, authorOf } from './sign-in/guard.ts'
import { activePerson } from './sign-in/people.ts'
import { PUT_LIMIT, Seen, sameAsPath, seenOf, tagged } from './tagged.ts'

const ByRule = Type.Object({ id: ShareRule.properties.id })
const tags = ['work']
const configures = { config: { action: 'work.configure' } } as const

/** By which rules tickets that nobody has are shared out. */
export const shareRuleRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, events, clock } = ports
  const tell = teller(events, clock)

  const told = (by: Actor, id: string, how: string) =>
    tell(subjectOf('settings', 'share-rules', id), {
      type: 'settings.changed',
      by,
      data: { what: 'share-rules', id, how }
    })

  app.get(
    '/share-rules',
    {
      ...configures,
      schema: { tags, summary: 'List the rules of fair shares', response: { 200: ShareRuleList, ...REFUSALS } }
    },
    async () => {
      await records.refresh()
      const rules = await shareRules(records)
      return { rows: rules.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)).map(tagged) }
    }
  )

  app.put(
    '/share-rules/:id',
    {
      ...configures,
      bodyLimit: PUT_LIMIT,
      schema: {
        tags,
        summary: 'Add or change a rule',
        params: ByRule,
        headers: Seen,
        body: ShareRule,
        response: { 200: ShareRuleRow, ...REFUSALS }
      }
    },
    async request => {
      const { params, headers, body } = request
      sameAsPath('id', params.id, body.id)
      await allWork(records, body.to)
      await told(authorOf(request), body.id, 'saved')
      const seen = seenOf(headers)
      await putSeen(records, SHARE_RULES, { id: body.id, value: body }, { seen, what: `Rule "${body.id}"` })
      await records.refresh()
      return tagged(body)
    }
  )

  app.delete(
    '/share-rules/:id',
    {
      ...configures,
      schema: { tags, summary: 'Take a rule away', params: ByRule, response: { 204: Type.Null(), ...REFUSALS } }
    },
    async (request, reply) => {
      const { id } = request.params
      if (!(await records.get(SHARE_RULES, id))) throw ruleNotFound(id)
      await told(authorOf(request), id, 'removed')
      await records.remove(SHARE_RULES, id)
      await records.refresh()
      return reply.code(204).send(null)
    }
  )

  app.post(
    '/share-rules/preview',
    {
      ...configures,
      bodyLimit: PUT_LIMIT,
      schema: {
        tags,
        summary: 'Say how the open tickets that nobody has would fall; nothing is given',
        body: SharePreviewBody,
        response: { 200: SharePreview, ...REFUSALS }
      }
    },
    async request => previewShares(ports, actorOf(request), request.body.rule)
  )
}

async function allWork(records: Records, ids: readonly string[]): Promise<void> {
  for (const [i, id] of ids.entries()) {
    const person = await activePerson(records, id)
    if (!person || !mayDo(person, 'ticket.assign'))
      throw invalidRequest(
        `body/to/${i}`,
        `Expected people of the office who can sign in and work on tickets; "${id}" does not`
      )
  }
}

const ruleNotFound = (id: string) =>
  new HuiyinError('SETTING_NOT_FOUND', `There is no rule "${id}"; list the rules again`)

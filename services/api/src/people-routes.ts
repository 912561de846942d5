import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { DutyList, DutyRow, PersonList, PersonRow } from '@huiyin/schemas/api-rules.ts'
import { DepartmentDuty, Person } from '@huiyin/schemas/person.ts'
import { Type } from 'typebox'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ById } from './queries.ts'
import { actorOf } from './sign-in/guard.ts'
import { PUT_LIMIT, Seen, sameAsPath, seenOf, tagged } from './tagged.ts'

const ByDepartment = Type.Object({ department: Type.String({ minLength: 1, maxLength: 100 }) })
const tags = ['people']

/** Who is told: persons with their leave, and departments' duties. Administrators change them. */
export const peopleRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { rulebook }) => {
  const people = async () => {
    await rulebook.refresh()
    return rulebook.people()
  }

  app.get(
    '/people',
    {
      config: { action: 'duty.read' },
      schema: { tags, summary: 'List persons who can be told', response: { 200: PersonList, ...REFUSALS } }
    },
    async request => ({ rows: (await people()).persons.map(tagged).map(asSeenBy(actorOf(request))) })
  )
  app.put(
    '/people/:id',
    {
      config: { action: 'duty.configure' },
      bodyLimit: PUT_LIMIT,
      schema: {
        tags,
        summary: 'Add or change a person, their leave too',
        params: ById,
        headers: Seen,
        body: Person,
        response: { 200: PersonRow, ...REFUSALS }
      }
    },
    async request => {
      const { params, headers, body } = request
      sameAsPath('id', params.id, body.id)
      await rulebook.by({ by: actorOf(request) }).savePerson(body, seenOf(headers))
      return tagged(body)
    }
  )

  app.get(
    '/duties',
    {
      config: { action: 'duty.read' },
      schema: { tags, summary: 'List how departments are reached', response: { 200: DutyList, ...REFUSALS } }
    },
    async request => ({ rows: (await people()).departments.map(tagged).map(asSeenBy(actorOf(request))) })
  )
  app.put(
    '/duties/:department',
    {
      config: { action: 'duty.configure' },
      bodyLimit: PUT_LIMIT,
      schema: {
        tags,
        summary: 'Say how a department is reached',
        params: ByDepartment,
        headers: Seen,
        body: DepartmentDuty,
        response: { 200: DutyRow, ...REFUSALS }
      }
    },
    async request => {
      const { params, headers, body } = request
      sameAsPath('department', params.department, body.department)
      await rulebook.by({ by: actorOf(request) }).saveDuty(body, seenOf(headers))
      return tagged(body)
    }
  )
}

/** Where somebody is reached is shown to those who keep it, and to nobody else. */
const asSeenBy = (actor: Actor) => {
  const keeps = mayDo(actor, 'duty.configure')
  return <V extends { contacts: unknown[] }>(row: V): V => (keeps ? row : { ...row, contacts: [] })
}

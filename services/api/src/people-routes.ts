import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { tagOf } from '@huiyin/ports/rule-records.ts'
import {
  DutyList,
  DutyRow,
  PersonList,
  PersonRow,
  QuietHoursView,
  RosterList,
  RosterRow
} from '@huiyin/schemas/api-rules.ts'
import { QuietHours } from '@huiyin/schemas/ladder.ts'
import { DepartmentDuty, Person } from '@huiyin/schemas/person.ts'
import { DutyRoster } from '@huiyin/schemas/roster.ts'
import { Type } from 'typebox'
import { invalidRequest } from './errors.ts'
import { rulersOnly } from './may-rule.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ById } from './queries.ts'

export const Seen = Type.Object({
  'if-match': Type.Optional(
    Type.String({ pattern: '^"?[\\w-]{1,40}"?$', description: 'The tag that the person saw; absent for a new one' })
  )
})
const ByDepartment = Type.Object({ department: Type.String({ minLength: 1, maxLength: 100 }) })
const BODY_LIMIT = 512 * 1024
const tags = ['people']
const put = { onRequest: rulersOnly, bodyLimit: BODY_LIMIT }

/** Who is told: persons with their leave, departments' duties, rosters, quiet hours. Administrators change them. */
export const peopleRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { rulebook }) => {
  const people = async () => {
    await rulebook.refresh()
    return rulebook.people()
  }

  app.get(
    '/people',
    { schema: { tags, summary: 'List persons who can be told', response: { 200: PersonList, ...REFUSALS } } },
    async () => ({ rows: (await people()).persons.map(tagged) })
  )
  app.put(
    '/people/:id',
    {
      ...put,
      schema: {
        tags,
        summary: 'Add or change a person, their leave too',
        params: ById,
        headers: Seen,
        body: Person,
        response: { 200: PersonRow, ...REFUSALS }
      }
    },
    async ({ params, headers, body }) => {
      sameAsPath('id', params.id, body.id)
      await rulebook.savePerson(body, seenOf(headers))
      return tagged(body)
    }
  )

  app.get(
    '/duties',
    { schema: { tags, summary: 'List how departments are reached', response: { 200: DutyList, ...REFUSALS } } },
    async () => ({ rows: (await people()).departments.map(tagged) })
  )
  app.put(
    '/duties/:department',
    {
      ...put,
      schema: {
        tags,
        summary: 'Say how a department is reached',
        params: ByDepartment,
        headers: Seen,
        body: DepartmentDuty,
        response: { 200: DutyRow, ...REFUSALS }
      }
    },
    async ({ params, headers, body }) => {
      sameAsPath('department', params.department, body.department)
      await rulebook.saveDuty(body, seenOf(headers))
      return tagged(body)
    }
  )

  app.get(
    '/rosters',
    { schema: { tags, summary: 'List rosters', response: { 200: RosterList, ...REFUSALS } } },
    async () => ({ rows: (await people()).rosters.map(tagged) })
  )
  app.put(
    '/rosters/:id',
    {
      ...put,
      schema: {
        tags,
        summary: 'Add or change a roster',
        params: ById,
        headers: Seen,
        body: DutyRoster,
        response: { 200: RosterRow, ...REFUSALS }
      }
    },
    async ({ params, headers, body }) => {
      sameAsPath('id', params.id, body.id)
      await rulebook.saveRoster(body, seenOf(headers))
      return tagged(body)
    }
  )

  app.get(
    '/quiet-hours',
    {
      schema: {
        tags,
        summary: 'Read when only what is urgent is told',
        response: { 200: QuietHoursView, ...REFUSALS }
      }
    },
    async () => {
      const { quietHours } = await people()
      return quietHours ? { quietHours: tagged(quietHours) } : {}
    }
  )
  app.put(
    '/quiet-hours',
    {
      ...put,
      schema: {
        tags,
        summary: 'Say when only what is urgent is told',
        headers: Seen,
        body: QuietHours,
        response: { 200: QuietHoursView, ...REFUSALS }
      }
    },
    async ({ headers, body }) => {
      await rulebook.saveQuietHours(body, seenOf(headers))
      return { quietHours: tagged(body) }
    }
  )
}

const tagged = <V extends object>(value: V) => ({ ...value, tag: tagOf(value) })

export const seenOf = ({ 'if-match': match }: { 'if-match'?: string }) => match?.replaceAll('"', '')

export function sameAsPath(name: string, path: string, body: string): void {
  if (path !== body) throw invalidRequest(`body/${name}`, `body/${name} must be "${path}", as the path says`)
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { QuietHoursView, RosterList, RosterRow } from '@huiyin/schemas/api-rules.ts'
import { QuietHours } from '@huiyin/schemas/ladder.ts'
import { DutyRoster } from '@huiyin/schemas/roster.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ById } from './queries.ts'
import { actorOf } from './sign-in/guard.ts'
import { PUT_LIMIT, Seen, sameAsPath, seenOf, tagged } from './tagged.ts'

const tags = ['people']

/** When who is told: rosters and quiet hours. Administrators change them. */
export const rosterRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { rulebook }) => {
  const people = async () => {
    await rulebook.refresh()
    return rulebook.people()
  }

  app.get(
    '/rosters',
    {
      config: { action: 'duty.read' },
      schema: { tags, summary: 'List rosters', response: { 200: RosterList, ...REFUSALS } }
    },
    async () => ({ rows: (await people()).rosters.map(tagged) })
  )
  app.put(
    '/rosters/:id',
    {
      config: { action: 'duty.configure' },
      bodyLimit: PUT_LIMIT,
      schema: {
        tags,
        summary: 'Add or change a roster',
        params: ById,
        headers: Seen,
        body: DutyRoster,
        response: { 200: RosterRow, ...REFUSALS }
      }
    },
    async request => {
      const { params, headers, body } = request
      sameAsPath('id', params.id, body.id)
      await rulebook.by({ by: actorOf(request) }).saveRoster(body, seenOf(headers))
      return tagged(body)
    }
  )

  app.get(
    '/quiet-hours',
    {
      config: { action: 'duty.read' },
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
      config: { action: 'duty.configure' },
      bodyLimit: PUT_LIMIT,
      schema: {
        tags,
        summary: 'Say when only what is urgent is told',
        headers: Seen,
        body: QuietHours,
        response: { 200: QuietHoursView, ...REFUSALS }
      }
    },
    async request => {
      const { headers, body } = request
      await rulebook.by({ by: actorOf(request) }).saveQuietHours(body, seenOf(headers))
      return { quietHours: tagged(body) }
    }
  )
}

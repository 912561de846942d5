import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import type { Entry } from '@huiyin/ports/records.ts'
import { ParkedList, ParkedRow } from '@huiyin/schemas/api.ts'
import { parkedIsCut, parkedNotFound } from './errors.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ById, DEFAULT_PAGE, PageQuery } from './queries.ts'

type Kept = Parked & { replayedAt?: number }

const tags = ['parked']

/** What could not be parsed at the door, and its way back in. */
export const parkedRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { records, clock, replay }) => {
  app.get(
    '/parked',
    {
      schema: {
        tags,
        summary: 'List parked messages',
        querystring: PageQuery,
        response: { 200: ParkedList, ...REFUSALS }
      }
    },
    async ({ query: { atMost = DEFAULT_PAGE, after } }) => {
      const found = await records.list<Kept>(PARKED, { atMost: atMost + 1, ...(after && { after }) })
      const rows = found.slice(0, atMost)
      return { rows: rows.map(rowOf), ...(found.length > atMost && { after: rows.at(-1)!.id }) }
    }
  )

  app.post(
    '/parked/:id/replay',
    {
      schema: {
        tags,
        summary: 'Put a parked message on its topic again',
        params: ById,
        response: { 200: ParkedRow, ...REFUSALS }
      }
    },
    async ({ params: { id } }) => {
      const found = await records.get<Kept>(PARKED, id)
      if (!found) throw parkedNotFound(id)
      const { document, version } = found
      if (document.value.cut) throw parkedIsCut(id)
      await replay(document.value.topic, document.value.raw)
      const entry = { ...document, value: { ...document.value, replayedAt: clock.now() } }
      await records.putIfUnchanged<Kept>(PARKED, entry, version) // a conflict: somebody else has replayed it too
      return rowOf(entry)
    }
  )
}

const rowOf = ({ id, value: { topic, reason, raw, cut, at, replayedAt } }: Entry<Kept>): ParkedRow => ({
  id,
  topic,
  reason,
  raw,
  cut,
  at,
  ...(replayedAt !== undefined && { replayedAt })
})

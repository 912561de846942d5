import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import type { Entry } from '@huiyin/ports/records.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { ParkedList, ParkedRow } from '@huiyin/schemas/api.ts'
import { parkedIsCut, parkedNotFound } from './errors.ts'
import { masked } from './masking.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ById, DEFAULT_PAGE, PageQuery } from './queries.ts'
import { actorOf, authorOf } from './sign-in/guard.ts'

type Kept = Parked & { replayedAt?: number }

const tags = ['parked']

/** What could not be parsed at the door, and its way back in. */
export const parkedRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { records, clock, events, replay }) => {
  const tell = teller(events, clock)
  app.get(
    '/parked',
    {
      config: { action: 'parked.read' },
      schema: {
        tags,
        summary: 'List parked messages',
        querystring: PageQuery,
        response: { 200: ParkedList, ...REFUSALS }
      }
    },
    async request => {
      const { atMost = DEFAULT_PAGE, after } = request.query
      const found = await records.list<Kept>(PARKED, { atMost: atMost + 1, ...(after && { after }) })
      const rows = found.slice(0, atMost)
      return {
        rows: rows.map(rowOf).map(toldTo(actorOf(request))),
        ...(found.length > atMost && { after: rows.at(-1)!.id })
      }
    }
  )

  app.post(
    '/parked/:id/replay',
    {
      config: { action: 'parked.replay' },
      schema: {
        tags,
        summary: 'Put a parked message on its topic again',
        params: ById,
        response: { 200: ParkedRow, ...REFUSALS }
      }
    },
    async request => {
      const { id } = request.params
      const found = await records.get<Kept>(PARKED, id)
      if (!found) throw parkedNotFound(id)
      const { document, version } = found
      if (document.value.cut) throw parkedIsCut(id)
      const { topic } = document.value
      await tell(subjectOf('parked', id), { type: 'parked.replayed', by: authorOf(request), data: { topic } })
      await replay(topic, document.value.raw)
      const entry = { ...document, value: { ...document.value, replayedAt: clock.now() } }
      await records.putIfUnchanged<Kept>(PARKED, entry, version) // a conflict: somebody else has replayed it too
      return toldTo(actorOf(request))(rowOf(entry))
    }
  )
}

/** Who mends what could not be read need not know of whom it speaks. */
const toldTo = (actor: Actor) => (row: ParkedRow) => (mayDo(actor, 'personal.read') ? row : masked(row))

const rowOf = ({ id, value: { topic, reason, raw, cut, at, replayedAt } }: Entry<Kept>): ParkedRow => ({
  id,
  topic,
  reason,
  raw,
  cut,
  at,
  ...(replayedAt !== undefined && { replayedAt })
})

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ticketsFor } from '../scope.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { Seen, seenOf } from '../tagged.ts'
import { filterOf } from '../ticket-filter.ts'
import { isAskable, whereOf } from '../where-of.ts'
import { type Owner, removeView, saveView, viewOf, viewsOf } from './saved-views.ts'
import { ViewBody, ViewCounts, ViewId, ViewList, ViewRow } from './view-body.ts'

const tags = ['views']
const ByView = Type.Object({ view: ViewId })
const COUNTED = 20

const CountsQuery = Type.Object(
  {
    view: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 80 }), {
        minItems: 1,
        maxItems: COUNTED,
        description: 'Keys of views; the first 20 when absent'
      })
    )
  },
  { additionalProperties: false }
)

/** Lists that people keep under a name. */
export const viewRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, tickets, clock, events } = ports
  const tell = teller(events, clock)
  const own = (request: FastifyRequest): Owner => ({ person: actorOf(request).id })
  const allOf = async (request: FastifyRequest) => [
    ...(await viewsOf(records, own(request))),
    ...(await viewsOf(records, 'shared'))
  ]

  app.get(
    '/views',
    {
      config: { action: 'view.own' },
      schema: { tags, summary: 'List one’s own views and the shared ones', response: { 200: ViewList, ...REFUSALS } }
    },
    async request => ({ rows: await allOf(request) })
  )

  app.get(
    '/views/counts',
    {
      config: { action: 'ticket.read' },
      schema: {
        tags,
        summary: 'How many tickets up to 20 views hold',
        querystring: CountsQuery,
        response: { 200: ViewCounts, ...REFUSALS }
      }
    },
    async request => {
      const { view: keys } = request.query
      const actor = actorOf(request)
      const all = await allOf(request)
      const named = keys ? all.filter(({ key }) => keys.includes(key)) : all
      const wanted = await countable(actor, named)
      const now = clock.now()
      const counted = wanted.map(async ({ key, query }) => {
        const asking = { me: actor.id, now, ...(await whereOf(ports, 'tickets', query.q, actor)) }
        const filter = { ...filterOf(query, asking), ...ticketsFor(ports, actor) }
        const counts = await tickets.count('status', filter)
        return [key, Object.values(counts).reduce((a, b) => a + b, 0)] as const
      })
      return { counts: Object.fromEntries(await Promise.all(counted)), now }
    }
  )

  /** Who does not read personal data does not find out by counting whose it is. */
  const countable = async (actor: Actor, views: readonly ViewRow[]) => {
    const askable = await Promise.all(views.map(({ query }) => isAskable(ports, 'tickets', query.q, actor)))
    return views.filter((_, i) => askable[i]).slice(0, COUNTED)
  }

  const save = (request: FastifyRequest, owner: Owner, id: string, view: ViewBody, seen: string | undefined) =>
    saveView(records, owner, { id, view, by: authorOf(request), at: clock.now() }, seen)
  const schema = { tags, params: ByView, response: { 200: ViewRow, ...REFUSALS } }

  app.put(
    '/views/:view',
    {
      config: { action: 'view.own' },
      schema: { ...schema, summary: 'Keep a view of one’s own', headers: Seen, body: ViewBody }
    },
    async request => save(request, own(request), request.params.view, request.body, seenOf(request.headers))
  )

  app.delete(
    '/views/:view',
    { config: { action: 'view.own' }, schema: { ...schema, summary: 'Remove a view of one’s own' } },
    async request => removeView(records, own(request), request.params.view)
  )

  app.put(
    '/views/shared/:view',
    {
      config: { action: 'view.share' },
      schema: { ...schema, summary: 'Keep a view for the whole office', headers: Seen, body: ViewBody }
    },
    async request => {
      const { view: id } = request.params
      await tellChange(authorOf(request), id, 'saved')
      return save(request, 'shared', id, request.body, seenOf(request.headers))
    }
  )

  app.delete(
    '/views/shared/:view',
    { config: { action: 'view.share' }, schema: { ...schema, summary: 'Remove a view of the whole office' } },
    async request => {
      const { view: id } = request.params
      await viewOf(records, 'shared', id)
      await tellChange(authorOf(request), id, 'removed')
      return removeView(records, 'shared', id)
    }
  )

  /** Before it is done: what the log does not take is not done. */
  const tellChange = (by: Actor, id: string, how: 'saved' | 'removed') =>
    tell(subjectOf('settings', 'views', id), { type: 'settings.changed', by, data: { what: 'views', id, how } })
}

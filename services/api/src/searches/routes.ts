import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { resolveRecipients } from '@huiyin/ports/letters.ts'
import { keepSearch, removeSearch, savedSearches, searchId } from '@huiyin/ports/saved-searches.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { SavedSearchList, SavedSearchRow } from '@huiyin/schemas/api-searches.ts'
import { type SavedSearch, SavedSearchBody } from '@huiyin/schemas/saved-search.ts'
import { Type } from 'typebox'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { isAskable, understoodOf } from '../where-of.ts'

const tags = ['search']
const BySearch = Type.Object({ search: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }) })

/** Searches that people keep, and are told of what they newly find. */
export const savedSearchRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock, events } = ports
  const tell = teller(events, clock)

  /** Before it is done: what the log does not take is not done. */
  const tellChange = (by: Actor, id: string, how: 'kept' | 'removed') =>
    tell(subjectOf('search', id), { type: 'search.watched', by, data: { how } })

  const rowOf = async (search: SavedSearch, actor: Actor): Promise<SavedSearchRow> => {
    const { id, person, ...rest } = search
    const people = ports.rulebook.people
    const to = await resolveRecipients(
      { records, people },
      [{ kind: 'person', person }],
      { urgent: false },
      clock.now()
    )
    return {
      ...rest,
      key: id.slice(searchId(person, '').length),
      reached: to.length > 0,
      ...(!(await isAskable(ports, search.what, search.q, actor)) && { broken: 'not understood, or not allowed' })
    }
  }

  app.get(
    '/searches',
    {
      config: { action: 'search.own' },
      schema: { tags, summary: 'List one’s own saved searches', response: { 200: SavedSearchList, ...REFUSALS } }
    },
    async request => {
      const actor = actorOf(request)
      const kept = await savedSearches(records, actor.id)
      return { rows: await Promise.all(kept.map(one => rowOf(one, actor))) }
    }
  )

  app.put(
    '/searches/:search',
    {
      config: { action: 'search.own' },
      schema: {
        tags,
        summary: 'Keep a search, and be told of what it newly finds',
        params: BySearch,
        body: SavedSearchBody,
        response: { 200: SavedSearchRow, ...REFUSALS }
      }
    },
    async request => {
      const actor = actorOf(request)
      const { body } = request
      await understoodOf(ports, body.what, body.q, actor) // what is not understood is not kept
      const own = request.params.search
      await tellChange(authorOf(request), searchId(actor.id, own), 'kept')
      return rowOf(await keepSearch(records, { person: actor.id, own, body, at: clock.now() }), actor)
    }
  )

  app.delete(
    '/searches/:search',
    {
      config: { action: 'search.own' },
      schema: {
        tags,
        summary: 'Remove a saved search',
        params: BySearch,
        response: { 200: SavedSearchRow, ...REFUSALS }
      }
    },
    async request => {
      const actor = actorOf(request)
      const id = searchId(actor.id, request.params.search)
      const kept = (await savedSearches(records, actor.id)).find(one => one.id === id)
      if (kept) await tellChange(authorOf(request), id, 'removed')
      return rowOf(await removeSearch(records, id), actor)
    }
  )
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  type BoardSubscription,
  choiceTag,
  resubscribe,
  subscribe,
  subscriptionsOf,
  unsubscribe
} from '@huiyin/ports/board-subscriptions.ts'
import { resolveRecipients } from '@huiyin/ports/letters.ts'
import {
  BoardSubscriptionBody,
  BoardSubscriptionChange,
  BoardSubscriptionList,
  BoardSubscriptionRow
} from '@huiyin/schemas/api-boards.ts'
import { Type } from 'typebox'
import { KeyOnly } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf } from '../sign-in/guard.ts'
import { askedBy } from './asked-by.ts'
import { askOfPlace } from './place.ts'

const tags = ['boards']
const BySubscription = Type.Object({ id: Type.String({ pattern: '^[a-z0-9]{1,60}$' }) })

/** What one has oneself told of: by mail or robot, as one is reached. */
export const boardSubscriptionRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock, rulebook } = ports

  const rowOf = async ({ person, asked: _, ...row }: BoardSubscription): Promise<BoardSubscriptionRow> => {
    const to = await resolveRecipients(
      { records, people: rulebook.people },
      [{ kind: 'person', person }],
      { urgent: false },
      clock.now()
    )
    return { ...row, tag: choiceTag(row), reached: to.length > 0 }
  }

  app.get(
    '/boards/subscriptions',
    {
      config: { action: 'board.own' },
      schema: {
        tags,
        summary: 'List what one has oneself told of the dashboards',
        response: { 200: BoardSubscriptionList, ...REFUSALS }
      }
    },
    async request => {
      const kept = await subscriptionsOf(records, actorOf(request).id)
      return { rows: await Promise.all(kept.map(rowOf)) }
    }
  )

  app.post(
    '/boards/subscriptions',
    {
      config: { action: 'board.own' },
      schema: {
        tags,
        summary: 'Have oneself told of a dashboard, daily or weekly',
        headers: KeyOnly,
        body: BoardSubscriptionBody,
        response: { 200: BoardSubscriptionRow, ...REFUSALS }
      }
    },
    async request => {
      const { body, headers } = request
      askedBy(ports, request, askOfPlace(body)) // what one may not see is not kept
      const of = { person: actorOf(request).id, key: headers['idempotency-key'], body, at: clock.now() }
      return rowOf(await subscribe(records, of))
    }
  )

  app.put(
    '/boards/subscriptions/:id',
    {
      config: { action: 'board.own' },
      schema: {
        tags,
        summary: 'Say anew what one is told of, and when',
        params: BySubscription,
        body: BoardSubscriptionChange,
        response: { 200: BoardSubscriptionRow, ...REFUSALS }
      }
    },
    async request => {
      const { seen, ...body } = request.body
      askedBy(ports, request, askOfPlace(body))
      const of = { ...request.params, person: actorOf(request).id, body, seen, at: clock.now() }
      return rowOf(await resubscribe(records, of))
    }
  )

  app.delete(
    '/boards/subscriptions/:id',
    {
      config: { action: 'board.own' },
      schema: {
        tags,
        summary: 'Be told no more',
        params: BySubscription,
        response: { 200: BoardSubscriptionRow, ...REFUSALS }
      }
    },
    async request => rowOf(await unsubscribe(records, { ...request.params, person: actorOf(request).id }))
  )
}

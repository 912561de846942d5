import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { itemWords } from '@huiyin/domain/accounts/item-words.ts'
import { HuiyinError, notAllowed } from '@huiyin/domain/errors.ts'
import { openItems, resolveItem } from '@huiyin/ports/items.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { ItemList, ItemResolved, ResolveBody } from '@huiyin/schemas/api-accounts.ts'
import type { OperatorItem } from '@huiyin/schemas/operator-item.ts'
import { mayRule } from './may-rule.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { actorOf } from './sign-in/guard.ts'

const tags = ['accounts']

/** What waits for a person and is no ticket. Those of accounts are for administrators; a department's people look only. */
export const itemRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { records, clock }) => {
  const open = () => records.refresh().then(() => openItems(records))

  app.get(
    '/items',
    {
      schema: {
        tags,
        summary: 'List what waits for a person and is no ticket, the oldest first',
        response: { 200: ItemList, ...REFUSALS }
      }
    },
    async () => {
      const rows = (await open()).sort((a, b) => a.since - b.since)
      return { rows: rows.map(item => ({ ...item, ...itemWords(item) })), now: clock.now() }
    }
  )

  app.post(
    '/items/resolve',
    {
      schema: {
        tags,
        summary: 'Say that it is done; it comes again when its cause does',
        body: ResolveBody,
        response: { 200: ItemResolved, ...REFUSALS }
      }
    },
    async request => {
      const { id } = request.body
      const actor = actorOf(request)
      const item = (await records.get<OperatorItem>('operator-item', id))?.document.value
      if (!item) throw new HuiyinError('ITEM_NOT_FOUND', `There is no item "${id}"; list the items again`)
      if (!mayResolve(actor, item)) throw notAllowed(actor.role, 'resolve this item')
      const resolved = await resolveItem(records, id, clock.now(), actor.id)
      await records.refresh()
      return { resolved }
    }
  )
}

const mayResolve = (actor: Actor, { kind }: OperatorItem): boolean =>
  mayRule(actor) || (actor.department === undefined && !kind.startsWith('account.'))

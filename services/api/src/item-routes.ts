import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { itemWords } from '@huiyin/domain/accounts/item-words.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { type Belonging, mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Action } from '@huiyin/domain/roles/table.ts'
import { openItems, resolveItem } from '@huiyin/ports/items.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { ItemList, ItemResolved, ResolveBody } from '@huiyin/schemas/api-accounts.ts'
import type { OperatorItem } from '@huiyin/schemas/operator-item.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { actorOf, authorOf } from './sign-in/guard.ts'

const tags = ['accounts']

/** What waits for a person and is no ticket. Those of accounts are for administrators; a department's people look only. */
export const itemRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { records, clock, events }) => {
  const tell = teller(events, clock)
  const open = () => records.refresh().then(() => openItems(records))

  app.get(
    '/items',
    {
      config: { action: 'item.read' },
      schema: {
        tags,
        summary: 'List what waits for a person and is no ticket, the oldest first',
        response: { 200: ItemList, ...REFUSALS }
      }
    },
    async request => {
      const rows = (await open()).filter(isSeenBy(actorOf(request))).sort((a, b) => a.since - b.since)
      return { rows: rows.map(item => ({ ...item, ...itemWords(item) })), now: clock.now() }
    }
  )

  app.post(
    '/items/resolve',
    {
      config: { action: 'item.resolve' },
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
      checkMay(actor, actionFor(item), belongingOf(item))
      await tell(subjectOf('item', id), { type: 'item.resolved', by: authorOf(request), data: { kind: item.kind } })
      const resolved = await resolveItem(records, id, clock.now(), actor.id)
      await records.refresh()
      return { resolved }
    }
  )
}

/** What is of no account is for all. */
const belongingOf = ({ platform, account }: OperatorItem): Belonging =>
  platform && account ? { account: accountId({ platform, id: account }) } : {}

/** What stands in the way of an account is mended by those who keep it; whether somebody has left, by those who know. */
function actionFor({ kind }: OperatorItem): Action {
  if (kind.startsWith('account.')) return 'account.configure'
  return kind.startsWith('user.') ? 'people.manage' : 'item.resolve'
}

const isSeenBy = (actor: Actor) => (item: OperatorItem) =>
  mayDo(actor, item.kind.startsWith('user.') ? 'people.read' : 'item.read', belongingOf(item))

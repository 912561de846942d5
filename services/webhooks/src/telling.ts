import { activeDispatch } from '@huiyin/domain/cases/dispatch-state.ts'
import { runningClocks } from '@huiyin/domain/clocks/running.ts'
import { accountId, textHash } from '@huiyin/domain/ids.ts'
import { departmentsOn } from '@huiyin/domain/roles/belonging.ts'
import type { Telling } from '@huiyin/ports/webhooks.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { isForWebhooks, type StoredWebhook } from '@huiyin/schemas/webhook.ts'

/**
 * What others are told of an event. Ids of tickets hold the citizen's, so that only its number leaves; texts, names and
 * people's ids never do.
 */

/** Of `data`: what is neither a text nor an id of somebody. Numbers, flags and these. */
const KEPT = new Set([
  'ask',
  'clock',
  'code',
  'department',
  'dispatch',
  'ground',
  'how',
  'kind',
  'label',
  'level',
  'note',
  'number',
  'reply',
  'stage',
  'supervision',
  'type',
  'was',
  'wasDepartment',
  'wasLabel',
  'wasLevel'
])

/** The id of an event for others: the same in every try, and at every address. */
export const eventIdOf = ({ id }: Pick<HouseEvent, 'id'>) => `evt_${textHash(id).slice(0, 32)}`

export const wantsType = ({ types }: Pick<StoredWebhook, 'types'>, { type }: HouseEvent): boolean =>
  isForWebhooks(type) && (types?.includes(type) ?? true)

/** Whether it is within what the webhook is for. */
export function wantsTicket({ accounts, departments }: StoredWebhook, ticket: Ticket): boolean {
  const theirs = new Set([...departmentsOn(ticket), ...(ticket.department === undefined ? [] : [ticket.department])])
  return (
    (accounts?.includes(accountId({ platform: ticket.platform, id: ticket.account })) ?? true) &&
    (departments?.some(one => theirs.has(one)) ?? true)
  )
}

export function tellingOf(event: HouseEvent, ticket: Ticket): Telling {
  const { type, at, n, data } = event
  const id = eventIdOf(event)
  const kept = Object.entries(data).filter(([name, value]) => typeof value !== 'string' || KEPT.has(name))
  const body = { id, type, at, subject: ticket.number, n, data: Object.fromEntries(kept), row: rowOf(ticket) }
  return { id, type, body: JSON.stringify(body) }
}

/** How the ticket stands when it is told; `n` says how far that is. */
function rowOf(ticket: Ticket) {
  const { number, platform, account, status, label, urgent, department, openedAt, risk, n } = ticket
  const [next] = runningClocks(ticket).toSorted((a, b) => a.dueAt - b.dueAt)
  const dispatch = activeDispatch(ticket)
  return {
    ...{ number, platform, account, status, label, urgent, level: risk.level, openedAt, n },
    ...(department !== undefined && { department }),
    ...(dispatch && { dispatchedTo: dispatch.department }),
    ...(next && { dueAt: next.dueAt, clock: next.kind })
  }
}

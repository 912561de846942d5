import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { TicketFilter } from '@huiyin/ports/tickets.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { QueueName, QueueRow } from '@huiyin/schemas/api.ts'
import type { ReplyState } from '@huiyin/schemas/ticket.ts'
import type { Static } from 'typebox'
import type { ApiPorts } from './ports.ts'
import type { TicketQuery } from './queries.ts'
import { ticketsFor } from './scope.ts'
import { filterOf, WAITING } from './ticket-filter.ts'

/** Due next: within two hours. */
const NEXT = 120

type Query = Static<typeof TicketQuery>

/** Each queue is a query that the list of tickets takes as well: what is counted is what is listed. */
function queriesFor(actor: Actor): [QueueName, Query][] {
  const states = reviewsOf(actor)
  return [
    ['mine', { assignee: ['me'] }],
    ['unassigned', { unassigned: true }],
    ['due-next', { dueWithin: NEXT }],
    ['overdue', { overdue: 'true' }],
    ['urgent', { urgent: true }],
    ['labels-to-review', { review: true }],
    ...(states.length > 0 ? ([['replies-to-review', { reply: states, notMine: 'true' }]] as [QueueName, Query][]) : [])
  ]
}

/** How the replies stand on which somebody may be the second person. */
const reviewsOf = (actor: Actor): ReplyState[] => [
  ...(mayDo(actor, 'reply.review') ? (['drafted'] as const) : []),
  ...(mayDo(actor, 'reply.approve') ? (['reviewed'] as const) : []),
  ...(mayDo(actor, 'reply.confirm') ? (['attesting'] as const) : [])
]

/** What waits at `now` (UTC in ms) among the tickets that somebody may read. */
export async function queuesFor(ports: ApiPorts, actor: Actor, now: number): Promise<QueueRow[]> {
  const of = ticketsFor(ports, actor)
  const filterBy = (query: Query): TicketFilter => ({ ...filterOf(query, { me: actor.id, now }), ...of })
  const queues = queriesFor(actor).map(async ([name, query]): Promise<QueueRow> => {
    const whole = { ...WAITING, ...query }
    return { name, count: sum(await ports.tickets.count('status', filterBy(whole))), query: stringOf(whole) }
  })
  const departments = await ports.tickets.count('department', filterBy(WAITING))
  const byDepartment = Object.entries(departments)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([department, count]): QueueRow => {
      return { name: 'department', department, count, query: stringOf({ ...WAITING, department: [department] }) }
    })
  return [...(await Promise.all(queues)), ...byDepartment]
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)

function stringOf(query: Query): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)])
  )
  return new URLSearchParams(parts).toString()
}

import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { runningDueAt } from '@huiyin/domain/search/findable.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ActName } from '@huiyin/schemas/api.ts'
import type { ReviewRow } from '@huiyin/schemas/api-desks.ts'
import type { ReplyState, Ticket } from '@huiyin/schemas/ticket.ts'
import { toldOf } from '../masking.ts'
import { mayOn } from '../may.ts'
import type { ApiPorts } from '../ports.ts'
import { ticketsFor } from '../scope.ts'
import { ticketRow } from '../views.ts'
import type { AtHand } from './at-hand.ts'

/** The acts by which one person decides what another did or asked. */
const DECIDES = {
  reply: ['reply.review', 'reply.approve', 'reply.confirm-attested'],
  ask: ['ask.decide'],
  removal: ['comment.remove.grant', 'comment.remove.refuse']
} as const satisfies Record<ReviewRow['kind'], readonly ActName[]>

const PROBED: readonly ActName[] = [...Object.values(DECIDES).flat(), 'reply.return', 'reply.edit']

/** Replies in these states wait for a second person. */
const WAITING: readonly ReplyState[] = ['drafted', 'reviewed', 'attesting']

const ROWS = 200

/** What waits for somebody to decide it, those first whose ticket falls due first. `now` is UTC in ms. */
export async function reviewsFor(ports: ApiPorts, atHand: AtHand, actor: Actor, now: number): Promise<ReviewRow[]> {
  const [replies, { tickets: asked, done }] = await Promise.all([
    ports.tickets.search({ reply: WAITING, ...ticketsFor(ports, actor), sort: 'due', atMost: ROWS }),
    atHand.all()
  ])
  const candidates = new Map([...replies.rows, ...done, ...asked].map(ticket => [ticket.id, ticket]))
  return [...candidates.values()]
    .filter(ticket => waitingOn(ticket).length > 0 && mayDo(actor, 'ticket.read', ofTicket(ticket)))
    .toSorted((a, b) => (runningDueAt(a) ?? Infinity) - (runningDueAt(b) ?? Infinity) || a.openedAt - b.openedAt)
    .flatMap(ticket => rowsOf(ports, ticket, { actor, now }))
    .slice(0, ROWS)
}

type Decided = { kind: ReviewRow['kind']; id: string; by: string; at: number }

function rowsOf(ports: ApiPorts, ticket: Ticket, { actor, now }: { actor: Actor; now: number }): ReviewRow[] {
  const waiting = waitingOn(ticket)
  if (waiting.length === 0) return []
  const may = mayOn(ticket, { actor, rules: ports.desk.rules(), now }, PROBED)
  const row = toldOf(ticketRow(ticket, ports.accounts(ticket.platform, ticket.account), now), ticket, actor)
  return waiting
    .filter(({ kind, id }) => DECIDES[kind].some(name => may.of(id).includes(name)))
    .map(one => ({ ...one, may: may.of(one.id), ticket: row }))
}

const waitingOn = ({ replies, asks = [], moderation = [] }: Ticket): Decided[] => [
  ...replies
    .filter(({ state }) => WAITING.includes(state))
    .map(({ id, author, attested, draftedAt }) => ({
      kind: 'reply' as const,
      id,
      by: attested?.by.name ?? author.name,
      at: attested?.at ?? draftedAt
    })),
  ...asks.filter(({ decided }) => !decided).map(({ id, by, at }) => ({ kind: 'ask' as const, id, by: by.name, at })),
  ...moderation
    .filter(({ state }) => state === 'asked')
    .map(({ id, by, at }) => ({ kind: 'removal' as const, id, by: by.name, at }))
]

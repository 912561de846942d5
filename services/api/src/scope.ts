import { accountId } from '@huiyin/domain/ids.ts'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { type Belonging, mayEverywhere, scopesOf } from '@huiyin/domain/roles/may-do.ts'
import type { Action } from '@huiyin/domain/roles/table.ts'
import type { OfAccount } from '@huiyin/ports/documents.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { FastifyRequest } from 'fastify'
import { ticketOf } from './linked.ts'
import type { ApiPorts } from './ports.ts'
import { actionOf, actorOf } from './sign-in/guard.ts'

/** The guard has asked whether one may do it at all; here it is asked of the very thing. */

/** Throws NOT_ALLOWED where the route's action is not granted on what belongs there. */
export const checkOn = (request: FastifyRequest, on: Belonging): void =>
  checkMay(actorOf(request), actionOf(request), on)

/** The ticket that a request names. Throws TICKET_NOT_FOUND, NOT_ALLOWED. */
export async function ticketFor(tickets: Tickets, request: FastifyRequest, id: string): Promise<Ticket> {
  const ticket = await ticketOf(tickets, id)
  checkOn(request, ofTicket(ticket))
  return ticket
}

/** Of routes that name an account in their path: whether the action is granted on it. Throws NOT_ALLOWED. */
export async function checkAccountOf(request: FastifyRequest): Promise<void> {
  const { platform, id } = request.params as { platform?: string; id?: string }
  if (platform !== undefined && id !== undefined) checkOn(request, { account: accountId({ platform, id }) })
}

/** The accounts to which an action is narrowed for somebody; undefined where it is not. */
export function accountsFor({ book }: Pick<ApiPorts, 'book'>, actor: Actor, action: Action): OfAccount[] | undefined {
  if (mayEverywhere(actor, action)) return
  if (!scopesOf(actor, action).includes('accounts')) return []
  const known = new Map(book.rows().map(({ account }) => [accountId(account), account] as const))
  return (actor.accounts ?? []).flatMap(id => {
    const account = known.get(id)
    return account ? [{ platform: account.platform, account: account.id }] : readable(id)
  })
}

/** An account that has been taken out of the book still has its tickets; a hashed id tells nothing. */
function readable(id: string): OfAccount[] {
  const [platform, account, ...more] = id.split('/')
  if (!platform || !account || more.length > 0 || id.startsWith('~')) return []
  return [{ platform: decodeURIComponent(platform), account: decodeURIComponent(account) }]
}

/** An account by its accountId(), of the book or not. */
export function accountNamed({ book }: Pick<ApiPorts, 'book'>, id: string): OfAccount | undefined {
  const known = book.rows().find(({ account }) => accountId(account) === id)?.account
  if (known) return { platform: known.platform, account: known.id }
  try {
    return readable(id)[0]
  } catch (error) {
    if (error instanceof URIError) return
    throw error
  }
}

/** How a list of tickets is narrowed for somebody. */
export function ticketsFor(
  ports: Pick<ApiPorts, 'book'>,
  actor: Actor
): { of?: readonly OfAccount[]; dispatchedTo?: string } {
  if (scopesOf(actor, 'ticket.read').includes('department')) return { dispatchedTo: actor.department ?? '' }
  const of = accountsFor(ports, actor, 'ticket.read')
  return of ? { of } : {}
}

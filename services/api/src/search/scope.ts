import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import type { Action } from '@huiyin/domain/roles/table.ts'
import type { Searched } from '@huiyin/domain/search/query.ts'
import type { OfAccount } from '@huiyin/ports/documents.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ApiPorts } from '../ports.ts'
import { accountsFor, ticketsFor } from '../scope.ts'

/** How a search is narrowed for somebody. */
export type Scope = { of?: readonly OfAccount[]; dispatchedTo?: string }

const ACTION: Record<Searched, Action> = {
  tickets: 'ticket.read',
  comments: 'comment.read',
  replies: 'comment.read',
  posts: 'post.read'
}

/** What somebody may see of a kind. Throws NOT_ALLOWED where that is nothing. */
export function scopeFor(ports: ApiPorts, actor: Actor, what: Searched): Scope {
  checkMay(actor, ACTION[what])
  if (what === 'tickets') return ticketsFor(ports, actor)
  const of = accountsFor(ports, actor, ACTION[what])
  return of ? { of } : {}
}

import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ShareRule, ShareWhen } from '@huiyin/schemas/share-rule.ts'
import type { Assignee, Ticket } from '@huiyin/schemas/ticket.ts'
import { activeDispatch } from '../cases/dispatch-state.ts'
import { accountId } from '../ids.ts'
import { ofTicket } from '../roles/belonging.ts'
import { mayDo } from '../roles/may-do.ts'

/**
 * Fair shares of what nobody has in hand: the first rule in order that matches decides, and whoever of its people is
 * free and has waited longest gets the ticket. Nobody free: it stays with nobody, where everybody sees it.
 */

/** Somebody who shares, as they stand. */
export type Sharer = {
  /** As they may act; absent: they cannot sign in. */
  actor?: Actor
  onLeave: boolean
  /** Open tickets that they have in hand. */
  inHand: number
  /** The number of the last ticket that was given to them by a rule; 0: none yet. */
  lastShare: number
}

/** By id. */
export type Sharers = ReadonlyMap<string, Sharer>

export type Share = { rule: ShareRule; to: Assignee }

/** Rules in the order in which they are asked; those that are switched off are left out. */
export const inOrder = (rules: readonly ShareRule[]): ShareRule[] =>
  rules.filter(({ enabled }) => enabled).toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

/** To whom a ticket falls by `rules` in their order; undefined where it stays with nobody. */
export function shareOf(ticket: Ticket, rules: readonly ShareRule[], sharers: Sharers): Share | undefined {
  const rule = rules.find(({ when }) => matches(ticket, when))
  if (!rule) return
  const free = rule.to.flatMap(id => {
    const sharer = sharers.get(id)
    return sharer && whyNot(sharer, rule) === undefined && mayTake(sharer, ticket) ? [{ id, ...sharer }] : []
  })
  const next = free.toSorted(byTurn)[0]
  return next && { rule, to: { id: next.id, name: next.actor!.name } }
}

/** Why somebody gets nothing by a rule, whatever the ticket: `away`: they cannot sign in. */
export function whyNot(
  { actor, onLeave, inHand }: Sharer,
  { capacity }: ShareRule
): 'away' | 'leave' | 'full' | undefined {
  if (!actor) return 'away'
  if (onLeave) return 'leave'
  return inHand >= capacity ? 'full' : undefined
}

const mayTake = ({ actor }: Sharer, ticket: Ticket) =>
  actor !== undefined && mayDo(actor, 'ticket.assign', ofTicket(ticket))

type Turn = Pick<Sharer, 'lastShare' | 'inHand'> & { id: string }

/** Whose last share is longest ago; among those the one with fewest in hand. */
const byTurn = (a: Turn, b: Turn) => a.lastShare - b.lastShare || a.inHand - b.inHand || (a.id < b.id ? -1 : 1)

/** They have one more in hand, and it is the others' turn. */
export function withShare(sharers: Sharers, { to }: Share, share: number): Sharers {
  const before = sharers.get(to.id)!
  return new Map([...sharers, [to.id, { ...before, inHand: before.inHand + 1, lastShare: share }]])
}

/** Whether a ticket is one of those that a rule is about. */
export function matches(ticket: Ticket, { accounts, departments, labels, places, urgent }: ShareWhen): boolean {
  const department = activeDispatch(ticket)?.department ?? ticket.department
  return (
    has(accounts, [accountId({ platform: ticket.platform, id: ticket.account })]) &&
    has(departments, department === undefined ? [] : [department]) &&
    has(labels, [ticket.label]) &&
    has(places, ticket.places ?? []) &&
    (urgent === undefined || ticket.urgent === urgent)
  )
}

const has = (wanted: readonly string[] | undefined, values: readonly string[]) =>
  wanted === undefined || values.some(value => wanted.includes(value))

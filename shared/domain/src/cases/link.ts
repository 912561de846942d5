import { type Dispatch, type DispatchLink, LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'
import { legClock } from '../clocks/running.ts'
import { type Draft, tell } from '../draft.ts'
import { linkExpired, linkInvalid } from '../errors.ts'
import type { CaseActOf } from './commands.ts'
import { activeOf, keepDispatch } from './dispatch.ts'
import { dispatchNotFound, tooMany } from './refusals.ts'
import { checkHandles, checkOffice } from './who.ts'

/**
 * Links without account. A link lets its holder do with one dispatch what the department may, under the name that it
 * was made for, until it expires or is revoked. What it grants is decided here, on the dispatch as it stands: who
 * holds it has no role.
 */

const DAY = 86_400_000
const AFTER_DUE = 7 * DAY

/** The actor of whoever holds a link. */
export const holderOf = (
  { id, to }: Pick<DispatchLink, 'id' | 'to'>,
  { department }: Pick<Dispatch, 'department'>
) => ({
  id: `link:${id}`,
  name: to,
  role: 'recipient',
  department
})

/** Whether it would be taken at `now` (UTC in ms), the dispatch aside. */
export const linkStands = ({ endedAt, expiresAt }: DispatchLink, now: number): boolean =>
  endedAt === undefined && now < expiresAt

/** Made once, however often it is asked. Throws DISPATCH_NOT_FOUND, DISPATCH_OVER, NOT_ALLOWED, TOO_MANY. */
export function linkTo(draft: Draft, { dispatch: id, link }: CaseActOf<'dispatch.link'>): void {
  const { ticket, actor, now } = draft
  checkOffice(actor, 'make a link to it')
  const dispatch = activeOf(ticket, id)
  const { links = [] } = dispatch
  if (links.some(one => one.id === link.id)) return
  const made: DispatchLink = { id: link.id, to: link.to, by: actor, at: now, expiresAt: endOf(draft, id, link.days) }
  keepDispatch(ticket, { ...dispatch, links: [...roomAmong(links, now), made] })
  tell(draft, 'dispatch.linked', { dispatch: id, link: link.id, expiresAt: made.expiresAt })
}

function endOf({ ticket, now }: Draft, dispatch: string, days: number | undefined): number {
  if (days !== undefined) return now + days * DAY
  return Math.max(now, legClock(ticket, dispatch)?.dueAt ?? now) + AFTER_DUE
}

/** What has expired makes room; what was revoked stays, so that it is never made anew. */
function roomAmong(links: readonly DispatchLink[], now: number): readonly DispatchLink[] {
  if (links.length < LIMITS.dispatchLinks) return links
  const spare = links.find(({ endedAt, expiresAt }) => endedAt === undefined && now >= expiresAt)
  if (!spare) throw tooMany('links', LIMITS.dispatchLinks)
  return links.filter(one => one !== spare)
}

/** Revokes it; once revoked it stays so. Throws DISPATCH_NOT_FOUND, LINK_INVALID, NOT_ALLOWED. */
export function unlink(draft: Draft, { dispatch: id, link: name }: CaseActOf<'dispatch.unlink'>): void {
  const { ticket, actor, now } = draft
  checkOffice(actor, 'revoke a link to it')
  const dispatch = ticket.dispatches.find(one => one.id === id)
  if (!dispatch) throw dispatchNotFound(id, ticket.number)
  const link = linkOf(dispatch, name)
  if (!link) throw linkInvalid('this dispatch has no such link')
  if (link.endedAt !== undefined) return
  keepLink(ticket, dispatch, { ...link, endedAt: now })
  tell(draft, 'dispatch.unlinked', { dispatch: id, link: name })
}

const linkOf = ({ links = [] }: Dispatch, id: string) => links.find(one => one.id === id)

function keepLink(ticket: Ticket, dispatch: Dispatch, link: DispatchLink): Dispatch {
  const next = { ...dispatch, links: (dispatch.links ?? []).map(one => (one.id === link.id ? link : one)) }
  keepDispatch(ticket, next)
  return next
}

/**
 * The dispatch, in the hands of somebody of its departments, of the county office, or of who holds a link to it.
 * Throws NOT_ALLOWED, and LINK_INVALID or LINK_EXPIRED for a link that does not serve (any more).
 */
export function handledBy(draft: Draft, dispatch: Dispatch, what: string): Dispatch {
  const { actor, ticket, now } = draft
  if (actor.role !== 'recipient') {
    checkHandles(actor, dispatch, what)
    return dispatch
  }
  const link = linkOf(dispatch, actor.id.replace('link:', ''))
  if (!link) throw linkInvalid('it was made for something else')
  if (!linkStands(link, now)) throw linkExpired()
  if (link.openedAt !== undefined) return dispatch
  tell(draft, 'dispatch.opened', { dispatch: dispatch.id, link: link.id })
  return keepLink(ticket, dispatch, { ...link, openedAt: now })
}

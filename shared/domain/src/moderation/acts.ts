import { LIMITS, type Moderation, type Ticket } from '@huiyin/schemas/ticket.ts'
import { idBy } from '../cases/dispatch.ts'
import { secondPersonNeeded, tooMany } from '../cases/refusals.ts'
import { type Draft, tell } from '../draft.ts'
import { commentNotOnTicket, moderationDecided, moderationNotFound, moderationOpen } from '../errors.ts'
import { checkMay } from '../roles/check-may.ts'
import { toldFrom } from '../undo/outgoing.ts'
import type { ModerationOf } from './commands.ts'

/**
 * A citizen's comment is taken away only on a legal ground that one person names and a head grants who is another one;
 * to show it to the public takes one person. The platform does it through the responder, after the wait in which it can
 * be taken back.
 */

const SETTLED: readonly Moderation['state'][] = ['done', 'failed', 'refused']
export const isSettled = ({ state }: Moderation): boolean => SETTLED.includes(state)

/** Throws NOT_ALLOWED, COMMENT_NOT_ON_TICKET, MODERATION_OPEN, TOO_MANY. */
export function askRemovalOf(draft: Draft, act: ModerationOf<'comment.remove.ask'>): void {
  checkMay(draft.actor, 'comment.remove')
  const { ground, text } = act
  const made = add(draft, { ...begun(draft, act, 'remove'), ground, text, state: 'asked' })
  tell(draft, 'moderation.asked', { ...named(made), ground })
}

/** Throws NOT_ALLOWED, SECOND_PERSON_NEEDED, MODERATION_NOT_FOUND, MODERATION_DECIDED. */
export function grantRemovalOf(draft: Draft, { moderation: id }: ModerationOf<'comment.remove.grant'>): void {
  const { actor: by, now: at } = draft
  const asked = undecided(draft, id)
  replaceOne(draft, { ...asked, state: 'granted', decided: { by, at }, nextAt: toldFrom(draft.ticket, at) })
  tell(draft, 'moderation.granted', named(asked))
}

/** Throws as the granting does. */
export function refuseRemovalOf(draft: Draft, { moderation: id, reason }: ModerationOf<'comment.remove.refuse'>): void {
  const { actor: by, now: at } = draft
  const asked = undecided(draft, id)
  replaceOne(draft, { ...asked, state: 'refused', decided: { by, at, reason: reason.slice(0, 500) } })
  tell(draft, 'moderation.refused', named(asked))
}

/** Throws NOT_ALLOWED, COMMENT_NOT_ON_TICKET, MODERATION_OPEN, TOO_MANY. */
export function elect(draft: Draft, act: ModerationOf<'comment.elect'>): void {
  checkMay(draft.actor, 'comment.elect')
  const { elected } = act
  const made = add(draft, {
    ...begun(draft, act, 'elect'),
    elected,
    state: 'granted',
    nextAt: toldFrom(draft.ticket, draft.now)
  })
  tell(draft, 'moderation.granted', { ...named(made), elected })
}

/** What every event of it names. */
export const named = ({ id, kind, comment }: Moderation) => ({ moderation: id, kind, comment })

/** Where a comment of the citizen stands on the ticket: its own time, by which the store finds it. */
export function citizensComment({ turns, owed, answered = [] }: Ticket, comment: string): number | undefined {
  const turn = turns.find(one => one.by === 'citizen' && one.comment === comment)
  return turn?.at ?? [...owed, ...answered].find(one => one.comment === comment)?.publishedAt
}

type Asked = { id: string; comment: string; native: string }

function begun(draft: Draft, act: Asked, kind: Moderation['kind']) {
  const { ticket, actor, now } = draft
  const { comment, native } = act
  if (citizensComment(ticket, comment) === undefined) throw commentNotOnTicket(comment, ticket.number)
  const open = (ticket.moderation ?? []).find(one => one.kind === kind && one.comment === comment && !isSettled(one))
  if (open) throw moderationOpen(open.by.name)
  return { id: idBy(draft, act), kind, comment, native, by: actor, at: now, attempt: 0 }
}

function undecided(draft: Draft, id: string): Moderation {
  const { ticket, actor } = draft
  checkMay(actor, 'comment.remove.decide')
  const asked = ticket.moderation?.find(one => one.id === id && one.kind === 'remove')
  if (!asked) throw moderationNotFound(id, ticket.number)
  if (asked.state !== 'asked') throw moderationDecided(asked.decided?.by.name ?? '?', asked.state)
  if (asked.by.id === actor.id) throw secondPersonNeeded(asked.by.name) // also in an office of one
  return asked
}

function add({ ticket }: Draft, made: Moderation): Moderation {
  const { moderation = [] } = ticket
  const spare = moderation.length < LIMITS.moderation ? undefined : moderation.find(isSettled)
  if (moderation.length >= LIMITS.moderation && !spare) throw tooMany('acts on comments', LIMITS.moderation)
  ticket.moderation = [...moderation.filter(one => one !== spare), made]
  return made
}

/** The one of the same id gives way. */
export function replaceOne({ ticket }: Draft, next: Moderation): void {
  ticket.moderation = ticket.moderation?.map(one => (one.id === next.id ? next : one)) ?? []
}

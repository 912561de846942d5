import type { Moderation, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { moderationDecided, moderationNotFound } from '../errors.ts'
import { CLAIM_HOLDS } from '../replies/sending.ts'
import { isSettled, named, replaceOne } from './acts.ts'
import type { ModerationNews, ModerationOf } from './commands.ts'

/**
 * granted → sending (claimed) → done. The platform takes a second request for the same as done, so that one of unknown
 * outcome is made again once its claim has run out.
 */

/** The claim: in the store before the request leaves. Throws MODERATION_NOT_FOUND, MODERATION_DECIDED. */
export function claimModeration(draft: Draft, { moderation: id, token }: ModerationOf<'moderation.sending'>): void {
  const { ticket, now } = draft
  const one = ticket.moderation?.find(one => one.id === id)
  if (!one) throw moderationNotFound(id, ticket.number)
  if (one.claim?.token === token) return
  const isGranted = one.state === 'granted' && now >= (one.nextAt ?? 0)
  const isFree = isGranted || (one.state === 'sending' && now >= (one.claim?.at ?? 0) + CLAIM_HOLDS)
  if (!isFree) throw moderationDecided('the responder', one.state)
  const attempt = one.attempt + 1
  replaceOne(draft, { ...one, state: 'sending', attempt, claim: { token, at: now }, nextAt: now + CLAIM_HOLDS })
  if (attempt === 1) tell(draft, 'moderation.sending', named(one))
}

/** What became of it. News of one that is not known here, or that is over, changes nothing. */
export function moderationNews(draft: Draft, news: ModerationNews): void {
  const one = draft.ticket.moderation?.find(({ id }) => id === news.moderation)
  if (!one || one.state === 'done') return
  if (news.type === 'moderation.done') return done(draft, one)
  if (isSettled(one) || one.attempt !== news.attempt || one.state !== 'sending') return
  const { code, message, why } = news
  const trouble = { code, message, why, at: draft.now }
  if (news.type === 'moderation.postponed') {
    replaceOne(draft, { ...one, state: 'granted', nextAt: news.retryAt, trouble })
    if (one.trouble?.code !== code) tell(draft, 'moderation.postponed', { ...named(one), code, retryAt: news.retryAt })
  } else {
    replaceOne(draft, { ...atRest(one), state: 'failed', trouble })
    tell(draft, 'moderation.failed', { ...named(one), code })
  }
}

function done(draft: Draft, one: Moderation): void {
  const { trouble: _, ...rest } = atRest(one)
  replaceOne(draft, { ...rest, state: 'done', doneAt: draft.now })
  const { elected } = one
  tell(draft, 'moderation.done', { ...named(one), ...(elected !== undefined && { elected }) })
}

function atRest({ nextAt: _, ...one }: Moderation): Moderation {
  return one
}

/** Whether it was us who had the comment removed: asked of the platform at least once, and not refused by it. */
export const isRemovedByOffice = ({ moderation = [] }: Ticket, comment: string): boolean =>
  moderation.some(one => one.kind === 'remove' && one.comment === comment && one.attempt > 0 && one.state !== 'failed')

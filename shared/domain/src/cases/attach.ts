import { ATTACHMENT_LIMITS, type AttachmentRef } from '@huiyin/schemas/attachment.ts'
import { LIMITS } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import type { CaseActOf } from './commands.ts'
import { dispatchNotFound, fileTooMuch, notYours, tooMany } from './refusals.ts'
import { checkHandles } from './who.ts'

/**
 * Files of a ticket, or of one dispatch of it. The ticket keeps that they are there, and how large: their names and
 * their bytes stand elsewhere. Adding one stops no clock and is no turn.
 */

/** Throws DISPATCH_NOT_FOUND, NOT_ALLOWED, TOO_MANY, ATTACHMENT_REFUSED. */
export function attachFile(draft: Draft, { attachment }: CaseActOf<'attach'>): void {
  const { actor, ticket } = draft
  if (actor.role === 'recipient') throw notYours('add a file by this link but with a result', 'who signs in')
  const { dispatch: id } = attachment
  const dispatch = ticket.dispatches.find(one => one.id === id)
  if (id !== undefined && !dispatch) throw dispatchNotFound(id, ticket.number)
  if (dispatch && actor.department) checkHandles(actor, dispatch, 'add a file to')
  keepAttachment(draft, attachment)
}

/** Once only, however often it is said. Throws TOO_MANY, ATTACHMENT_REFUSED. */
export function keepAttachment(draft: Draft, { id, bytes, dispatch }: Omit<AttachmentRef, 'at'>): void {
  const { ticket, now } = draft
  const { attachments = [] } = ticket
  if (attachments.some(one => one.id === id)) return
  const beside = attachments.filter(one => one.dispatch === dispatch)
  if (beside.length >= ATTACHMENT_LIMITS.files) throw tooMany('files', ATTACHMENT_LIMITS.files)
  if (attachments.length >= LIMITS.attachments) throw tooMany('files', LIMITS.attachments)
  const total = beside.reduce((sum, one) => sum + one.bytes, bytes)
  if (total > ATTACHMENT_LIMITS.total) throw fileTooMuch(ATTACHMENT_LIMITS.total)
  const of = { ...(dispatch !== undefined && { dispatch }) }
  ticket.attachments = [...attachments, { id, bytes, at: now, ...of }]
  tell(draft, 'attachment.added', { attachment: id, bytes, ...of })
}

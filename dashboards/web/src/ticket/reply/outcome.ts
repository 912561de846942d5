import type { ReplyBody, TicketView } from '@huiyin/schemas/api.ts'
import type { Composition } from '../../data/drafts.ts'
import { known, t } from '../../language.ts'

/** What handing in a reply leads to, so that the button can say it. */
type Outcome = { does: 'send' | 'review' | 'approve'; why?: string | undefined }

/** Only a holding reply leaves while a head has not released the ticket, or what the spokesperson writes. */
const isLocked = ({ lock }: TicketView, me: string | undefined) =>
  lock !== undefined && lock.released === undefined && (me === undefined || lock.spokesperson?.id !== me)

/** `asIs`: made of a template in force, unchanged. `me`: id of who writes. */
export function outcomeOf(view: TicketView, draft: Composition, asIs: boolean, me: string | undefined): Outcome {
  const kind = draft.kind ?? view.writing.kind
  const important = [...view.writing.important, ...(draft.important ? ['policy'] : [])]
  const why = t('reply.then.important', {
    why: [...new Set(important)].map(code => known(`reply.why.${code}`) ?? code).join(t('facts.and'))
  })
  if (kind === 'holding' && asIs) return { does: 'send', why: t('reply.then.template') }
  if (kind !== 'holding' && isLocked(view, me)) return { does: 'review', why: t('reply.then.locked') }
  if (!view.writing.selfReview) return { does: 'review', ...(important.length > 0 && { why }) }
  return important.length > 0 ? { does: 'approve', why } : { does: 'send' }
}

/** What is sent of a draft. */
export function bodyOf(view: TicketView, draft: Composition): ReplyBody {
  const { text, kind = view.writing.kind, promisedAt, important, template, edits, proposal } = draft
  const editable = edits !== undefined && view.replies.some(({ id, may }) => id === edits && may.includes('reply.edit'))
  return {
    text: text.trim(),
    kind,
    ...(promisedAt !== undefined && view.writing.promiseUntil !== undefined && { promisedAt }),
    ...(important && { important }),
    ...(template && { template }),
    ...(editable && { edits }),
    ...(proposal !== undefined && { proposal })
  }
}

/** Why nothing can be written now; undefined when it can. */
export function closedBecause({ status, owed, replies, may }: TicketView): string | undefined {
  if (status === 'merged') return t('reply.merged') // its citizen gets the elder's reply
  if (may.includes('reply.draft')) return undefined
  if (status === 'dismissed') return t('reply.dismissed')
  if (replies.some(({ state }) => state === 'attesting')) return t('reply.attesting')
  if (replies.some(({ state }) => state === 'approved' || state === 'sending' || state === 'sent'))
    return t('reply.under-way')
  return owed === 0 ? t('reply.nothing-owed') : t('reply.not-yours')
}

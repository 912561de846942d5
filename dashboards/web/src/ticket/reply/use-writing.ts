import type { Composition } from '../../data/drafts.ts'
import { useTemplates } from '../../data/offices.ts'
import { useMe } from '../../data/session.ts'
import { t } from '../../language.ts'
import { useDesk } from '../desk.ts'
import { bodyOf, closedBecause, outcomeOf } from './outcome.ts'
import { replyLength } from './reply-length.ts'
import { isUnfilled, templateOf } from './templates.ts'
import { useCheck } from './use-check.ts'

const LONGEST = 5_000 // what the api takes where the platform sets no limit

/** How a draft stands while it is written: what was found in it, whether it can be handed in, and what that would do. */
export function useWriting(draft: Composition) {
  const { view, busy, act } = useDesk()
  const me = useMe()?.id
  const templates = useTemplates(view.id, draft.template !== undefined).data
  const made = templateOf(draft, templates)
  const closed = closedBecause(view)
  const text = draft.text.trim()
  const check = useCheck(view.id, closed === undefined ? text : '', draft.kind ?? view.writing.kind)
  const outcome = outcomeOf(view, draft, made?.asIs ?? false, me)
  const limit = view.writing.limit ?? LONGEST
  const count = replyLength(view.platform, text)
  const refused = check.checked?.refused ?? false
  const wrong = isUnfilled(text) ? t('template.unfilled') : refused ? t('check.refused') : undefined
  const does = t(`reply.do.${outcome.does}`)
  const usual = draft.text === '' ? t('reply.keys', { act: does }) : t('reply.draft-kept')
  const ready = wrong === undefined && count > 0 && count <= limit && busy === undefined && closed === undefined
  return {
    text,
    /** The template that it was made of, and what the house knows of its variables. */
    made: made && { row: made.row, known: made.known },
    /** Why nothing can be written. */
    closed,
    ...check,
    refused,
    limit,
    count,
    /** What the button says. */
    does,
    hint: closed ?? wrong ?? (check.failed ? t('check.failed') : (outcome.why ?? usual)),
    ready,
    send: () => {
      if (ready) act({ kind: 'replies', body: bodyOf(view, draft) })
    }
  }
}

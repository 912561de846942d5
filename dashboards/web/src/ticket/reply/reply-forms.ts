import type { TicketView } from '@huiyin/schemas/api.ts'
import { segment } from '../../data/acts.ts'
import type { FormSpec } from '../../form/spec.ts'
import { t } from '../../language.ts'
import type { SentReply } from '../conversation.ts'

/** What the acts on replies need to be told. */

export const returnForm = ({ id }: SentReply): FormSpec => ({
  id: `return/${id}`,
  title: t('act.return-title'),
  submit: t('act.return'),
  fields: [{ as: 'lines', name: 'reason', label: t('act.return-title'), max: 500 }],
  act: ({ reason = '' }) => ({ kind: `replies/${segment(id)}/return`, body: { reason } })
})

/** `reply`: one that stands on the ticket; else `text` was posted. */
export function attestForm(
  view: TicketView,
  now: number,
  { reply, text = '' }: { reply?: string; text?: string }
): FormSpec {
  return {
    id: `attest/${reply ?? ''}`,
    title: t('act.attest-title'),
    hint: t('act.attest-hint'),
    submit: t('act.confirm'),
    fields: [
      ...(reply === undefined
        ? [{ as: 'lines', name: 'text', label: t('attest.text'), max: 5000, initial: text } as const]
        : []),
      { as: 'when', name: 'at', label: t('attest.at'), initial: String(now), from: view.openedAt, to: now },
      { as: 'line', name: 'evidence', label: t('attest.evidence'), max: 1000 }
    ],
    act: values => ({
      kind: 'attested',
      body: {
        ...(reply === undefined ? { text: values.text ?? '' } : { reply }),
        postedAt: Number(values.at),
        evidence: values.evidence ?? ''
      }
    })
  }
}

export const spokespersonForm = (): FormSpec => ({
  id: 'spokesperson',
  title: t('act.spokesperson'),
  submit: t('act.spokesperson'),
  fields: [{ as: 'person', name: 'who', label: t('spokesperson.who') }],
  act: ({ who = '' }) => ({ kind: 'release', body: { spokesperson: who } })
})

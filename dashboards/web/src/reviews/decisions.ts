import type { ActName, TicketView } from '@huiyin/schemas/api.ts'
import type { ReviewRow } from '@huiyin/schemas/api-desks.ts'
import { type Act, segment } from '../data/acts.ts'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { returnForm } from '../ticket/reply/reply-forms.ts'

/** What somebody may say to what waits for them, on the ticket as it stands. */

export type Decision = { words: string; act: Act } | { words: string; form: FormSpec }
export type Decisions = { yes?: Decision; no?: Decision }

const has = (may: readonly ActName[], name: ActName) => may.includes(name)

/** Nothing where somebody has decided it, or may not any more. */
export function decisionsOf({ kind, id }: Pick<ReviewRow, 'kind' | 'id'>, view: TicketView): Decisions {
  if (kind === 'reply') return ofReply(id, view)
  return kind === 'ask' ? ofAsk(id, view) : ofRemoval(id, view)
}

function ofReply(id: string, { replies }: TicketView): Decisions {
  const reply = replies.find(one => one.id === id)
  if (!reply) return {}
  const { may, hash } = reply
  const base = `replies/${segment(id)}` as const
  const yes: Decision | undefined = has(may, 'reply.review')
    ? { words: t('act.review'), act: { kind: `${base}/review`, body: { hash } } }
    : has(may, 'reply.approve')
      ? { words: t('act.approve'), act: { kind: `${base}/approve`, body: { hash } } }
      : has(may, 'reply.confirm-attested')
        ? { words: t('act.confirm-attested'), act: { kind: `${base}/confirm-attested` } }
        : undefined
  if (!yes) return {}
  return { yes, ...(has(may, 'reply.return') && { no: { words: t('act.return'), form: returnForm(reply) } }) }
}

function ofAsk(id: string, { asks }: TicketView): Decisions {
  const ask = asks.find(one => one.id === id)
  if (!ask || !has(ask.may, 'ask.decide')) return {}
  const kind = `asks/${segment(id)}/decide` as const
  return {
    yes: { words: t('act.grant'), act: { kind, body: { granted: true } } },
    no: { words: t('act.refuse'), act: { kind, body: { granted: false } } }
  }
}

function ofRemoval(id: string, { moderation = [] }: TicketView): Decisions {
  const asked = moderation.find(one => one.id === id)
  if (!asked) return {}
  return {
    ...(has(asked.may, 'comment.remove.grant') && {
      yes: { words: t('act.remove-grant'), act: { kind: `removals/${segment(id)}/grant` } as const }
    }),
    ...(has(asked.may, 'comment.remove.refuse') && { no: { words: t('act.remove-refuse'), form: refusal(id) } })
  }
}

const refusal = (id: string): FormSpec => ({
  id: `remove-refuse/${id}`,
  title: t('act.remove-refuse-title'),
  submit: t('act.remove-refuse'),
  fields: [{ as: 'lines', name: 'reason', label: t('act.remove-refuse-title'), max: 500 }],
  act: ({ reason = '' }) => ({ kind: `removals/${segment(id)}/refuse`, body: { reason } })
})

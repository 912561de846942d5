import type { TicketView } from '@huiyin/schemas/api.ts'
import type { TemplateList } from '@huiyin/schemas/api-templates.ts'
import { likeness } from '../differences.ts'
import { t } from '../language.ts'
import type { SentReply } from '../ticket/conversation.ts'

/** With what a reply can be compared. */

export type Against = { id: 'earlier' | 'template' | 'stands'; name: string; text: string; note?: string }

/** So much of a template has to be there for the reply to be made of it. */
const ALIKE = 0.5

export function againstOf(
  reply: SentReply,
  { replies }: Pick<TicketView, 'replies'>,
  templates: TemplateList | undefined
): Against[] {
  const earlier = earlierOf(reply, replies)
  const stands = replies.find(({ id }) => id === reply.replaces)
  const template = closest(reply.text, templates)
  const returned = earlier?.returned
  return [
    ...(earlier
      ? [
          {
            id: 'earlier' as const,
            name: t('reviews.against.earlier'),
            text: earlier.text,
            ...(returned && { note: t('reviews.returned', { reason: returned.reason, who: returned.by.name }) })
          }
        ]
      : []),
    ...(stands ? [{ id: 'stands' as const, name: t('reviews.against.stands'), text: stands.text }] : []),
    ...(template
      ? [{ id: 'template' as const, name: t('reviews.against.template', { name: template.name }), text: template.text }]
      : [])
  ]
}

/** What was written before to the same comment and given back or set aside. */
const earlierOf = (reply: SentReply, replies: readonly SentReply[]) =>
  [...replies]
    .filter(
      ({ id, state, to, draftedAt }) =>
        id !== reply.id &&
        (state === 'returned' || state === 'superseded') &&
        to.comment === reply.to.comment &&
        draftedAt <= reply.draftedAt
    )
    .sort((a, b) => b.draftedAt - a.draftedAt)[0]

function closest(text: string, templates: TemplateList | undefined) {
  const known = templates?.values ?? {}
  const filled = (templates?.rows ?? []).map(({ name, text: words, filled }) => ({
    name,
    text:
      filled ?? words.replace(/\{\{(\w+)\}\}/g, (place, value: string) => known[value as keyof typeof known] ?? place)
  }))
  const ranked = filled.map(one => ({ ...one, alike: likeness(one.text, text) })).sort((a, b) => b.alike - a.alike)
  return ranked[0] && ranked[0].alike >= ALIKE ? ranked[0] : undefined
}

import { t } from '../../language.ts'
import type { SentReply } from '../conversation.ts'
import style from './reply.module.css'

/** How far a reply has come, as a row of steps; who made a step stands under it. */

type Step = { name: 'drafted' | 'reviewed' | 'approved' | 'sent' | 'posted' | 'confirmed'; who?: string | undefined }

/** Approval is a step of its own only where the head has to give it. */
function stepsOf(reply: SentReply): Step[] {
  const { author, attested, confirmedAt, reviewedBy, approvedBy, important = [], selfReviewed, template, state } = reply
  const drafted: Step = { name: 'drafted', who: author.name }
  if (attested)
    return [
      drafted,
      { name: 'posted', who: attested.by.name },
      { name: 'confirmed', who: confirmedAt === undefined ? undefined : attested.confirmedBy?.name }
    ]
  const unread = reviewedBy === undefined && template !== undefined && reached(state) >= 2
  const review: Step = { name: 'reviewed', who: selfReviewed ? t('reply.self-reviewed') : reviewedBy?.name }
  return [
    drafted,
    ...(unread ? [] : [review]),
    ...(important.length > 0 && !unread ? [{ name: 'approved', who: approvedBy?.name } as const] : []),
    { name: 'sent' },
    { name: 'confirmed' }
  ]
}

const REACHED = { drafted: 0, reviewed: 1, approved: 2, sending: 2, sent: 3, confirmed: 4, attesting: 3 } as const
const ORDER = { drafted: 0, reviewed: 1, approved: 2, posted: 3, sent: 3, confirmed: 4 } as const

const reached = (state: SentReply['state']): number => REACHED[state as keyof typeof REACHED] ?? 0

export function Steps({ reply }: { reply: SentReply }) {
  const upTo = reached(reply.state)
  const steps = stepsOf(reply)
  const next = steps.find(({ name }) => ORDER[name] > upTo)?.name
  return (
    <ol className={style.steps}>
      {steps.map(({ name, who }) => (
        <li key={name} data-reached={ORDER[name] <= upTo} aria-current={name === next ? 'step' : undefined}>
          {t(`reply.step.${name}`)}
          {who && <span>{who}</span>}
        </li>
      ))}
    </ol>
  )
}

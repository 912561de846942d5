import type { TicketView } from '@huiyin/schemas/api.ts'
import { known, t } from '../language.ts'
import { clockTime } from '../time.ts'
import type { Trouble } from './use-acts.ts'

/** Who was first and what they did, as far as the house says. */
export function conflictWords({ who, error: { winner } }: Extract<Trouble, { kind: 'faster' }>, now: number): string {
  if (winner) {
    const what = known(`event.${winner.type}`) ?? winner.type
    return t('conflict.winner', { who: winner.name, what, at: clockTime(winner.at, now) })
  }
  return who ? t('conflict.title', { who }) : t('conflict.citizen')
}

type Standing = Pick<TicketView, 'status' | 'assignedTo' | 'dispatchedTo' | 'acknowledgedBy'>

/** How a ticket stands, in one line. */
export const standingWords = ({ status, assignedTo, dispatchedTo, acknowledgedBy }: Standing): string =>
  [
    t(`status.${status}`),
    dispatchedTo && t(dispatchedTo.signed ? 'mark.with' : 'mark.to-sign', { department: dispatchedTo.department }),
    assignedTo && t('work.with', { who: assignedTo.name }),
    acknowledgedBy !== undefined && acknowledgedBy !== assignedTo?.name && t('acknowledged', { who: acknowledgedBy })
  ]
    .filter(Boolean)
    .join(' · ')

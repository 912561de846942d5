import type { TicketView } from '@huiyin/schemas/api.ts'
import { judgementOf } from '../why/judgement.ts'
import { CorrectForm } from './correct-form.tsx'
import { ReviewBanner } from './review-banner.tsx'
import type { Correction } from './use-correction.ts'

type CorrectingProps = { view: TicketView; correction: Correction; busy: boolean }

/** The corrections while a person makes them; else why one should look at the label, where one should. */
export function Correcting({ view, correction: { open, begin, end, give }, busy }: CorrectingProps) {
  if (open)
    return (
      <CorrectForm
        key={String(open.rolledBack)}
        view={view}
        before={open.before}
        rolledBack={open.rolledBack}
        at={open.at}
        offices={view.thread.flatMap(comment => judgementOf(comment)?.office ?? [])}
        onGive={changes => give({ ...(open.comment !== undefined && { comment: open.comment }), ...changes })}
        onCancel={end}
      />
    )
  if (!view.review || view.status !== 'open') return null
  return <ReviewBanner view={view} busy={busy} onGive={give} onMore={() => begin()} />
}

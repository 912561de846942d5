import { useMay } from '../data/may.ts'
import { learnWords, t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import type { ViewProps } from '../views.tsx'
import { APPRAISAL_WORDS } from '../words-appraisal.ts'
import { AppraisalsPane } from './appraisals-pane.tsx'
import { EntryForm } from './entry-form.tsx'
import { JobSheet } from './job-sheet.tsx'
import { MakeForm } from './make-form.tsx'
import { OpenAppraisal } from './open-appraisal.tsx'
import { OpenEntry } from './open-entry.tsx'
import { type AppraisalPlace, goInAppraisal, NEW, useAppraisalPlace } from './place.ts'
import { RatingPane } from './rating-pane.tsx'
import { RegisterPane } from './register-pane.tsx'

learnWords(APPRAISAL_WORDS)

const JOB = 'job:'

/** Appraisals, the register that they count, and the rating of posts; each with what is open beside its list. */
export function AppraisalView({ now }: ViewProps) {
  const place = useAppraisalPlace()
  const rates = useMay()('content.rate')
  const part = place.part === 'rating' && !rates ? 'appraisals' : place.part
  if (part === 'rating') return <RatingPane place={place} now={now} />
  const close = () => goInAppraisal({ ...place, open: undefined, subject: undefined, revision: undefined })
  return (
    <>
      {part === 'register' ? <RegisterPane place={place} now={now} /> : <AppraisalsPane place={place} now={now} />}
      {place.open !== undefined && (
        <Sheet name={t(part === 'register' ? 'register.entry' : 'appraisal')}>
          <Open place={{ ...place, part }} open={place.open} now={now} onClose={close} />
        </Sheet>
      )}
    </>
  )
}

type OpenProps = { place: AppraisalPlace; open: string; now: number; onClose: () => void }

function Open({ place, open, now, onClose }: OpenProps) {
  if (place.part === 'register')
    return open === NEW ? (
      <EntryForm key={NEW} place={place} now={now} onClose={onClose} />
    ) : (
      <OpenEntry key={open} id={open} now={now} onClose={onClose} />
    )
  if (open === NEW) return <MakeForm key={NEW} place={place} now={now} onClose={onClose} />
  if (open.startsWith(JOB)) return <JobSheet key={open} job={open.slice(JOB.length)} place={place} onClose={onClose} />
  return (
    <OpenAppraisal
      key={`${open} ${place.subject} ${place.revision}`}
      id={open}
      place={place}
      now={now}
      onClose={onClose}
    />
  )
}

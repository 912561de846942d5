import { useState } from 'react'
import { go } from '../data/address.ts'
import { learnWords, t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import { BULK_WORDS } from '../words-bulk.ts'
import { BulkForm } from './bulk-form.tsx'
import { JobSheet } from './job-sheet.tsx'
import { JobsList } from './jobs-list.tsx'

learnWords(BULK_WORDS)

type BulkPaneProps = { what: 'bulk' | 'jobs'; now: number; onClose: () => void }

/** Beside the list: what is to be done to the tickets that are selected, how far it is, and what was done before. */
export function BulkPane({ what, now, onClose }: BulkPaneProps) {
  const [job, setJob] = useState<string>()
  const other = (next: 'bulk' | 'jobs') => {
    setJob(undefined)
    go({ open: next }, { replace: true })
  }
  return (
    <Sheet name={t('bulk.title')}>
      {job !== undefined ? (
        <JobSheet key={job} id={job} onJob={setJob} onNew={() => other('bulk')} onClose={onClose} />
      ) : what === 'jobs' ? (
        <JobsList now={now} onJob={setJob} onClose={onClose} />
      ) : (
        <BulkForm now={now} onJob={setJob} onJobs={() => other('jobs')} onClose={onClose} />
      )}
    </Sheet>
  )
}

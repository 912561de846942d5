import { useArchives } from '../data/archives.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { learnWords, t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import type { ViewProps } from '../views.tsx'
import { ARCHIVES_WORDS } from '../words-archives.ts'
import { ArchiveSheet } from './archive-sheet.tsx'
import { ArchivesPane } from './archives-pane.tsx'
import { InspectForm } from './inspect-form.tsx'
import { MakeForm } from './make-form.tsx'
import { goAmongArchives, INSPECT, NEW, useArchivePlace } from './place.ts'

learnWords(ARCHIVES_WORDS)

/** What is kept by year and never changes; beside it the one that is open, or what is to be made. */
export function ArchivesView({ now }: ViewProps) {
  const place = useArchivePlace()
  const { open } = place
  const close = () => goAmongArchives({ ...place, open: undefined })
  return (
    <>
      <ArchivesPane place={place} now={now} />
      {open !== undefined && (
        <Sheet name={t('archive')}>
          {open === NEW && <MakeForm place={place} now={now} onClose={close} />}
          {open === INSPECT && <InspectForm place={place} now={now} onClose={close} />}
          {open !== NEW && open !== INSPECT && <Open key={open} id={open} now={now} onClose={close} />}
        </Sheet>
      )}
    </>
  )
}

function Open({ id, now, onClose }: { id: string; now: number; onClose: () => void }) {
  const { data, error, isPending, refetch } = useArchives()
  const row = data?.find(one => one.id === id)
  if (row) return <ArchiveSheet row={row} now={now} onClose={onClose} />
  if (isPending) return <Loading />
  if (error) return <Failed title={t('archive.failed')} error={error} onRetry={refetch} />
  return <Notice title={t('archive.none')} hint={t('archive.none-hint')} />
}

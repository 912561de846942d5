import { useParked } from '../data/parked.ts'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { learnWords, t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import type { ViewProps } from '../views.tsx'
import { PARKED_WORDS } from '../words-parked.ts'
import { ParkedPane } from './parked-pane.tsx'
import { ParkedSheet } from './parked-sheet.tsx'
import { useOpenParked } from './place.ts'

learnWords(PARKED_WORDS)

/** What could not be understood, why, and its way back in. */
export function ParkedView({ now }: ViewProps) {
  const open = useOpenParked()
  const { rows, isPending } = useParked()
  const row = rows.find(({ id }) => id === open)
  return (
    <>
      <ParkedPane open={open} now={now} />
      {open !== undefined && (
        <Sheet name={t('view.parked')}>
          {row ? (
            <ParkedSheet key={row.id} row={row} now={now} />
          ) : isPending ? (
            <Loading />
          ) : (
            <Notice title={t('parked.gone')} hint={t('parked.gone-hint')} />
          )}
        </Sheet>
      )}
    </>
  )
}

import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { learnWords, t } from '../language.ts'
import { Sheet } from '../pane/pane.tsx'
import type { ViewProps } from '../views.tsx'
import { INCIDENTS_WORDS } from '../words-incidents.ts'
import { IncidentSheet } from './incident-sheet.tsx'
import { IncidentsPane } from './incidents-pane.tsx'
import { type IncidentPlace, useIncidentPlace } from './place.ts'
import { useIncident } from './use-incident.ts'

learnWords(INCIDENTS_WORDS)

/** The board of incidents; beside it the one that is open. */
export function IncidentsView({ me, now }: Pick<ViewProps, 'me' | 'now'>) {
  const place = useIncidentPlace()
  return (
    <>
      <IncidentsPane place={place} now={now} />
      {place.open !== undefined && (
        <Sheet name={t('incidents')}>
          <OpenIncident key={place.open} id={place.open} place={place} me={me} now={now} />
        </Sheet>
      )}
    </>
  )
}

type OpenProps = { id: string; place: IncidentPlace; me: string; now: number }

function OpenIncident({ id, place, me, now }: OpenProps) {
  const { data, error, refetch } = useIncident(id)
  if (data) return <IncidentSheet view={data} place={place} stale={error !== null} me={me} now={now} />
  if (error) return <Failed title={t('incidents.no-such')} error={error} onRetry={refetch} />
  return <Loading />
}

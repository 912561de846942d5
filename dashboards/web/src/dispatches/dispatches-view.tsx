import { learnWords } from '../language.ts'
import { TicketPane } from '../ticket/ticket-pane.tsx'
import type { ViewProps } from '../views.tsx'
import { DISPATCHES_WORDS } from '../words-dispatches.ts'
import { BoardPane } from './board-pane.tsx'
import { goBoard, useBoardPlace } from './place.ts'

learnWords(DISPATCHES_WORDS)

/** What is with which department and how it stands; beside it the ticket that one opens. */
export function DispatchesView({ me, now }: ViewProps) {
  const place = useBoardPlace()
  return (
    <>
      <BoardPane place={place} now={now} />
      {place.ticket !== undefined && (
        <TicketPane id={place.ticket} me={me} now={now} onBack={() => goBoard({ ticket: undefined })} />
      )}
    </>
  )
}

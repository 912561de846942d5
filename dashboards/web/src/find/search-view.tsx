import { learnWords } from '../language.ts'
import { TicketPane } from '../ticket/ticket-pane.tsx'
import { SEARCH_WORDS } from '../words-search.ts'
import { goFind, useFindPlace } from './place.ts'
import { SearchPane } from './search-pane.tsx'

learnWords(SEARCH_WORDS)

/** One search over everything; beside it the ticket that one looks into. */
export function SearchView({ me, now }: { me: string; now: number }) {
  const place = useFindPlace()
  return (
    <>
      <SearchPane place={place} now={now} />
      {place.ticket !== undefined && (
        <TicketPane id={place.ticket} me={me} now={now} onBack={() => goFind({ ticket: undefined })} />
      )}
    </>
  )
}

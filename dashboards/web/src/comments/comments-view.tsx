import { TicketPane } from '../ticket/ticket-pane.tsx'
import { CommentsPane } from './comments-pane.tsx'
import { goAmongComments, useCommentPlace } from './place.ts'

/** All that was said, imported history too; beside it the ticket of one comment, when one looks into it. */
export function CommentsView({ me, now }: { me: string; now: number }) {
  const place = useCommentPlace()
  return (
    <>
      <CommentsPane place={place} now={now} />
      {place.ticket !== undefined && (
        <TicketPane id={place.ticket} me={me} now={now} onBack={() => goAmongComments({ ticket: undefined })} />
      )}
    </>
  )
}

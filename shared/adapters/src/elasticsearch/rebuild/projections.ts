import { upToDate } from '@huiyin/domain/earlier-version.ts'
import type { RebuildFamily } from '@huiyin/ports/rebuild.ts'
import { COMMENT_BARE, commentFields } from '../comments.ts'
import type { Write } from '../document.ts'
import { HISTORY_BARE, historyFields } from '../history.ts'
import { RECORD_BARE, recordFields } from '../records.ts'
import { TICKET_BARE, ticketFields } from '../tickets.ts'
import { LINK_BARE, linkFields } from '../trail.ts'

type Fields<S> = (state: S, kind?: string) => Write['fields']
type Projection = { fieldsOf: Fields<never>; bare: Write['bare'] }
type Any = { fieldsOf: Fields<unknown>; bare: Write['bare'] }

/** The state was written by us, and by nobody else. */
const of = ({ fieldsOf, bare }: Projection): Any => ({ fieldsOf: fieldsOf as Any['fieldsOf'], bare })

/** How the running program finds documents of each family: from their state alone, and a record by its kind. */
export const PROJECTIONS: Record<RebuildFamily, Any> = {
  tickets: of({ fieldsOf: ticket => ticketFields(upToDate(ticket)), bare: TICKET_BARE }),
  comments: of({ fieldsOf: commentFields, bare: COMMENT_BARE }),
  history: of({ fieldsOf: historyFields, bare: HISTORY_BARE }),
  records: of({ fieldsOf: recordFields, bare: RECORD_BARE }),
  trail: of({ fieldsOf: linkFields, bare: LINK_BARE })
}

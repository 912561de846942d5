import { upToDate } from '@huiyin/domain/earlier-version.ts'
import { commentRow } from '../comments.ts'
import type { Columns } from '../document-writes.ts'
import type { Row } from '../documents.ts'
import { ticketRow } from '../tickets.ts'
import type { Table } from './layouts.ts'

/** The columns and the words of a document, as the running program makes them. */
export const PROJECTIONS: Record<Table, (json: string) => Row<Columns>> = {
  tickets: json => ticketRow(upToDate(JSON.parse(json)), json),
  comments: json => commentRow(JSON.parse(json), json)
}

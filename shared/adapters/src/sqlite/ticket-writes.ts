import type { DatabaseSync } from 'node:sqlite'
import { type Changed, documentWrites, writesOf } from './document-writes.ts'

/** The columns of a ticket, in the order of the statements below. */
export type TicketColumns = [
  id: string,
  wordsDigest: string,
  status: string,
  label: string,
  level: string,
  urgent: number,
  review: number,
  account: string,
  platform: string,
  department: string | null,
  dispatched: string | null,
  assigned: string | null,
  tags: string | null,
  replyState: string | null,
  replyBy: string | null,
  sentiment: string,
  places: string | null,
  riskScore: number,
  openedAt: number,
  openedDay: string,
  dueAt: number,
  nextDueAt: number | null,
  nextSendAt: number | null,
  lookBackAt: number | null,
  unpublishedSince: number | null,
  document: string
]

export const TICKET_COLUMNS = [
  'id',
  'words_digest',
  'status',
  'label',
  'level',
  'urgent',
  'review',
  'account',
  'platform',
  'department',
  'dispatched',
  'assigned',
  'tags',
  'reply_state',
  'reply_by',
  'sentiment',
  'places',
  'risk_score',
  'opened_at',
  'opened_day',
  'due_at',
  'next_due_at',
  'next_send_at',
  'look_back_at',
  'unpublished_since',
  'document'
] as const satisfies { length: TicketColumns['length'] }

export const ticketWrites = (db: DatabaseSync, changed?: Changed) => ({
  ticket: documentWrites<TicketColumns>(
    writesOf(db, { table: 'tickets', words: 'ticket_words', columns: TICKET_COLUMNS }),
    changed
  )
})

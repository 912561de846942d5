import type { DatabaseSync } from 'node:sqlite'
import { documentWrites } from './document-writes.ts'

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

export const ticketWrites = (db: DatabaseSync) => ({
  ticket: documentWrites<TicketColumns>({
    insert: db.prepare(`
      insert into tickets (
        id, words_digest, status, label, level, urgent, review, account, platform, department, dispatched,
        assigned, tags, reply_state, reply_by, risk_score, opened_at, opened_day, due_at, next_due_at, next_send_at, look_back_at, unpublished_since, document, version
      )
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
      on conflict (id) do nothing
    `),
    standing: db.prepare('select row, version, words_digest from tickets where id = ?'),
    update: db.prepare(`
      update tickets
      set id = ?, words_digest = ?, status = ?, label = ?, level = ?, urgent = ?, review = ?, account = ?, platform = ?,
        department = ?, dispatched = ?, assigned = ?, tags = ?, reply_state = ?, reply_by = ?, risk_score = ?, opened_at = ?, opened_day = ?, due_at = ?, next_due_at = ?, next_send_at = ?,
        look_back_at = ?, unpublished_since = ?, document = ?, version = version + 1
      where row = ?
    `),
    insertWords: db.prepare('insert into ticket_words (rowid, words) values (?, ?)'),
    deleteWords: db.prepare('delete from ticket_words where rowid = ?')
  })
})

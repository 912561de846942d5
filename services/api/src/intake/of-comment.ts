import { ticketId } from '@huiyin/domain/ids.ts'
import { ofAccount, ofTicketNow } from '@huiyin/domain/roles/belonging.ts'
import type { Belonging } from '@huiyin/domain/roles/may-do.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'

/** What a comment belongs to: its account, and the department that has its author's case now. */
export async function ofComment({ tickets }: { tickets: Tickets }, comment: StoredComment): Promise<Belonging> {
  const found = await tickets.get(ticketId(comment))
  return found ? ofTicketNow(found.document) : ofAccount(comment)
}

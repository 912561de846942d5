import { upToDate } from '@huiyin/domain/earlier-version.ts'
import type { Versioned } from '@huiyin/ports/documents.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

const read = (found: Versioned<Ticket> | undefined) => found && { ...found, document: upToDate(found.document) }

/** Tickets of a store that an earlier version may have written. */
export const readingEarlier = (tickets: Tickets): Tickets => ({
  ...tickets,
  get: async id => read(await tickets.get(id)),
  getMany: async ids => (await tickets.getMany(ids)).map(read),
  search: async query => {
    const page = await tickets.search(query)
    return { ...page, rows: page.rows.map(upToDate) }
  }
})

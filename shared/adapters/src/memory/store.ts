import type { Cut } from '@huiyin/domain/search-text.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Trail } from '@huiyin/ports/trail.ts'
import { memoryComments } from './comments.ts'
import { memoryHistory } from './history.ts'
import { memoryRecords } from './records.ts'
import { memoryTickets } from './tickets.ts'
import { memoryTrail } from './trail.ts'

export interface MemoryStore {
  tickets: Tickets
  comments: Comments
  history: History
  records: Records
  trail: Trail
  close: () => Promise<void>
}

/**
 * All stores in memory, for tests. With `searchLags` lists, searches and counts see nothing newer than the
 * last refresh, as in Elasticsearch; reads by id and threads see everything. Without `cut` a run of text
 * between blanks is one phrase.
 */
export const memoryStore = ({
  cut = text => [text],
  searchLags = false
}: {
  cut?: Cut
  searchLags?: boolean
} = {}): MemoryStore => ({
  tickets: memoryTickets(cut, searchLags),
  comments: memoryComments(cut, searchLags),
  history: memoryHistory(searchLags),
  records: memoryRecords(searchLags),
  trail: memoryTrail(searchLags),
  close: async () => {}
})

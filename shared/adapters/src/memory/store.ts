import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Comments } from '@huiyin/ports/comments.ts'
import type { History } from '@huiyin/ports/history.ts'
import type { Rebuilder } from '@huiyin/ports/rebuild.ts'
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
  rebuilder: Rebuilder
  close: () => Promise<void>
}

/**
 * All stores in memory, for tests. With `searchLags` lists, searches and counts see nothing newer than the
 * last refresh, as in Elasticsearch; reads by id and threads see everything. Without `cut` a run of text
 * between blanks is one phrase.
 */
export const memoryStore = ({ searchLags = false }: { searchLags?: boolean } = {}): MemoryStore => ({
  tickets: memoryTickets(searchLags),
  comments: memoryComments(searchLags),
  history: memoryHistory(searchLags),
  records: memoryRecords(searchLags),
  trail: memoryTrail(searchLags),
  rebuilder: NOTHING_TO_REBUILD,
  close: async () => {}
})

const cannot = async () => {
  throw new HuiyinError('REBUILD_FAILED', 'A store in memory has nothing to rebuild')
}

/** What is in memory has no layout: it has no parts. */
const NOTHING_TO_REBUILD: Rebuilder = {
  parts: async () => [],
  begin: cannot,
  copy: cannot,
  // biome-ignore lint/correctness/useYield: there is nothing to read
  verify: async function* () {
    return cannot()
  },
  swap: cannot,
  abandon: async () => {},
  drop: async () => []
}

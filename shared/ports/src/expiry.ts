import { erasedComment } from '@huiyin/domain/erasure/stub.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Comments } from './comments.ts'
import { changeComment } from './erasure/find.ts'
import type { Tickets } from './tickets.ts'

const PAGE = 500

export interface ExpiryPorts {
  comments: Comments
  tickets: Pick<Tickets, 'getMany'>
}

/** Comments that were walked over, those of them that are of no ticket, and where to go on; no `after`: all are walked over. */
export interface Expired {
  walked: number
  expired: number
  after?: string
}

const older = (before: number) =>
  ({ publishedTo: before, ours: false, state: ['visible', 'deleted'], sort: 'oldest' }) as const

/** How many citizens' comments are older than an instant (ms UTC), whatever became of them. */
export const countOlder = async (comments: Comments, before: number): Promise<number> =>
  (await comments.search({ ...older(before), atMost: 1 })).total

/**
 * Leaves stubs in the place of comments from before an instant (ms UTC) that asked for nothing: of those that opened a
 * ticket the words are part of what the office has dealt with, and go by its archives' terms. One page of them; done
 * twice it is done once.
 */
export async function expirePage({ comments, tickets }: ExpiryPorts, before: number, after?: string): Promise<Expired> {
  const page = await comments.search({ ...older(before), atMost: PAGE, ...(after !== undefined && { after }) })
  const ids = page.rows.map(ticketId)
  const found = await tickets.getMany([...new Set(ids)])
  const standing = new Set(found.flatMap(one => one?.document.id ?? []))
  const due = page.rows.filter((_, i) => !standing.has(ids[i]!))
  let expired = 0
  for (const one of due) if (await changeComment(comments, one, stubOf)) expired += 1
  return { walked: page.rows.length, expired, ...(page.after !== undefined && { after: page.after }) }
}

const stubOf = (one: StoredComment): StoredComment => (one.state === 'erased' ? one : erasedComment(one))

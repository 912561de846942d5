import { boardDefinition, isNow } from '@huiyin/domain/boards/figures.ts'
import { type BoardCount, stepOf } from '@huiyin/domain/boards/span.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { BoardRows } from '@huiyin/schemas/api-boards.ts'
import { invalidRequest } from '../errors.ts'
import { type Asked, checkWords } from './asking.ts'
import { type Board, staleOf, upToDate } from './board.ts'
import { ROW_FIGURES } from './columns.ts'
import type { Listed, Wanted } from './listed.ts'
import { commentList, factList, incidentList, postList, type RowsAsk, waitingList } from './row-lists.ts'

/**
 * The list behind a number: the very facts that were counted, or the very filter. Throws INVALID_REQUEST for what has no
 * list, or cannot be told apart so, and NOT_ALLOWED as `checkWords`.
 */
export async function rowsOf(board: Board, actor: Actor, asked: Asked, ask: RowsAsk & Wanted): Promise<BoardRows> {
  const { list, head } = await listOf(board, actor, asked, ask)
  const { atMost, after } = ask
  return { ...head, ...(await list.page({ atMost, ...(after !== undefined && { after }) })) }
}

/** All of it, as it stood at one moment. Throws as `rowsOf`, and TOO_MANY where it is longer. */
export async function wholeList(
  board: Board,
  actor: Actor,
  asked: Asked,
  ask: RowsAsk & { atMost: number }
): Promise<BoardRows> {
  const { list, head } = await listOf(board, actor, asked, ask)
  const rows = await list.whole(ask.atMost)
  if (rows) return { ...head, total: rows.length, rows }
  throw new HuiyinError(
    'TOO_MANY',
    `Expected at most ${ask.atMost} rows in one table; this list has more. Narrow it first`
  )
}

type Head = Omit<BoardRows, 'total' | 'rows' | 'after'>

async function listOf(board: Board, actor: Actor, asked: Asked, ask: RowsAsk): Promise<{ list: Listed; head: Head }> {
  const definition = boardDefinition(ask.figure)
  if (!definition) throw invalidRequest('query/figure', `There is no figure "${ask.figure}" on the dashboards`)
  if (!definition.rows.includes(ask.figure))
    throw invalidRequest('query/figure', `"${ask.figure}" follows from ${definition.rows.join(' and ')}: ask for these`)
  if ((ask.by === undefined) !== (ask.key === undefined)) throw invalidRequest('query/key', 'by and key go together')
  if (ask.key !== undefined && (ask.by === 'topic' || ask.by === 'word')) checkWords(actor, ask.key)
  await upToDate(board)
  const narrowed = { ...asked, time: { ...asked.time, now: countOf(asked, ask.at) } }
  const counting = board.ledger.counting()
  return {
    list: await found(board, actor, narrowed, ask),
    head: {
      figure: ask.figure,
      ...{ period: asked.time.period, asOf: asked.asOf, definition, now: board.ports.clock.now() },
      ...(counting && { counting }),
      ...staleOf(board.ledger)
    }
  }
}

/** The stretch of a point of a series, or of all of it. */
function countOf({ time }: Asked, at: number | undefined): BoardCount {
  const { now, unit } = time
  if (at === undefined) return now
  if (at < now.from || at >= now.to || (at - now.from) % stepOf(unit) !== 0)
    throw invalidRequest('query/at', `Expected where a ${unit} of the period begins, and got ${at}`)
  const to = at + stepOf(unit)
  return { ...now, from: at, to, until: Math.max(at, Math.min(to, now.until)) }
}

async function found(board: Board, actor: Actor, asked: Asked, ask: RowsAsk): Promise<Listed> {
  const { figure } = ask
  if (figure === 'comments' || figure === 'topic-comments') return commentList(board, actor, asked, ask)
  if (asked.bySaying)
    throw invalidRequest('query/figure', `Comments alone are told apart by topic and place; "${figure}" came`)
  if (figure === 'posts' && asked.department !== undefined)
    throw invalidRequest('query/figure', 'Posts are of accounts and of no department; "posts" came with one')
  if (figure === 'posts') return postList(board, asked, ask)
  if (figure === 'incidents') return incidentList(board, asked, ask)
  if (isNow(figure)) return waitingList(board, actor, asked, ask)
  if ((ROW_FIGURES as readonly string[]).includes(figure)) return factList(board, actor, asked, ask)
  throw invalidRequest('query/figure', `"${figure}" has no list on the dashboards`)
}

import { isOfTickets } from '@huiyin/domain/boards/figures.ts'
import { type BoardValue, numberOf } from '@huiyin/domain/boards/number-of.ts'
import type { BoardCount } from '@huiyin/domain/boards/span.ts'
import type { FigureCode } from '@huiyin/domain/reports/figures.ts'
import type { BoardNumber } from '@huiyin/schemas/api-boards.ts'
import { type Asked, commentsOf } from './asking.ts'
import type { Board } from './board.ts'
import { byAccount, overTime, sumOf } from './comment-counts.ts'
import { incidentsIn, postsIn } from './records.ts'
import { type BoardTally, tallyOf } from './tally.ts'

/** What was counted in one period; undefined where nothing tells it. */
export interface Stretch {
  tally: BoardTally | undefined
  comments: number
  byAccount: ReadonlyMap<string, number>
  overTime: readonly { at: number; value: number }[]
  mixes: Record<'label' | 'level' | 'sentiment', Record<string, number>>
  posts: number | undefined
  incidents: number | undefined
}

export async function stretchOf(
  { ports, ledger, posts: shelf }: Board,
  asked: Asked,
  count: BoardCount
): Promise<Stretch> {
  const { comments, records } = ports
  const filter = commentsOf(asked, count)
  const { rows, time } = asked
  const [accounts, series, label, level, sentiment, posts, incidents] = await Promise.all([
    byAccount(comments, filter),
    overTime(comments, filter, { ...count, unit: time.unit }),
    comments.count('label', filter),
    comments.count('level', filter),
    comments.count('sentiment', filter),
    asked.department === undefined ? postsIn(shelf, rows, count) : undefined,
    incidentsIn(records, rows, count)
  ])
  return {
    tally: ledger.isWhole() ? tallyOf(ledger.columns, count, rows, time.unit) : undefined,
    comments: sumOf(Object.fromEntries(accounts)),
    ...{ byAccount: accounts, overTime: series, mixes: { label, level, sentiment } },
    ...{ posts: posts?.length, incidents: incidents.length }
  }
}

/** A period and the one it is compared with. */
export type Pair = { now: Stretch; before: Stretch | undefined; minimumSample: number }

/** A figure of all that was asked for. */
export function numberIn({ now, before, minimumSample }: Pair, code: FigureCode): BoardNumber {
  const of = (stretch: Stretch | undefined): BoardValue => {
    if (!stretch) return { value: null }
    if (!isOfTickets(code)) return { value: outside(stretch, code) }
    return stretch.tally ? numberOf(code, stretch.tally.whole, minimumSample) : { value: null }
  }
  return together(of(now), of(before))
}

function outside({ comments, posts, incidents }: Stretch, code: FigureCode): number | null {
  if (code === 'comments') return comments
  return (code === 'posts' ? posts : incidents) ?? null
}

export const together = (now: BoardValue, before: BoardValue): BoardNumber => ({
  ...now,
  before: before.value,
  ...(before.sample !== undefined && { beforeSample: before.sample })
})

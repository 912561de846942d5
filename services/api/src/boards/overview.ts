import {
  definitionsOf,
  NOW_CODES,
  OF_ACCOUNTS,
  OF_DEPARTMENTS,
  OVERVIEW,
  SERIES
} from '@huiyin/domain/boards/figures.ts'
import type { BoardFigure, BoardOverview, BoardTopic } from '@huiyin/schemas/api-boards.ts'
import { type Asked, commentsOf, isComparable } from './asking.ts'
import { type Board, headOf, minimumSampleOf, upToDate } from './board.ts'
import { partsOf } from './comment-counts.ts'
import { nowCounts } from './now.ts'
import { accountRanks, departmentRanks } from './ranks.ts'
import { seriesOf } from './series.ts'
import { numberIn, stretchOf } from './stretch.ts'

/** All numbers of the overview, each with what it was in the period before. */
export async function overviewOf(board: Board, asked: Asked): Promise<BoardOverview> {
  await upToDate(board)
  const { ports } = board
  const { time } = asked
  const minimumSample = await minimumSampleOf(ports)
  const [now, before, waiting, topics] = await Promise.all([
    stretchOf(board, asked, time.now),
    isComparable(asked) ? stretchOf(board, asked, time.before) : undefined,
    nowCounts(ports, asked),
    topicsOf(board, asked)
  ])
  const pair = { now, before, minimumSample }
  return {
    ...headOf(board, asked, minimumSample),
    figures: OVERVIEW.map((figure): BoardFigure => ({ figure, ...numberIn(pair, figure) })),
    now: waiting,
    series: seriesOf(asked, now, before),
    mixes: {
      label: partsOf(now.mixes.label, before?.mixes.label ?? {}),
      level: partsOf(now.mixes.level, before?.mixes.level ?? {}),
      sentiment: partsOf(now.mixes.sentiment, before?.mixes.sentiment ?? {})
    },
    topics,
    accounts: accountRanks(board, pair),
    departments: departmentRanks(pair),
    definitions: definitionsOf([
      ...[...OVERVIEW, ...OF_ACCOUNTS, ...OF_DEPARTMENTS, ...SERIES, ...NOW_CODES],
      ...['topic-comments', 'reply-time', 'rating']
    ])
  }
}

async function topicsOf({ topics }: Board, asked: Asked): Promise<BoardTopic[]> {
  const { time } = asked
  return topics.topics({ now: commentsOf(asked, time.now), before: commentsOf(asked, time.before) })
}

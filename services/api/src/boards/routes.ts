import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { BoardBy, BoardMood, BoardOverview, BoardRows } from '@huiyin/schemas/api-boards.ts'
import { Instant } from '@huiyin/schemas/names.ts'
import { Type } from 'typebox'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { DEFAULT_PAGE, PageQuery } from '../queries.ts'
import { actorOf } from '../sign-in/guard.ts'
import { askedBy } from './asked-by.ts'
import { BoardAsk, MoodAsk, MoodQuery, OverviewQuery } from './asking.ts'
import type { Board } from './board.ts'
import { moodOf } from './mood.ts'
import { overviewOf } from './overview.ts'
import { rowsOf } from './rows.ts'

const tags = ['boards']

/** What names the list behind a number. */
export const ListAsk = {
  figure: Type.String({ minLength: 1, maxLength: 60 }),
  ...BoardAsk,
  ...MoodAsk,
  by: Type.Optional(BoardBy),
  key: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
  at: Type.Optional({ ...Instant, description: 'Of a point of a series: where its hour or day begins' }),
  asOf: Type.Optional({ ...Instant, description: 'When the number was counted: the list is of that very counting' })
}
const RowsQuery = Type.Object({ ...ListAsk, ...PageQuery.properties }, { additionalProperties: false })

/** The numbers of the leaders' dashboards, and the list behind each. */
export const boardRoutes: FastifyPluginAsyncTypebox<{ ports: ApiPorts; board: Board }> = async (app, options) => {
  const { ports, board } = options

  app.get(
    '/boards/overview',
    {
      config: { action: 'board.read', costs: 'board' },
      schema: {
        tags,
        summary: 'The figures of a day, week, month or quarter, each with the same stretch of the one before',
        querystring: OverviewQuery,
        response: { 200: BoardOverview, ...REFUSALS }
      }
    },
    request => overviewOf(board, askedBy(ports, request, request.query))
  )

  app.get(
    '/boards/mood',
    {
      config: { action: 'board.read', costs: 'board-mood' },
      schema: {
        tags,
        summary: 'How citizens feel: over time, by account, department, topic and place, with words that grew',
        querystring: MoodQuery,
        response: { 200: BoardMood, ...REFUSALS }
      }
    },
    request => moodOf(board, actorOf(request), askedBy(ports, request, request.query))
  )

  app.get(
    '/boards/rows',
    {
      config: { action: 'board.read', costs: 'board-list' },
      schema: {
        tags,
        summary: 'The list behind a number of the dashboards: `total` is that number',
        querystring: RowsQuery,
        response: { 200: BoardRows, ...REFUSALS }
      }
    },
    request => {
      const { figure, by, key, at, atMost = DEFAULT_PAGE, after } = request.query
      return rowsOf(board, actorOf(request), askedBy(ports, request, request.query), {
        ...{ figure, atMost },
        ...(by !== undefined && { by }),
        ...(key !== undefined && { key }),
        ...(at !== undefined && { at }),
        ...(after !== undefined && { after })
      })
    }
  )
}

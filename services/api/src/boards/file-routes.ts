import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { moodSheets } from '@huiyin/domain/boards/mood-tables.ts'
import { csvOf, overviewSheets } from '@huiyin/domain/boards/tables.ts'
import type { Sheet } from '@huiyin/domain/documents/book.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { disposition } from '../attachments/views.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { askedBy } from './asked-by.ts'
import { BoardAsk, MoodAsk } from './asking.ts'
import type { Board } from './board.ts'
import { moodOf } from './mood.ts'
import { overviewOf } from './overview.ts'
import { ListAsk } from './routes.ts'
import { rowSheet } from './row-table.ts'
import { wholeList } from './rows.ts'

const tags = ['boards']
const AT_MOST = 20_000
const Lang = {
  lang: Type.Optional(
    Type.Union([Type.Literal('zh'), Type.Literal('en')], { description: 'Of the words; zh when absent' })
  )
}
const Bytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })
const FORMATS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const
type Format = keyof typeof FORMATS

/** Numbers and their lists as tables. That somebody takes one out of the house stands in the log before its first byte. */
export const boardFileRoutes: FastifyPluginAsyncTypebox<{ ports: ApiPorts; board: Board }> = async (app, options) => {
  const { ports, board } = options
  const { clock, events, printer } = ports
  const tell = teller(events, clock)

  const told = (request: FastifyRequest, data: { what: string; format: Format; rows: number; filter: string }) =>
    tell(subjectOf('export', 'boards'), { type: 'exported', by: authorOf(request), data })

  async function send(reply: FastifyReply, sheets: readonly Sheet[], name: string, format: Format) {
    const title = sheets[0]?.title ?? name
    const bytes =
      format === 'csv'
        ? Buffer.from(csvOf(sheets))
        : Buffer.from(await printer.xlsx({ title, author: '回音', madeAt: clock.now(), sheets }))
    return reply
      .headers({
        'content-type': FORMATS[format],
        'content-length': bytes.length,
        'content-disposition': disposition(`${name}.${format}`),
        'x-content-type-options': 'nosniff'
      })
      .send(bytes)
  }

  for (const format of ['csv', 'xlsx'] as const) {
    app.get(
      `/boards/overview.${format}`,
      {
        config: { action: 'board.read', costs: 'export' },
        schema: {
          tags,
          summary: `Save the overview as ${format.toUpperCase()}, with the time zone and the definition of each figure`,
          querystring: Type.Object({ ...BoardAsk, ...Lang }, { additionalProperties: false }),
          response: { 200: Bytes, ...REFUSALS }
        }
      },
      async (request, reply) => {
        const { lang = 'zh', ...ask } = request.query
        const overview = await overviewOf(board, askedBy(ports, request, ask))
        const sheets = overviewSheets(overview, lang)
        await told(request, { what: 'board-overview', format, rows: rowsIn(sheets), filter: namesOf(ask) })
        return send(reply, sheets, `overview-${overview.period.name}`, format)
      }
    )

    app.get(
      `/boards/mood.${format}`,
      {
        config: { action: 'board.read', costs: 'export' },
        schema: {
          tags,
          summary: `Save how citizens feel as ${format.toUpperCase()}, with the time zone and the definition`,
          querystring: Type.Object({ ...BoardAsk, ...MoodAsk, ...Lang }, { additionalProperties: false }),
          response: { 200: Bytes, ...REFUSALS }
        }
      },
      async (request, reply) => {
        const { lang = 'zh', ...ask } = request.query
        const mood = await moodOf(board, actorOf(request), askedBy(ports, request, ask))
        const sheets = moodSheets(mood, lang)
        await told(request, { what: 'board-mood', format, rows: rowsIn(sheets), filter: namesOf(ask) })
        return send(reply, sheets, `mood-${mood.period.name}`, format)
      }
    )

    app.get(
      `/boards/rows.${format}`,
      {
        config: { action: 'ticket.export', costs: 'export' },
        schema: {
          tags,
          summary: `Save the list behind a number as ${format.toUpperCase()}; personal data is masked as in lists`,
          querystring: Type.Object({ ...ListAsk, ...Lang }, { additionalProperties: false }),
          response: { 200: Bytes, ...REFUSALS }
        }
      },
      async (request, reply) => {
        const { lang = 'zh', figure, by, key, at, ...ask } = request.query
        const asked = askedBy(ports, request, ask)
        const list = await wholeList(board, actorOf(request), asked, {
          ...{ figure, atMost: AT_MOST },
          ...(by !== undefined && { by }),
          ...(key !== undefined && { key }),
          ...(at !== undefined && { at })
        })
        const { lang: _, figure: __, ...narrowed } = request.query
        await told(request, { what: `board-rows ${figure}`, format, rows: list.total, filter: namesOf(narrowed) })
        return send(reply, [rowSheet(list, lang)], `${figure}-${list.period.name}`, format)
      }
    )
  }
}

const rowsIn = (sheets: readonly Sheet[]): number => sheets.reduce((sum, { rows }) => sum + rows.length, 0)

/** By what it was narrowed; what was asked for may be personal. */
const namesOf = (ask: object): string => Object.keys(ask).toSorted().join(',')

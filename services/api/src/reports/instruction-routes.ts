import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { instructionDone, instructReport } from '@huiyin/ports/report-instructions.ts'
import { revisionOf } from '@huiyin/ports/reports.ts'
import { teller } from '@huiyin/ports/tell.ts'
import { ReportView } from '@huiyin/schemas/api-reports.ts'
import { InstructionBody, InstructionDoneBody } from '@huiyin/schemas/instruction.ts'
import type { ReportRow } from '@huiyin/schemas/report.ts'
import { Type } from 'typebox'
import { by, KeyOnly } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { authorOf } from '../sign-in/guard.ts'
import { reportView } from './view.ts'

const tags = ['reports']
const ByInstruction = Type.Object({
  ...ById.properties,
  instruction: Type.String({ minLength: 1, maxLength: 200 })
})

/** What leaders say shall be done about a report (批示), and what came of it. */
export const reportInstructionRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, clock, events, rulebook } = ports
  const tell = teller(events, clock)

  /** The newest revision as it is read, now that the row has changed. */
  const viewOf = async (row: ReportRow): Promise<ReportView> => {
    await records.refresh()
    return reportView(row, await revisionOf(records, row.id, row.revision), clock.now())
  }

  app.post(
    '/reports/:id/instructions',
    {
      config: { action: 'case.instruct' },
      schema: {
        tags,
        summary: 'Say what shall be done about a report; who it is for is told by letter',
        params: ById,
        headers: KeyOnly,
        body: InstructionBody,
        response: { 200: ReportView, ...REFUSALS }
      }
    },
    async request => {
      const { actor, id: key } = by(request)
      const { body, params } = request
      return viewOf(
        await instructReport({ records, people: rulebook.people, clock, tell }, params.id, { body, by: actor, key })
      )
    }
  )

  app.post(
    '/reports/:id/instructions/:instruction/done',
    {
      config: { action: 'report.make' },
      schema: {
        tags,
        summary: 'Say what came of an instruction; it stays with the report',
        params: ByInstruction,
        body: InstructionDoneBody,
        response: { 200: ReportView, ...REFUSALS }
      }
    },
    async request => {
      const { id: report, instruction } = request.params
      const said = { text: request.body.text, by: authorOf(request) }
      return viewOf(await instructionDone({ records, clock, tell }, { report, instruction }, said))
    }
  )
}

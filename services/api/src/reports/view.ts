import { FIGURE_CODES, FIGURES } from '@huiyin/domain/reports/figures.ts'
import type { ReportJob } from '@huiyin/ports/reports.ts'
import type { FigureTable, ReportListRow, ReportProgress, ReportView } from '@huiyin/schemas/api-reports.ts'
import type { Instruction, InstructionView } from '@huiyin/schemas/instruction.ts'
import type { ReportRevision, ReportRow } from '@huiyin/schemas/report.ts'

const who = ({ id, name }: { id: string; name: string }) => ({ id, name })

export const rowView = (
  { by, files, instructions = [], ...row }: ReportRow,
  sent: ReportListRow['sent']
): ReportListRow => ({
  ...row,
  ...(sent && { sent }),
  instructed: { all: instructions.length, open: instructions.filter(({ done }) => !done).length },
  by: who(by),
  files: files.map(({ sha256: _, ...file }) => file)
})

export const reportView = (row: ReportRow, made: ReportRevision, now: number): ReportView => {
  const { report, revision, madeAt, by, document, files, missing, why, changes } = made
  return {
    ...{ id: report, revision, newest: row.revision, madeAt, by: who(by), document, files, letters: row.letters, now },
    instructions: (row.instructions ?? []).map(instructionView),
    ...(missing && { missing }),
    ...(why !== undefined && { why }),
    ...(changes && { changes })
  }
}

const instructionView = ({ by, done, ...rest }: Instruction): InstructionView => ({
  ...rest,
  by: who(by),
  ...(done && { done: { ...done, by: who(done.by) } })
})

export const progressView = (job: ReportJob, now: number): ReportProgress => {
  const { report, revision, period, by, madeAt, startedAt, endedAt, progress, failed } = job
  return {
    ...{ report, revision, period, by: who(by), askedAt: madeAt, now },
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(progress && { progress }),
    ...(failed && { failed })
  }
}

export const figureTable = (): FigureTable => ({
  zone: 'Asia/Shanghai',
  rows: FIGURE_CODES.map(code => {
    const { zh, en, definition, unit, how } = FIGURES[code]
    return { code, name: { zh, en }, definition, unit, how: how.as }
  })
})

import type { ReportFormat, ReportRow } from '@huiyin/schemas/report.ts'
import type { StandingReport } from './desk.ts'

type Line = Pick<StandingReport, 'id' | 'number' | 'title' | 'revision' | 'letters'> & {
  files: readonly { format: ReportFormat }[]
}

const NONE = 'No report was made yet; huiyin report make --kind monthly --period 2026-10 makes one.\n'

/** What is printed of all reports. */
export const listText = (rows: readonly ReportRow[]): string => (rows.length === 0 ? NONE : rows.map(lineOf).join(''))

const lineOf = ({ id, title, number, revision, files, letters }: Line) =>
  `${id}  ${number}  ${title}  revision ${revision}, ${files.map(({ format }) => format).join(' ')}, ${sentText(letters.length)}\n`

const sentText = (times: number) => (times === 0 ? 'not sent' : times === 1 ? 'sent once' : `sent ${times} times`)

/** What is printed of a report that is made. `written`: what was said of its files, where they were written. */
export function standingText(report: StandingReport, written?: string): string {
  const { id, empty, missing } = report
  return [
    lineOf(report),
    ...(empty ? ['Nothing is stored of this period, no comment, no post and no case: its figures are 0.\n'] : []),
    ...missing.map(
      format =>
        `It is not there as ${format}: no Chromium was found. Install one or name it in HUIYIN_CHROMIUM; a revision then has it.\n`
    ),
    written ??
      `Save its files: huiyin report save ${id} --out <folder>, or GET /api/reports/${encodeURIComponent(id)}/files/docx\n`
  ].join('')
}

export const writtenText = (files: readonly { name: string }[], out: string): string =>
  `${out} holds\n${files.map(({ name }) => `  ${name}\n`).join('')}`

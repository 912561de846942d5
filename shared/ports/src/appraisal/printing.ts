import { bookOf } from '@huiyin/domain/appraisal/printed/book.ts'
import { type OverviewLine, overviewBook, overviewPaper } from '@huiyin/domain/appraisal/printed/overview.ts'
import { paperOf } from '@huiyin/domain/appraisal/printed/paper.ts'
import type { Book } from '@huiyin/domain/documents/book.ts'
import type { Paper } from '@huiyin/domain/documents/paper.ts'
import type { Appraisal, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { Clock } from '../clock.ts'
import { houseSetting } from '../house-settings.ts'
import type { Printer } from '../printer.ts'
import type { Records } from '../records.ts'

export const APPRAISAL_FORMATS = ['xlsx', 'docx', 'pdf', 'html'] as const
export type AppraisalFormat = (typeof APPRAISAL_FORMATS)[number]

type Ports = { records: Records; clock: Clock; printer: Printer }

/** The sheet of one subject: a spreadsheet that reckons itself, or a document. Throws PRINTER_MISSING. */
export async function printSheet(
  ports: Ports,
  { appraisal, sheet }: { appraisal: Appraisal; sheet: AppraisalSheet },
  format: AppraisalFormat
): Promise<Buffer> {
  const options = await optionsOf(ports, appraisal)
  return print(
    ports.printer,
    format,
    () => bookOf(sheet, options),
    () => paperOf(sheet, options)
  )
}

/** The results of those whose lines are given. Throws PRINTER_MISSING. */
export async function printOverview(
  ports: Ports,
  { appraisal, lines }: { appraisal: Appraisal; lines: readonly OverviewLine[] },
  format: AppraisalFormat
): Promise<Buffer> {
  const options = await optionsOf(ports, appraisal)
  return print(
    ports.printer,
    format,
    () => overviewBook(appraisal, lines, options),
    () => overviewPaper(appraisal, lines, options)
  )
}

async function optionsOf({ records, clock }: Ports, { rules }: Appraisal) {
  const { issuer } = await houseSetting(records, 'report-plan')
  return { rules, issuer, madeAt: clock.now() }
}

async function print(printer: Printer, format: AppraisalFormat, book: () => Book, paper: () => Paper): Promise<Buffer> {
  if (format === 'html') return Buffer.from(printer.html(paper()))
  return Buffer.from(await (format === 'xlsx' ? printer.xlsx(book()) : printer[format](paper())))
}

import { HuiyinError } from '@huiyin/domain/errors.ts'
import { bookOf } from '@huiyin/domain/reports/book-of.ts'
import { paperOf } from '@huiyin/domain/reports/paper-of.ts'
import { keepFile } from '@huiyin/ports/file-uses.ts'
import type { Printer } from '@huiyin/ports/printer.ts'
import {
  REPORT_FORMATS,
  type ReportDocument,
  type ReportFile,
  type ReportFormat,
  type ReportRevision
} from '@huiyin/schemas/report.ts'
import type { ReportPorts } from './ports.ts'

const AT_MOST = 100 * 1024 * 1024

export const REPORT_TYPES: Record<ReportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8'
}

type Printed = Pick<ReportRevision, 'files'> & { missing: NonNullable<ReportRevision['missing']> }

/** Prints a report in every format and keeps the files; a format that cannot be printed here is named with its code. */
export async function printReport(
  ports: Pick<ReportPorts, 'printer' | 'files' | 'records'>,
  document: ReportDocument,
  { id, madeAt }: { id: string; madeAt: number }
): Promise<Printed> {
  const files: ReportFile[] = []
  const missing: Printed['missing'] = []
  for (const format of REPORT_FORMATS) {
    try {
      const content = await print(ports.printer, format, document, madeAt)
      const { sha256, bytes } = await keepFile(ports, [content], { user: id, atMost: AT_MOST })
      files.push({ format, name: fileName(document, format), type: REPORT_TYPES[format], sha256, bytes })
    } catch (error) {
      if (!(error instanceof HuiyinError) || error.code !== 'PRINTER_MISSING') throw error
      missing.push({ format, code: error.code })
    }
  }
  return { files, missing }
}

async function print(
  printer: Printer,
  format: ReportFormat,
  document: ReportDocument,
  madeAt: number
): Promise<Uint8Array> {
  if (format === 'xlsx') return printer.xlsx(bookOf(document, madeAt))
  const paper = paperOf(document, madeAt)
  return format === 'html' ? new TextEncoder().encode(printer.html(paper)) : printer[format](paper)
}

/** As people see it: without what a file's name may not hold. */
const fileName = ({ title }: ReportDocument, format: ReportFormat) =>
  `${title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 80)}.${format}`

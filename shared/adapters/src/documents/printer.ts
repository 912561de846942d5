import type { Printer } from '@huiyin/ports/printer.ts'
import { htmlOf } from './html.ts'
import { type PdfOptions, pdfOf } from './pdf.ts'

/** Prints by libraries of this process, loaded for the first document, and PDF by the machine's Chromium. */
export const openPrinter = (options: PdfOptions = {}): Printer => ({
  docx: async paper => (await import('./docx.ts')).docxOf(paper),
  xlsx: async book => (await import('./xlsx.ts')).xlsxOf(book),
  html: htmlOf,
  pdf: paper => pdfOf(htmlOf(paper), options)
})

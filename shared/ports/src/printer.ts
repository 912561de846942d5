import type { Book } from '@huiyin/domain/documents/book.ts'
import type { Paper } from '@huiyin/domain/documents/paper.ts'

/** Prints documents into files of real office programs. The same document gives the same content. */
export interface Printer {
  docx: (paper: Paper) => Promise<Uint8Array>
  xlsx: (book: Book) => Promise<Uint8Array>
  /** One file that needs nothing else. */
  html: (paper: Paper) => string
  /** Rejects with PRINTER_MISSING where no Chromium is found. */
  pdf: (paper: Paper) => Promise<Uint8Array>
}

import type { Book, BookCell, Sheet } from '@huiyin/domain/documents/book.ts'
import exceljs, { type Cell, type CellValue, type Worksheet } from 'exceljs'
import { plain } from './xml.ts'

const LINE = { style: 'thin', color: { argb: 'FF808080' } } as const
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const

/** A workbook with numbers as numbers, heads that stay in sight, and pages that print. */
export async function xlsxOf({ title, author, madeAt, sheets }: Book): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  const at = new Date(madeAt)
  Object.assign(book, { title, creator: author, lastModifiedBy: author, created: at, modified: at })
  for (const sheet of sheets) addSheet(book, sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addSheet(book: exceljs.Workbook, sheet: Sheet): void {
  const { name, title, notes = [], head, rows, widths = [], landscape = false } = sheet
  const above = [...(title === undefined ? [] : [title]), ...notes]
  const headRow = above.length + 1
  const page = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headRow }],
    pageSetup: {
      ...{
        paperSize: 9,
        orientation: landscape ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0
      },
      ...{ horizontalCentered: true, printTitlesRow: `${headRow}:${headRow}` },
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 }
    },
    headerFooter: { oddFooter: '&C— &P —' }
  })
  head.forEach((_, i) => {
    page.getColumn(i + 1).width = widths[i] ?? 14
  })
  for (const [i, text] of above.entries())
    addLine(page, i + 1, text, { columns: head.length, isTitle: title !== undefined && i === 0 })
  addHead(page, headRow, head)
  for (const [i, cells] of rows.entries()) addRow(page, headRow + 1 + i, cells)
  if (head.length > 0 && rows.length > 0)
    page.autoFilter = { from: { row: headRow, column: 1 }, to: { row: headRow + rows.length, column: head.length } }
}

function addLine(page: Worksheet, row: number, text: string, of: { columns: number; isTitle: boolean }): void {
  const cell = page.getCell(row, 1)
  cell.value = text
  cell.font = { name: of.isTitle ? '黑体' : '宋体', size: of.isTitle ? 16 : 10, bold: of.isTitle }
  cell.alignment = { horizontal: of.isTitle ? 'center' : 'left', vertical: 'middle', wrapText: true }
  if (of.columns > 1) page.mergeCells(row, 1, row, of.columns)
  page.getRow(row).height = of.isTitle ? 28 : 18
}

function addHead(page: Worksheet, row: number, head: readonly string[]): void {
  head.forEach((text, i) => {
    const cell = page.getCell(row, i + 1)
    cell.value = text
    cell.style = {
      font: { name: '黑体', size: 11, bold: true },
      fill: HEAD_FILL,
      border: BORDER,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true }
    }
  })
}

function addRow(page: Worksheet, row: number, cells: readonly BookCell[]): void {
  cells.forEach((value, i) => {
    fill(page.getCell(row, i + 1), value)
  })
}

function fill(cell: Cell, value: BookCell): void {
  cell.font = { name: '宋体', size: 11 }
  cell.border = BORDER
  cell.alignment = { vertical: 'top', wrapText: typeof value === 'string' }
  cell.value = contentOf(value)
  if (typeof value === 'object' && value.format !== undefined) cell.numFmt = value.format
}

/** Text is a shared string, never a formula, whatever it begins with. */
function contentOf(value: BookCell): CellValue {
  if (value === undefined) return null
  if (typeof value === 'string') return plain(value)
  if (typeof value === 'number') return value
  return value.formula === undefined ? value.number : { formula: value.formula, result: value.number }
}

import type { Block, Paper } from '@huiyin/domain/documents/paper.ts'
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType
} from 'docx'
import { ChartRun } from 'docx/charts'
import { CURVE_COLOURS } from './curve-svg.ts'
import { fontOf, HEADINGS, half, LINE, PAGE, STYLES, TEXT_WIDTH, twips } from './docx-styles.ts'
import { numbering, SHEET } from './sheet.ts'
import { plain } from './xml.ts'

const { pt } = SHEET
const RED = 'C00000'

/** A Word document in the layout of GB/T 9704; curves are charts whose data can be opened. */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  const { title, issuer, blocks } = paper
  const numbered = numbering()
  const document = new Document({
    ...{
      title: plain(title),
      creator: plain(issuer),
      lastModifiedBy: plain(issuer),
      description: plain(paper.number ?? '')
    },
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    features: { updateFields: false },
    sections: [
      {
        properties: PAGE,
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...head(paper), ...blocks.flatMap(block => blockOf(block, numbered)), ...foot(paper)]
      }
    ]
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function head({ title, number, issuer }: Paper): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } }
  return [
    new Paragraph({
      ...centred,
      spacing: { line: twips(pt.mark * 1.6), lineRule: 'exact' },
      children: [run(issuer, { font: fontOf('title'), size: half(pt.mark), color: RED })]
    }),
    new Paragraph({
      ...centred,
      spacing: { ...LINE, after: twips(pt.titleLine) },
      border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: RED, space: 8 } },
      children: number === undefined ? [] : [run(number)]
    }),
    new Paragraph({ style: 'Title', children: [run(title)] })
  ]
}

function foot({ issuer, date }: Paper): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, indent: { firstLine: 0, right: twips(pt.text * 4) } }
  return [
    new Paragraph({
      ...right,
      keepNext: true,
      spacing: { ...LINE, before: twips(pt.line * 2) },
      children: [run(issuer)]
    }),
    new Paragraph({ ...right, children: [run(date)] })
  ]
}

/** 单页码居右空一字，双页码居左空一字. */
function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const one = twips(pt.number)
  const indent = alignment === AlignmentType.LEFT ? { firstLine: 0, left: one } : { firstLine: 0, right: one }
  return new Footer({
    children: [
      new Paragraph({
        ...{ alignment, indent },
        children: [
          new TextRun({ font: fontOf('number'), size: half(pt.number), children: ['— ', PageNumber.CURRENT, ' —'] })
        ]
      })
    ]
  })
}

const run = (text: string, options: { font?: ReturnType<typeof fontOf>; size?: number; color?: string } = {}) =>
  new TextRun({ text: plain(text), ...options })

function blockOf(block: Block, numbered: ReturnType<typeof numbering>): FileChild[] {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], keepNext: true, children: [run(numbered(block))] })]
    case 'text':
      return [new Paragraph({ children: [run(block.text)] })]
    case 'quote':
      return [
        new Paragraph({ keepNext: true, children: [run(`“${block.text}”`, { font: fontOf('second') })] }),
        new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(block.source, { size: half(pt.table) })] })
      ]
    case 'table':
      return tableOf(block)
    case 'curve':
      return [chartOf(block)]
  }
}

function chartOf({ title, at, lines }: Extract<Block, { type: 'curve' }>): Paragraph {
  const series = lines.map(({ name, values }, i) => ({ name, values, color: CURVE_COLOURS[i % CURVE_COLOURS.length]! }))
  const chart = new ChartRun({
    ...{ type: 'line', title: plain(title), categories: [...at], series },
    transformation: { width: 560, height: 280 }
  })
  return new Paragraph({
    ...{ alignment: AlignmentType.CENTER, indent: { firstLine: 0 } },
    spacing: { line: 240, lineRule: 'auto', before: 120, after: 120 },
    children: [chart]
  })
}

const NUMBER = /^[-+]?[\d,.]+%?$/

function tableOf({ title, head, rows, widths }: Extract<Block, { type: 'table' }>): FileChild[] {
  const shares = widths ?? head.map(() => 1)
  const all = shares.reduce((sum, width) => sum + width, 0)
  const columns = shares.map(width => Math.round((width / all) * TEXT_WIDTH))
  const table = new Table({
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, i) => cell(text, columns[i]!, true))
      }),
      ...rows.map(row => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, columns[i]!)) }))
    ]
  })
  const caption =
    title === undefined ? [] : [new Paragraph({ style: 'Caption', keepNext: true, children: [run(title)] })]
  return [...caption, table, new Paragraph({ spacing: { line: 200, lineRule: 'exact' }, children: [] })]
}

function cell(text: string, width: number, isHead = false): TableCell {
  const alignment = isHead ? AlignmentType.CENTER : NUMBER.test(text) ? AlignmentType.RIGHT : AlignmentType.LEFT
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 30, bottom: 30, left: 80, right: 80 },
    children: [
      new Paragraph({
        ...{ alignment, indent: { firstLine: 0 } },
        spacing: { line: twips(pt.tableLine), lineRule: 'exact' },
        children: [run(text, { size: half(pt.table), ...(isHead && { font: fontOf('first') }) })]
      })
    ]
  })
}

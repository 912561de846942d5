import type { CitedComment, ReportDocument, ReportSection, ReportTable } from '@huiyin/schemas/report.ts'
import { dayInShanghai } from '../day.ts'
import type { Block, Paper } from '../documents/paper.ts'
import { accountId } from '../ids.ts'
import { dayInWords } from './period.ts'
import { textOf } from './say.ts'
import { KEY_WORDS, nameOfKey } from './words.ts'

type Part = ReportSection['parts'][number]

/** The report as it is printed; the sources of each sentence stand in the stored report. */
export function paperOf(document: ReportDocument, madeAt: number): Paper {
  const { title, number, issuer, sections } = document
  const shown = new Map(document.comments.map(comment => [comment.id, comment]))
  return {
    ...{ title, number, issuer, madeAt, date: dayInWords(madeAt) },
    blocks: sections.flatMap(({ title, parts }) => [
      { type: 'heading', level: 1, text: title } as const,
      ...parts.flatMap(part => partOf(document, part, shown))
    ])
  }
}

function partOf(document: ReportDocument, part: Part, shown: ReadonlyMap<string, CitedComment>): Block[] {
  const { title, sentences, tables = [], curves = [], comments = [] } = part
  return [
    ...(title === undefined ? [] : [{ type: 'heading', level: 2, text: title } as const]),
    ...sentences.map(sentence => ({ type: 'text', text: textOf(sentence) }) as const),
    ...comments.flatMap(id => quoteOf(document, shown.get(id))),
    ...curves.map(({ title, at, lines }) => ({
      ...({ type: 'curve', title, at } as const),
      lines: lines.map(({ name, of, values }) => ({ name, values, faint: of !== 'now' }))
    })),
    ...tables.map(tableBlock)
  ]
}

function quoteOf(document: ReportDocument, comment: CitedComment | undefined): Block[] {
  if (!comment) return []
  const { text, platform, account, publishedAt } = comment
  const where = `${KEY_WORDS.platform[platform]} ${nameOfKey(document.names, 'account', accountId({ platform, id: account }))} ${dayInShanghai(publishedAt)}`
  return [{ type: 'quote', text, source: where }]
}

const tableBlock = ({ title, head, rows, widths }: ReportTable): Block => ({
  ...{ type: 'table', title, head },
  rows: rows.map(row => row.map(cell => (typeof cell === 'string' ? cell : cell.text))),
  ...(widths && { widths })
})

import type { Cite, ReportCurve, ReportDocument, Said, Sentence, TableCell } from '@huiyin/schemas/report.ts'
import { HuiyinError } from '../errors.ts'
import { maskPersonal } from '../reply-check/mask-personal.ts'
import { lookUp } from './look-up.ts'

const DIGIT = /\p{Nd}/u
/** Numbers that are no digits, where they stand before a unit of counting: 三件, 两成. */
const IN_WORDS = /[一二三四五六七八九十百千万两半几][件条次项成人倍]/u

/**
 * Every way in which a report says more than it can show: a sentence without a source, a source that the report does
 * not hold, a number that does not read as what it cites, a number among the words, an unmasked comment. Empty: it holds.
 */
export function reportProblems(document: ReportDocument): string[] {
  const { figures, names, sections, comments } = document
  const found = lookUp(figures, names)
  const shown = new Map(comments.map(comment => [comment.id, comment]))
  const problems: string[] = []

  const isThere = (cite: Cite) =>
    'figure' in cite ? found.figure(cite) !== undefined : shown.get(cite.comment)?.publishedAt === cite.publishedAt

  function checkCites(cites: readonly Cite[], where: string): void {
    if (cites.length === 0) problems.push(`${where}: it cites nothing`)
    for (const cite of cites) {
      if (!isThere(cite)) problems.push(`${where}: ${JSON.stringify(cite)} is not in the report`)
    }
  }

  function checkPiece({ text, as, cites: at }: Said, cites: readonly Cite[], where: string): void {
    if (at === undefined || as === undefined) {
      if (DIGIT.test(text) || IN_WORDS.test(text)) problems.push(`${where}: “${text}” holds a number without a source`)
      return
    }
    const cited = at.map(i => cites[i]).filter(cite => cite !== undefined)
    const reads = cited.length === at.length ? found.reads(as, cited) : undefined
    if (reads !== text) problems.push(`${where}: “${text}” must read “${reads ?? 'nothing'}”`)
  }

  function checkSentence({ said, cites }: Sentence, where: string): void {
    checkCites(cites, where)
    for (const piece of said) checkPiece(piece, cites, where)
  }

  function checkCell(cell: TableCell, where: string): void {
    if (typeof cell === 'string') {
      if (/^[-+]?[\p{Nd}.,]+%?$/u.test(cell)) problems.push(`${where}: “${cell}” is a number without a source`)
      return
    }
    checkCites(cell.cites, where)
    const reads = found.reads(cell.as, cell.cites)
    if (reads !== cell.text) problems.push(`${where}: “${cell.text}” must read “${reads ?? 'nothing'}”`)
  }

  function checkCurve({ figure, by, lines, title }: ReportCurve): void {
    for (const { of, keys, values } of lines) {
      const wrong = keys.findIndex((key, i) => found.figure({ figure, by, key, of })?.value !== values[i])
      if (wrong >= 0) problems.push(`${title}: ${keys[wrong]} is not drawn as it was counted`)
    }
  }

  for (const { code, parts } of sections) {
    for (const [i, { sentences, tables = [], curves = [], comments: quoted = [] }] of parts.entries()) {
      const where = `${code}/${i}`
      for (const sentence of sentences) checkSentence(sentence, where)
      for (const { rows } of tables) for (const cell of rows.flat()) checkCell(cell, where)
      for (const curve of curves) checkCurve(curve)
      for (const id of quoted) if (!shown.has(id)) problems.push(`${where}: comment ${id} is not in the report`)
    }
  }
  for (const { id, text } of comments) {
    if (maskPersonal(text) !== text) problems.push(`comment ${id}: it shows personal data`)
  }
  return problems
}

/** Throws REPORT_INVALID with the first problem: such a report is not made. */
export function checkReport(document: ReportDocument): void {
  const [first, ...more] = reportProblems(document)
  if (first === undefined) return
  throw new HuiyinError('REPORT_INVALID', `The report says more than it can show: ${first}; and ${more.length} others`)
}

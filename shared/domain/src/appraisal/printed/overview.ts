import type { Appraisal, AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import type { Book, BookCell, Sheet } from '../../documents/book.ts'
import type { Paper } from '../../documents/paper.ts'
import { periodWords } from '../period.ts'
import { SUBJECT_WORDS } from '../words.ts'
import { type BookOptions, firstRow } from './book.ts'
import { dateWords } from './paper.ts'
import { bandWords } from './words.ts'

/** One line of the whole appraisal: what a list of results needs of a sheet. */
export type OverviewLine = Pick<
  AppraisalSheet,
  'subject' | 'base' | 'bonus' | 'deduction' | 'result' | 'band' | 'rank' | 'before'
>

const titleOf = ({ kind, period }: Appraisal): string => `${periodWords(period).zh}${SUBJECT_WORDS[kind].zh}考核结果`
const HEAD = ['名次', '名称', '基础分', '加分', '扣分', '结果', '等次', '上期结果']

const noteOf = ({ revision, revisions, state }: Appraisal): string => {
  const why = revisions.at(-1)?.why
  return `第 ${revision} 版${why ? `（${why}）` : ''}，${state === 'confirmed' ? '已审定' : '未审定'}`
}

/** The best first; those without a result last. */
export const byPlace = (a: OverviewLine, b: OverviewLine): number =>
  (a.rank?.place ?? Number.MAX_SAFE_INTEGER) - (b.rank?.place ?? Number.MAX_SAFE_INTEGER) ||
  (a.subject.name < b.subject.name ? -1 : 1)

export function overviewBook(appraisal: Appraisal, lines: readonly OverviewLine[], options: BookOptions): Book {
  const above = { title: titleOf(appraisal), notes: [noteOf(appraisal)] }
  const first = firstRow(above)
  const rows = lines.toSorted(byPlace).map((line, i): BookCell[] => {
    const { subject, base, bonus, deduction, result, rank, before } = line
    const row = first + i
    return [
      rank?.place,
      subject.name,
      ...[base, bonus.counts, deduction.counts].map(number =>
        number === undefined ? undefined : { number, format: '0.00' }
      ),
      result === undefined
        ? undefined
        : { number: result, format: '0.00', formula: `ROUND(MAX(0,MIN(100,C${row}+D${row}-E${row})),2)` },
      bandWords(line),
      before?.result
    ]
  })
  const sheet: Sheet = { name: '考核结果', ...above, head: HEAD, rows, widths: [8, 36, 10, 10, 10, 10, 10, 12] }
  return { title: above.title, author: options.issuer, madeAt: options.madeAt, sheets: [sheet] }
}

export const overviewPaper = (appraisal: Appraisal, lines: readonly OverviewLine[], options: BookOptions): Paper => ({
  title: titleOf(appraisal),
  issuer: options.issuer,
  date: dateWords(options.madeAt),
  madeAt: options.madeAt,
  blocks: [
    { type: 'text', text: `${noteOf(appraisal)}。各对象的计算过程见其考核表。` },
    {
      type: 'table',
      head: HEAD,
      rows: lines
        .toSorted(byPlace)
        .map(line => [
          ...[String(line.rank?.place ?? '—'), line.subject.name],
          ...[line.base, line.bonus.counts, line.deduction.counts, line.result].map(one => one?.toFixed(2) ?? '—'),
          ...[bandWords(line), line.before?.result?.toFixed(2) ?? '—']
        ])
    }
  ]
})

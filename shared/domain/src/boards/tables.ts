import type { BoardDefinition, BoardNumber, BoardOverview, BoardPeriod, BoardRank } from '@huiyin/schemas/api-boards.ts'
import { type Cell, CSV_BOM, csvRow } from '../csv.ts'
import { dayInShanghai } from '../day.ts'
import type { BookCell, Sheet } from '../documents/book.ts'
import { timeInWords } from './times.ts'

/** The overview as tables for spreadsheets: each number with its unit, what it was, and how it is counted. */

export type BoardLanguage = 'zh' | 'en'
type Words = readonly [zh: string, en: string]

const HOUR = 3_600_000
const UNITS: Record<string, Words> = {
  ...{ comments: ['条', 'comments'], cases: ['件', 'cases'], promises: ['件', 'replies'], posts: ['篇', 'posts'] },
  ...{ dispatches: ['件', 'dispatches'], incidents: ['起', 'incidents'], times: ['次', 'times'] },
  ...{ share: ['比例', 'share'], ms: ['小时', 'hours'], score: ['分', 'points'] }
}
const VALUES: Record<string, Words> = {
  ...{ inquiry: ['咨询', 'Inquiry'], suggestion: ['建议', 'Suggestion'], complaint: ['投诉', 'Complaint'] },
  ...{ other: ['其他', 'Other'], blue: ['蓝色', 'Blue'], yellow: ['黄色', 'Yellow'], orange: ['橙色', 'Orange'] },
  ...{ red: ['红色', 'Red'], negative: ['负面', 'Negative'], neutral: ['中性', 'Neutral'] },
  positive: ['正面', 'Positive']
}
const SPANS = {
  today: ['日', 'day'],
  week: ['周', 'week'],
  month: ['月', 'month'],
  quarter: ['季', 'quarter']
} as const

export const wordIn = (language: BoardLanguage, [zh, en]: Words): string => (language === 'zh' ? zh : en)

const valueIn = (language: BoardLanguage, key: string) => (VALUES[key] ? wordIn(language, VALUES[key]) : key)

/** From the first day to the last, and until when it was counted. */
export function periodInNotes({ name, from, to, until }: BoardPeriod, language: BoardLanguage): string {
  const days = [dayInShanghai(from), dayInShanghai(to - 1)]
  const spoken = days[0] === days[1] ? days[0] : `${name}（${days.join(' – ')}）`
  if (until >= to) return `${spoken}`
  return wordIn(language, [`${spoken}，至 ${timeInWords(until)}`, `${spoken}, until ${timeInWords(until)}`])
}

export interface Around {
  period: BoardPeriod
  compared?: BoardPeriod
  asOf: number
  counting?: unknown
  staleSince?: number
}

/** What numbers are of: the period, the time zone, when they were counted. */
export function notesOf({ period, compared, asOf, counting, staleSince }: Around, language: BoardLanguage): string[] {
  const say = (zh: string, en: string) => wordIn(language, [zh, en])
  return [
    `${say('统计期：', 'Period: ')}${periodInNotes(period, language)}`,
    ...(compared ? [`${say('对比期：', 'Compared with: ')}${periodInNotes(compared, language)}`] : []),
    say(
      `时区：Asia/Shanghai；统计时点：${timeInWords(asOf)}`,
      `Time zone: Asia/Shanghai; counted at ${timeInWords(asOf)}`
    ),
    ...(counting === undefined
      ? []
      : [say('系统启动后仍在统计，工单类指标暂缺', 'Still counting after a start: figures of tickets are missing')]),
    ...(staleSince === undefined
      ? []
      : [
          say(
            `${timeInWords(staleSince)} 起未收到工单变化，数字可能滞后`,
            `Changes of tickets are not heard of since ${timeInWords(staleSince)}`
          )
        ])
  ]
}

/** One sheet each: the figures, the mixes, the series, accounts and departments. */
export function overviewSheets(overview: BoardOverview, language: BoardLanguage): Sheet[] {
  const say = (zh: string, en: string) => wordIn(language, [zh, en])
  const few = say(
    `空白：样本少于 ${overview.minimumSample}，或没有数据`,
    `Empty: fewer than ${overview.minimumSample}, or no data`
  )
  const title = say(`看板概览（${SPANS[overview.span][0]}）`, `Overview of a ${SPANS[overview.span][1]}`)
  const around = { title, notes: [...notesOf(overview, language), few] }
  const nameOf = (code: string) => overview.definitions[code]?.name[language] ?? code
  return [
    {
      ...{ name: say('指标', 'Figures'), ...around, landscape: true },
      head: [
        ...[say('代码', 'Code'), say('指标', 'Figure'), say('单位', 'Unit'), say('本期', 'Now'), say('样本', 'Sample')],
        ...[say('对比期', 'Before'), say('对比期样本', 'Sample before'), say('口径', 'Definition')]
      ],
      rows: [
        ...overview.now.map(({ figure, value }) =>
          lineOf(figure, { value, before: null }, overview.definitions[figure], language)
        ),
        ...overview.figures.map(({ figure, ...number }) =>
          lineOf(figure, number, overview.definitions[figure], language)
        )
      ],
      widths: [18, 26, 8, 12, 8, 12, 8, 70]
    },
    {
      ...{ name: say('构成', 'Mixes'), ...around },
      head: [say('分项', 'Of'), say('取值', 'Value'), say('本期', 'Now'), say('对比期', 'Before')],
      rows: [
        ...mixRows(say('类别', 'Label'), overview.mixes.label, language),
        ...mixRows(say('风险等级', 'Risk level'), overview.mixes.level, language),
        ...mixRows(say('情感', 'Sentiment'), overview.mixes.sentiment, language),
        ...overview.topics.map(({ phrase, value, before }): BookCell[] => [say('话题', 'Topic'), phrase, value, before])
      ],
      widths: [14, 28, 12, 12]
    },
    {
      ...{ name: say('走势', 'Series'), ...around },
      head: [say('指标', 'Figure'), say('时间', 'Time'), say('本期', 'Now'), say('对比期', 'Before')],
      rows: overview.series.flatMap(({ figure, unit, points }) =>
        points.map(({ at, value, before }): BookCell[] => [
          nameOf(figure),
          unit === 'hour' ? timeInWords(at) : dayInShanghai(at),
          value,
          before
        ])
      ),
      widths: [20, 20, 12, 12]
    },
    rankSheet(say('账号', 'Accounts'), overview.accounts, overview, language, around),
    rankSheet(say('单位', 'Departments'), overview.departments, overview, language, around)
  ]
}

const mixRows = (of: string, parts: BoardOverview['mixes']['label'], language: BoardLanguage): BookCell[][] =>
  parts.map(({ key, value, before }) => [of, valueIn(language, key), value, before])

function rankSheet(
  name: string,
  ranks: readonly BoardRank[],
  { definitions }: BoardOverview,
  language: BoardLanguage,
  around: Pick<Sheet, 'title' | 'notes'>
): Sheet {
  const codes = Object.keys(ranks[0]?.numbers ?? {})
  const before = wordIn(language, ['（对比期）', ' (before)'])
  const headOf = (code: string) => {
    const { name, unit } = definitions[code] ?? { name: { zh: code, en: code }, unit: '' }
    const told = `${name[language]}${unit === 'ms' ? wordIn(language, ['（小时）', ' (hours)']) : ''}`
    return [told, `${told}${before}`]
  }
  return {
    ...{ name, ...around, landscape: true },
    head: [name, ...codes.flatMap(headOf)],
    rows: ranks.map(({ name, numbers }): BookCell[] => [
      name,
      ...codes.flatMap(code => {
        const unit = definitions[code]?.unit ?? ''
        return [cellOf(numbers[code]?.value, unit), cellOf(numbers[code]?.before, unit)]
      })
    ]),
    widths: [24, ...codes.flatMap(() => [12, 12])]
  }
}

function lineOf(
  figure: string,
  number: BoardNumber,
  definition: BoardDefinition | undefined,
  language: BoardLanguage
): BookCell[] {
  const unit = definition?.unit ?? ''
  return [
    ...[figure, definition?.name[language] ?? figure, UNITS[unit] ? wordIn(language, UNITS[unit]) : unit],
    ...[cellOf(number.value, unit), number.sample, cellOf(number.before, unit), number.beforeSample],
    definition?.definition[language]
  ]
}

const FORMATS: Record<string, string> = { share: '0.0%', ms: '0.00', score: '0.00' }

function cellOf(value: number | null | undefined, unit: string): BookCell {
  if (value === null || value === undefined) return
  const format = FORMATS[unit]
  const number = unit === 'ms' ? value / HOUR : value
  return format === undefined ? number : { number, format }
}

/** Sheets one under the other as one CSV, for whatever opens it. */
export function csvOf(sheets: readonly Sheet[]): string {
  const plain = (cell: BookCell): Cell => (typeof cell === 'object' ? Number(cell.number.toFixed(4)) : cell)
  const blocks = sheets.map(({ name, title, notes = [], head, rows }, i) => [
    ...(i === 0 ? [[title], ...notes.map(note => [note])] : []),
    ...(sheets.length > 1 ? [[], [name]] : []),
    head,
    ...rows.map(row => row.map(plain))
  ])
  return CSV_BOM + blocks.flat().map(csvRow).join('')
}

import type { ReportDocument, ReportKind, ReportPeriod } from '@huiyin/schemas/report.ts'
import { dayInShanghai } from '../day.ts'
import { idOf } from '../ids.ts'
import { checkReport } from './check-report.ts'
import { lookUp } from './look-up.ts'
import type { Material } from './material.ts'
import { ordinalOf, periodInWords } from './period.ts'
import { openWriter } from './say.ts'
import { advice } from './sections/advice.ts'
import { definitions, figuresTable } from './sections/figures-table.ts'
import { incidents } from './sections/incidents.ts'
import { departments, replies } from './sections/replies.ts'
import { summary } from './sections/summary.ts'
import { suggestions, topics } from './sections/topics.ts'
import { trends } from './sections/trends.ts'
import { KIND_WORDS } from './words.ts'

/** One report of each kind and period, for ever. */
export const reportId = ({ kind, name }: Pick<ReportPeriod, 'kind' | 'name'>) => idOf('report', kind, name)

const MARKS: Record<ReportKind, string> = {
  daily: '日',
  weekly: '周',
  monthly: '月',
  quarterly: '季',
  yearly: '年',
  special: '专'
}

/** 舆监（季）〔2026〕第3期. A special report is counted by the day that it is of. */
function numberOf({ mark, period, asOf }: Material): string {
  const { kind } = period
  const year =
    kind === 'weekly' ? period.name.slice(0, 4) : dayInShanghai(kind === 'special' ? asOf : period.from).slice(0, 4)
  const ordinal = kind === 'special' ? dayInShanghai(asOf).slice(5).replace('-', '') : ordinalOf(period)
  return `${mark}（${MARKS[kind]}）〔${year}〕第${ordinal}期`
}

function titleOf({ period, names }: Material): string {
  if (period.kind === 'special') return `关于“${names[`incident/${period.name}`] ?? period.name}”的舆情监测专报`
  return `${periodInWords(period)}政务新媒体舆情监测${KIND_WORDS[period.kind]}`
}

/**
 * Writes the report from what was counted and found. Throws REPORT_INVALID when a sentence says more than it can show.
 */
export function composeReport(material: Material): ReportDocument {
  const { period, asOf, issuer, minimumSample, figures, names, comments } = material
  const w = openWriter(lookUp(figures, names))
  const of = { material, w }
  const sections =
    period.kind === 'special'
      ? [summary, incidents, trends, replies, advice, figuresTable, definitions]
      : [summary, figuresTable, trends, topics, incidents, replies, departments, suggestions, advice, definitions]
  const document: ReportDocument = {
    ...{ title: titleOf(material), number: numberOf(material), issuer, period, asOf, minimumSample },
    ...{ figures, names, comments: [...comments] },
    sections: sections.map(section => section(of))
  }
  checkReport(document)
  return document
}

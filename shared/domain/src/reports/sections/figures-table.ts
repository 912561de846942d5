import type { ReportSection, ReportTable } from '@huiyin/schemas/report.ts'
import { FIGURE_CODES, FIGURES, type FigureCode, isTold } from '../figures.ts'
import type { Of } from '../material.ts'

const HIDDEN: ReadonlySet<FigureCode> = new Set([
  'reply-time',
  'rating',
  'incident-comments',
  'incident-steps',
  'incident-steps-done',
  'topic-comments',
  'first-owed',
  'answered-24h',
  'urgent-owed',
  'answered-1h'
])

/** The figures that a report shows as such: what only sums up others is left out. */
export const SHOWN: readonly FigureCode[] = FIGURE_CODES.filter(code => !HIDDEN.has(code))

const unknown = (code: FigureCode) => (isTold(code) ? '未提供' : '数据不足')

/** 主要指标: each with the period before and a year ago where there is data. */
export function figuresTable({ w, material }: Of): ReportSection {
  const { before, 'year-ago': yearAgo } = material.figures
  const head = ['指标', '本期', ...(before ? ['上期'] : []), ...(yearAgo ? ['上年同期'] : [])]
  const counted = SHOWN.filter(code => code !== 'minimum-sample' && w.figure(w.cite(code)) !== undefined)
  const rows = counted.map((code): ReportTable['rows'][number] => [
    FIGURES[code].zh,
    w.cell(w.value(code), unknown(code)),
    ...(before ? [w.cell(w.value(code, { of: 'before' }), unknown(code))] : []),
    ...(yearAgo ? [w.cell(w.value(code, { of: 'year-ago' }), unknown(code))] : [])
  ])
  const widths = [4, ...head.slice(1).map(() => 3)]
  return {
    code: 'figures',
    title: '主要指标',
    parts: [{ sentences: [], tables: [{ title: '主要指标', head, rows, widths }] }]
  }
}

/** 指标说明: what is counted, and by which instant. */
export const definitions = ({ w }: Of): ReportSection => ({
  code: 'definitions',
  title: '指标说明',
  parts: [
    {
      sentences: [
        w.say`各项指标按北京时间（Asia/Shanghai）的自然日计算；样本少于${w.value('minimum-sample')}时不计算比例、中位数和平均数。`!
      ],
      tables: [
        {
          title: '指标定义',
          head: ['指标', '定义'],
          rows: SHOWN.filter(code => w.figure(w.cite(code))).map(code => [
            FIGURES[code].zh,
            FIGURES[code].definition.zh
          ]),
          widths: [2, 7]
        }
      ]
    }
  ]
})

import type { FigureBy, ReportSection, ReportTable } from '@huiyin/schemas/report.ts'
import type { FigureCode } from '../figures.ts'
import { FIGURES } from '../figures.ts'
import type { Of } from '../material.ts'
import { notEnough } from './compared.ts'

/** One row for each key of a dimension. */
function tableBy({ w }: Of, title: string, by: FigureBy, first: string, codes: readonly FigureCode[]): ReportTable {
  const keys = [...new Set(codes.flatMap(code => w.keys(code, by)))]
  return {
    title,
    head: [first, ...codes.map(code => FIGURES[code].zh)],
    rows: keys.map(key => [
      w.cell(w.name(w.cite(codes[0]!, { by, key }))),
      ...codes.map(code => w.cell(w.value(code, { by, key }), FIGURES[code].unit === 'share' ? '数据不足' : '—'))
    ]),
    widths: [4, ...codes.map(() => 2)]
  }
}

const REPLIES = ['owed', 'answered', 'answered-on-time', 'unanswered', 'on-time-rate'] as const

/** 回复与时限. */
export function replies(of: Of): ReportSection {
  const { w } = of
  const sentences = [
    w.say`应回复${w.value('owed')}件，已回复${w.value('answered')}件，其中按时${w.value('answered-on-time')}件、超时${w.value('answered-late')}件；超时未复${w.value('unanswered')}件。采集前已超时${w.value('late-before-known')}件，不计入应回复。`,
    w.say`回复率${w.value('reply-rate')}，按时回复率${w.value('on-time-rate')}。` ??
      notEnough(of, 'on-time-rate', 'owed'),
    w.say`首次回复用时中位数${w.value('reply-median')}，第九十百分位${w.value('reply-p90')}。`,
    w.say`应办结${w.value('close-owed')}件，按时办结率${w.value('close-rate')}。` ??
      notEnough(of, 'close-rate', 'close-owed'),
    w.say`登记满意度评价${w.value('rated')}次，平均${w.value('satisfaction')}分。` ??
      notEnough(of, 'satisfaction', 'rated')
  ].filter(sentence => sentence !== undefined)
  return {
    code: 'replies',
    title: '回复与时限',
    parts: [
      {
        sentences,
        tables: [
          tableBy(of, '各平台回复情况', 'platform', '平台', REPLIES),
          tableBy(of, '各账号回复情况', 'account', '账号', REPLIES),
          tableBy(of, '各平台评论与诉求', 'platform', '平台', ['comments', 'cases', 'posts', 'reads'])
        ].filter(({ rows }) => rows.length > 0)
      }
    ]
  }
}

/** 承办单位. */
export function departments(of: Of): ReportSection {
  const { w } = of
  const sentences = [
    w.say`派单${w.value('dispatches')}件，退单${w.value('bounced')}件，退单率${w.value('bounce-rate')}。` ??
      w.say`派单${w.value('dispatches')}件，退单${w.value('bounced')}件。`,
    w.say`按时签收率${w.value('sign-rate')}。` ?? notEnough(of, 'sign-rate', 'sign-owed'),
    w.say`按时反馈率${w.value('handle-rate')}。` ?? notEnough(of, 'handle-rate', 'handle-owed')
  ].filter(sentence => sentence !== undefined)
  const tables = [
    tableBy(of, '各单位诉求与派单', 'department', '单位', ['cases', 'dispatches', 'bounced', 'closed']),
    tableBy(of, '各单位时限', 'department', '单位', [
      'sign-owed',
      'sign-rate',
      'handle-owed',
      'handle-rate',
      'on-time-rate'
    ])
  ].filter(({ rows }) => rows.length > 0)
  return { code: 'departments', title: '承办单位', parts: [{ sentences, tables }] }
}

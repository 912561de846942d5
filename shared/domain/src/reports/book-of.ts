import type { Cite, FigureValue, ReportDocument, ReportOf } from '@huiyin/schemas/report.ts'
import type { Book, BookCell, Sheet } from '../documents/book.ts'
import { accountId } from '../ids.ts'
import { FIGURES, type FigureUnit, isFigure } from './figures.ts'
import { periodInWords } from './period.ts'
import { textOf } from './say.ts'
import { nameOfKey } from './words.ts'

const HOUR = 3_600_000
const BY_WORDS: Record<string, string> = {
  ...{ label: '诉求类型', sentiment: '情绪', level: '风险等级', platform: '平台', account: '账号', department: '单位' },
  ...{ person: '人员', kind: '回复种类', day: '日期', month: '月份', incident: '舆情事件', topic: '话题' }
}
const UNIT_WORDS: Record<FigureUnit, string> = {
  ...{ comments: '条', cases: '件', promises: '件', dispatches: '件', posts: '篇', incidents: '起', times: '次' },
  ...{ share: '比例', ms: '小时', score: '分' }
}

/** The figures as a workbook: numbers as numbers, shares as shares, times in hours, each sheet with its definitions. */
export function bookOf(document: ReportDocument, madeAt: number): Book {
  const { title, issuer } = document
  return {
    ...{ title, author: issuer, madeAt },
    sheets: [mainSheet(document), apartSheet(document), commentSheet(document), sentenceSheet(document)]
  }
}

const notesOf = ({ period, number }: ReportDocument) => [
  `${number}；统计期：${periodInWords(period)}；时区：Asia/Shanghai`,
  '空白单元格表示样本不足或没有数据'
]

function mainSheet(document: ReportDocument): Sheet {
  const { figures, title } = document
  const plain = figures.now.filter(({ by }) => by === undefined)
  const others = (['before', 'year-ago'] as const).filter(of => figures[of] !== undefined)
  const numberIn = (of: ReportOf, figure: string) =>
    figures[of]?.find(value => value.figure === figure && value.by === undefined)
  return {
    ...{ name: '主要指标', title, notes: notesOf(document), landscape: true },
    head: [
      '代码',
      '指标',
      '单位',
      '本期',
      ...others.map(of => (of === 'before' ? '上期' : '上年同期')),
      '样本',
      '定义'
    ],
    rows: plain
      .filter(({ figure }) => isFigure(figure))
      .map((value): BookCell[] => {
        const { zh, unit, definition } = FIGURES[value.figure as keyof typeof FIGURES]
        const before = others.map(of => cellOf(numberIn(of, value.figure)))
        return [value.figure, zh, UNIT_WORDS[unit], cellOf(value), ...before, value.sample, definition.zh]
      }),
    widths: [20, 24, 8, 12, ...others.map(() => 12), 10, 70]
  }
}

/** By every value of every dimension, so that sums can be checked and charts drawn. */
function apartSheet(document: ReportDocument): Sheet {
  const { figures, names, title } = document
  const rows = figures.now.flatMap((value): BookCell[][] => {
    const { figure, by, key } = value
    if (by === undefined || key === undefined || !isFigure(figure)) return []
    const { zh, unit } = FIGURES[figure]
    return [[figure, zh, BY_WORDS[by] ?? by, nameOfKey(names, by, key), cellOf(value), UNIT_WORDS[unit], value.sample]]
  })
  return {
    ...{ name: '分项数据', title, notes: notesOf(document) },
    head: ['代码', '指标', '分项', '取值', '数值', '单位', '样本'],
    rows,
    widths: [20, 24, 12, 28, 12, 8, 10]
  }
}

const FORMATS: Partial<Record<FigureUnit, string>> = { share: '0.0%', ms: '0.00', score: '0.00' }

function cellOf(value: FigureValue | undefined): BookCell {
  if (!value || value.value === null || !isFigure(value.figure)) return
  const { unit } = FIGURES[value.figure]
  const format = FORMATS[unit]
  const number = unit === 'ms' ? value.value / HOUR : value.value
  return format === undefined ? number : { number, format }
}

function commentSheet(document: ReportDocument): Sheet {
  return {
    ...{ name: '引用评论', title: document.title, notes: notesOf(document) },
    head: ['编号', '时间', '平台', '账号', '内容', '链接'],
    rows: document.comments.map(({ id, publishedAt, platform, account, text, link }) => [
      ...[id, timeInShanghai(publishedAt), nameOfKey({}, 'platform', platform)],
      ...[nameOfKey(document.names, 'account', accountId({ platform, id: account })), text, link]
    ]),
    widths: [36, 18, 10, 20, 60, 30]
  }
}

/** 2026-11-21 08:30. */
const timeInShanghai = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ')

/** What each sentence stands on. */
function sentenceSheet(document: ReportDocument): Sheet {
  const rows = document.sections.flatMap(({ title, parts }) =>
    parts.flatMap(({ sentences }) =>
      sentences.map((sentence): BookCell[] => [title, textOf(sentence), sourcesOf(sentence.cites)])
    )
  )
  return {
    ...{ name: '依据', title: document.title, notes: notesOf(document) },
    head: ['部分', '表述', '依据（指标代码或评论编号）'],
    rows,
    widths: [16, 70, 70]
  }
}

const sourcesOf = (cites: readonly Cite[]) =>
  [
    ...new Set(
      cites.map(cite => {
        if ('comment' in cite) return cite.comment
        const { figure, by, key, of } = cite
        return [figure, by && `${by}=${key}`, of].filter(part => part !== undefined).join(' ')
      })
    )
  ].join('；')

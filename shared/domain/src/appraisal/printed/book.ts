import type { AppraisalSheet, IndicatorLine } from '@huiyin/schemas/appraisal.ts'
import type { AppraisalRules } from '@huiyin/schemas/appraisal-rules.ts'
import { dayInShanghai } from '../../day.ts'
import type { Book, BookCell, BookNumber, Sheet } from '../../documents/book.ts'
import { INDICATOR_WORDS } from '../words.ts'
import { type Corners, curveFormula } from './curve-formula.ts'
import { bandWords, KIND_WORDS, rawWords, rulesWords, titleOf } from './words.ts'

/**
 * A sheet as a workbook that reckons itself: every figure that follows from others is a formula over them, down to the
 * posts and the entries of the register. Who changes a number sees what comes of it.
 */

const [SHEET, CURVES, POSTS, REGISTER, BEHIND] = ['考核表', '评分曲线', '发布明细', '登记台账', '依据清单'] as const

export interface BookOptions {
  rules: AppraisalRules
  issuer: string
  /** UTC in ms. */
  madeAt: number
}

export function bookOf(sheet: AppraisalSheet, { rules, issuer, madeAt }: BookOptions): Book {
  const posts = postsSheet(sheet)
  const curves = curvesSheet(sheet)
  const register = registerSheet(sheet)
  return {
    title: titleOf(sheet),
    author: issuer,
    madeAt,
    sheets: [mainSheet(sheet, { rules, curves, posts, register }), curves, posts, register, behindSheet(sheet)]
  }
}

/** The first row of what follows the head. */
export const firstRow = ({ title, notes = [] }: Pick<Sheet, 'title' | 'notes'>): number =>
  (title === undefined ? 0 : 1) + notes.length + 2

const formula = (number: number, text: string, format = '0.00'): BookNumber => ({ number, format, formula: text })

type Others = { rules: AppraisalRules; curves: Sheet; posts: Sheet; register: Sheet }

function mainSheet(sheet: AppraisalSheet, others: Others): Sheet {
  const head = ['指标', '分子', '分母', '系数', '指标值', '得分', '权重', '得分×权重', '上期指标值', '上期得分', '口径']
  const above = { title: titleOf(sheet), notes: rulesWords(sheet) }
  const first = firstRow(above)
  const last = first + sheet.lines.length - 1
  const lines = sheet.lines.map((line, i) => lineRow(sheet, line, first + i, others))
  return {
    name: SHEET,
    ...above,
    head,
    rows: [...lines, ...resultRows(sheet, { first, last }, others)],
    widths: [14, 12, 12, 8, 14, 10, 8, 12, 12, 10, 60],
    landscape: true
  }
}

function lineRow(sheet: AppraisalSheet, line: IndicatorLine, row: number, others: Others): BookCell[] {
  const { indicator, raw, points, weight, product, before } = line
  const { zh, is, unit } = INDICATOR_WORDS[indicator]
  const { numerator, denominator } = sourceOf(sheet, line, others)
  const told = raw.value !== undefined && points !== undefined && product !== undefined
  const format = unit === 'share' ? '0.00%' : '0.0000'
  return [
    zh,
    numerator,
    denominator,
    raw.factor,
    told ? formula(raw.value!, `ROUND(B${row}*D${row}/C${row},4)`, format) : rawWords(line),
    told ? formula(points, curveFormula(`E${row}`, cornersOf(sheet, line, others.curves))) : undefined,
    weight,
    told ? formula(product, `F${row}*G${row}`) : undefined,
    before?.value === undefined ? undefined : { number: before.value, format },
    before?.points,
    is.zh
  ]
}

const POST_COLUMNS: Partial<Record<IndicatorLine['indicator'], string>> = {
  reads: 'C',
  likes: 'D',
  comments: 'E',
  reposts: 'F',
  quality: 'G'
}

/** Numerator and denominator: of what is listed in this book by formulas over the list. */
function sourceOf(
  sheet: AppraisalSheet,
  line: IndicatorLine,
  others: Others
): { numerator: BookCell; denominator: BookCell } {
  const { numerator, denominator } = line.raw
  const column = POST_COLUMNS[line.indicator]
  if (column === undefined || denominator === 0 || sheet.postsTotal > sheet.posts.length)
    return { numerator, denominator }
  const first = firstRow(others.posts)
  const range = `'${POSTS}'!$${column}$${first}:$${column}$${first + sheet.posts.length - 1}`
  return {
    numerator: formula(numerator, `SUM(${range})`, '0.##'),
    denominator: formula(denominator, `COUNT(${range})`, '0')
  }
}

function cornersOf({ lines }: AppraisalSheet, line: IndicatorLine, curves: Sheet): Corners {
  const before = lines.slice(0, lines.indexOf(line)).reduce((rows, { curve }) => rows + curve.length, 0)
  const first = firstRow(curves) + before
  return { sheet: CURVES, first, last: first + line.curve.length - 1 }
}

/** Below the indicators, each with its figure in column H. */
function resultRows(
  sheet: AppraisalSheet,
  { first, last }: { first: number; last: number },
  others: Others
): BookCell[][] {
  const { sum, weight, base, result, training, bonus, deduction, rank } = sheet
  const { most, register } = others.rules
  const row = (text: string, figure: BookCell, note?: string): BookCell[] => [
    text,
    ...Array.from({ length: 6 }, () => undefined),
    figure,
    undefined,
    undefined,
    note
  ]
  const at = (i: number) => `H${last + 1 + i}`
  if (base === undefined || result === undefined) return [row('结果', undefined, '各项指标均无数据，不予评定')]
  const start = firstRow(others.register)
  const end = start + Math.max(0, others.register.rows.length - 1)
  const points = (kind: keyof typeof KIND_WORDS) =>
    `SUMIF('${REGISTER}'!$A$${start}:$A$${end},"${KIND_WORDS[kind]}",'${REGISTER}'!$E$${start}:$E$${end})`
  return [
    row('乘积合计', formula(sum, `SUM(H${first}:H${last})`)),
    row('有数据各项权重合计', formula(weight, `SUMIF(F${first}:F${last},">=0",G${first}:G${last})`, '0')),
    row('基础分', formula(base, `ROUND(${at(0)}/${at(1)},2)`), '乘积合计 ÷ 权重合计'),
    row(
      '培训加分',
      formula(training.counts, `MIN(${points('training')},${register.training.most})`),
      `至多 ${register.training.most} 分`
    ),
    row(
      '加分',
      formula(bonus.counts, `MIN(${points('reward')}+${at(3)},${most.bonus})`),
      `奖励与培训合计，至多 ${most.bonus} 分`
    ),
    row(
      '扣分',
      formula(deduction.counts, `MIN(${points('violation')},${most.deduction})`),
      `违规，至多 ${most.deduction} 分`
    ),
    row(
      '结果',
      formula(result, `ROUND(MAX(0,MIN(100,${at(2)}+${at(4)}-${at(5)})),2)`),
      '基础分 + 加分 − 扣分，不低于 0，不高于 100'
    ),
    row('等次', bandWords(sheet), rank && `第 ${rank.place} 名，共 ${rank.of} 个`)
  ]
}

const curvesSheet = ({ lines }: AppraisalSheet): Sheet => ({
  name: CURVES,
  title: '评分曲线',
  notes: ['相邻两点之间按直线取值；首点之前、末点之后取该点得分。'],
  head: ['指标', '指标值', '得分'],
  rows: lines.flatMap(({ indicator, curve }) =>
    curve.map(({ at, points }): BookCell[] => [INDICATOR_WORDS[indicator].zh, at, points])
  )
})

function postsSheet({ posts, postsTotal, notCounted: { undated, gone } }: AppraisalSheet): Sheet {
  const notes = ['空格：平台未提供，不作 0 计。']
  if (postsTotal > posts.length) notes.push(`共 ${postsTotal} 篇，此处列出前 ${posts.length} 篇；合计按全部计算。`)
  if (undated + gone > 0) notes.push(`另有 ${undated} 篇无发布时间、${gone} 篇已不可见，未计入。`)
  return {
    name: POSTS,
    title: '发布明细',
    notes,
    head: ['标题', '发布日期', '阅读', '点赞', '评论', '转发', '内容质量'],
    rows: posts.map(({ id, title, publishedAt, reads, likes, comments, reposts, quality }): BookCell[] => [
      ...[title ?? id, dayInShanghai(publishedAt)],
      ...[reads, likes, comments, reposts, quality]
    ]),
    widths: [50, 12, 12, 10, 10, 10, 10],
    landscape: true
  }
}

const registerSheet = ({ adjustments }: AppraisalSheet): Sheet => ({
  name: REGISTER,
  title: '登记台账：加分与扣分',
  head: ['类别', '日期', '事项', '学时', '分值', '登记号'],
  rows: adjustments.map(({ kind, at, title, hours, points, entry }): BookCell[] => [
    ...[KIND_WORDS[kind], dayInShanghai(at), title],
    ...[hours, points, entry]
  ]),
  widths: [8, 12, 50, 8, 8, 28]
})

const behindSheet = ({ lines }: AppraisalSheet): Sheet => ({
  name: BEHIND,
  title: '依据清单',
  notes: ['回复率列未完成的工单，按时率列超时与未完成的工单，满意度列有评价的工单；多于 200 条的列前 200 条。'],
  head: ['指标', '共', '编号'],
  rows: lines.flatMap(({ indicator, behind: { ids, total } }) =>
    ids.map((id): BookCell[] => [INDICATOR_WORDS[indicator].zh, total, id])
  ),
  widths: [14, 8, 80]
})

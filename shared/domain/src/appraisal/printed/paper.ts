import type { AppraisalSheet } from '@huiyin/schemas/appraisal.ts'
import { dayInShanghai } from '../../day.ts'
import type { Block, Paper } from '../../documents/paper.ts'
import { INDICATOR_WORDS } from '../words.ts'
import type { BookOptions } from './book.ts'
import { bandWords, curveWords, KIND_WORDS, ratioWords, rawWords, rulesWords, titleOf } from './words.ts'

/** A sheet as an official document, with the whole way from the figures to the result. */
export const paperOf = (sheet: AppraisalSheet, { rules, issuer, madeAt }: BookOptions): Paper => ({
  title: titleOf(sheet),
  issuer,
  date: dateWords(madeAt),
  madeAt,
  blocks: [
    { type: 'heading', level: 1, text: '考核结果' },
    { type: 'text', text: resultWords(sheet) },
    { type: 'heading', level: 1, text: '计算过程' },
    linesTable(sheet),
    ...rulesWords(sheet).map((text): Block => ({ type: 'text', text })),
    ...arithmetic(sheet).map((text): Block => ({ type: 'text', text })),
    { type: 'heading', level: 1, text: '加分与扣分' },
    ...registerBlocks(sheet, { rules, issuer, madeAt }),
    { type: 'heading', level: 1, text: '指标口径与评分曲线' },
    definitionsTable(sheet)
  ]
})

export function dateWords(at: number): string {
  const [year, month, day] = dayInShanghai(at).split('-').map(Number)
  return `${year}年${month}月${day}日`
}

function resultWords({ subject, result, rank, before, ...sheet }: AppraisalSheet): string {
  if (result === undefined) return `${subject.name}各项指标均无数据，不予评定。`
  const place = rank ? `，在 ${rank.of} 个同类对象中列第 ${rank.place} 名` : ''
  const change = before?.result === undefined ? '' : `；上期 ${before.result} 分，${changeWords(result, before.result)}`
  return `${subject.name}得 ${result} 分，等次为${bandWords(sheet)}${place}${change}。`
}

function changeWords(now: number, before: number): string {
  const difference = Math.round((now - before) * 100) / 100
  if (difference === 0) return '持平'
  return difference > 0 ? `上升 ${difference} 分` : `下降 ${-difference} 分`
}

const linesTable = ({ lines }: AppraisalSheet): Block => ({
  type: 'table',
  head: ['指标', '算式', '指标值', '得分', '权重', '得分×权重', '上期'],
  rows: lines.map(line => [
    INDICATOR_WORDS[line.indicator].zh,
    ratioWords(line),
    rawWords(line),
    line.points?.toFixed(2) ?? '—',
    String(line.weight),
    line.product?.toFixed(2) ?? '—',
    line.before?.points?.toFixed(2) ?? '—'
  ])
})

function arithmetic({ sum, weight, base, bonus, deduction, result }: AppraisalSheet): string[] {
  if (base === undefined || result === undefined) return []
  return [
    `基础分 = ${sum.toFixed(2)} ÷ ${weight} = ${base.toFixed(2)}。`,
    `结果 = ${base.toFixed(2)} + ${bonus.counts.toFixed(2)} − ${deduction.counts.toFixed(2)} = ${result.toFixed(2)}（不低于 0，不高于 100）。`
  ]
}

function registerBlocks({ adjustments, training, bonus, deduction }: AppraisalSheet, { rules }: BookOptions): Block[] {
  if (adjustments.length === 0) return [{ type: 'text', text: '考核期内台账无加分、扣分事项。' }]
  return [
    {
      type: 'table',
      head: ['类别', '日期', '事项', '分值'],
      rows: adjustments.map(({ kind, at, title, points }) => [
        KIND_WORDS[kind],
        dayInShanghai(at),
        title,
        points.toFixed(2)
      ])
    },
    {
      type: 'text',
      text: `培训合计 ${training.sum} 分，计 ${training.counts} 分（至多 ${rules.register.training.most}）；加分合计 ${bonus.sum} 分，计 ${bonus.counts} 分（至多 ${rules.most.bonus}）；扣分合计 ${deduction.sum} 分，计 ${deduction.counts} 分（至多 ${rules.most.deduction}）。`
    }
  ]
}

const definitionsTable = ({ lines }: AppraisalSheet): Block => ({
  type: 'table',
  head: ['指标', '口径', '评分曲线'],
  rows: lines.map(line => [INDICATOR_WORDS[line.indicator].zh, INDICATOR_WORDS[line.indicator].is.zh, curveWords(line)])
})

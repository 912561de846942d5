import type { ReportOf, Sentence } from '@huiyin/schemas/report.ts'
import { FIGURES, type FigureCode } from '../figures.ts'
import type { Of } from '../material.ts'
import { joined, type Piece } from '../say.ts'

const BEFORE = [
  ['before', '上期'],
  ['year-ago', '上年同期']
] as const satisfies [ReportOf, string][]

/** What counting words go with a figure. */
const COUNTERS: Partial<Record<(typeof FIGURES)[FigureCode]['unit'], string>> = {
  comments: '条',
  cases: '件',
  promises: '件',
  dispatches: '件',
  posts: '篇',
  incidents: '起',
  times: '次'
}
export const counterOf = (code: FigureCode) => COUNTERS[FIGURES[code].unit] ?? ''

/** A figure against the periods before, as a clause: ，较上期增加3.2%. Nothing where there is no data of them. */
export const compared = (of: Of, code: FigureCode): Sentence | undefined =>
  joined(BEFORE.map(([period, words]) => against(of, code, period, words)))

function against({ material, w }: Of, code: FigureCode, period: ReportOf, words: string): Sentence | undefined {
  const [now, then] = [w.cite(code), w.cite(code, { of: period })]
  const [a, b] = [w.number(code), w.number(code, { of: period })]
  if (a === undefined || b === undefined) return
  if (FIGURES[code].unit === 'share') return inPoints({ w, material }, now, then, words)
  if (a === b) return w.say`，与${words}持平${[now, then]}`
  if (b < material.minimumSample) return w.say`，${words}为${w.value(code, { of: period })}${counterOf(code)}`
  return w.say`，较${words}${a > b ? '增加' : '减少'}${w.growth(now, then)}`
}

type Cited = Parameters<Of['w']['difference']>[0]

function inPoints({ w }: Of, now: Cited, then: Cited, words: string): Sentence | undefined {
  const points = w.difference(now, then)
  if (points.text === '0.0') return w.say`，与${words}基本持平${[now, then]}`
  const rose = (w.figure(now)?.value ?? 0) > (w.figure(then)?.value ?? 0)
  return w.say`，较${words}${rose ? '提高' : '下降'}${points}个百分点`
}

/** That too few were counted for a share, a median or a mean; nothing where there were enough. */
export function notEnough({ w, material }: Of, code: FigureCode, within: FigureCode): Sentence | undefined {
  const found = w.figure(w.cite(code))
  if (!found || found.value !== null || (found.sample ?? 0) >= material.minimumSample) return
  return w.say`${FIGURES[within].zh}${w.value(within)}${counterOf(within)}，少于最低样本量${w.value('minimum-sample')}，数据不足，不计算${FIGURES[code].zh}。`
}

/** A list in words: 甲、乙和丙. */
export const listed = (pieces: readonly (Sentence | undefined)[], w: Of['w']): Sentence | undefined => {
  const there = pieces.filter(piece => piece !== undefined)
  return joined(there.flatMap((piece, i) => (i === 0 ? [piece] : [w.say`、`, piece])))
}

/** A share of a whole where the whole is enough for one: （12.3%）. */
export function inBrackets({ w, material }: Of, of: Cited, within: Cited): Piece | string {
  const whole = w.figure(within)?.value ?? 0
  const share = w.share(of, within)
  return whole < material.minimumSample || share.text === undefined ? '' : share
}

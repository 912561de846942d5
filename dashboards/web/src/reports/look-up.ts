import type { Cite, FigureValue, ReportDocument } from '@huiyin/schemas/report.ts'
import { lengthOf } from '../time.ts'

export type FigureCite = Extract<Cite, { figure: string }>
export type CommentCite = Extract<Cite, { comment: string }>

export const isFigure = (cite: Cite): cite is FigureCite => 'figure' in cite

const idOf = ({ figure, by, key, of = 'now' }: FigureCite) => `${of} ${figure} ${by} ${key}`

/** Each source once, in the order in which a sentence names them. */
export const distinctFigures = (cites: readonly Cite[]): FigureCite[] => [
  ...new Map(cites.filter(isFigure).map(cite => [idOf(cite), cite])).values()
]

export const distinctComments = (cites: readonly Cite[]): CommentCite[] => [
  ...new Map(cites.flatMap(cite => (isFigure(cite) ? [] : [[cite.comment, cite] as const]))).values()
]

/** The figure that is cited; of a period that was counted a key that was never met is 0. */
export function figureCited(
  { figures }: Pick<ReportDocument, 'figures'>,
  { figure, by, key, of = 'now' }: FigureCite
): Pick<FigureValue, 'value' | 'sample'> | undefined {
  const values = figures[of]
  const found = values?.find(one => one.figure === figure && one.by === by && one.key === key)
  return found ?? (values && by !== undefined ? { value: 0 } : undefined)
}

/** How a value reads: 12,345, 86.5%, 2 小时 15 分钟, 4.32. */
export function readsAs(unit: string | undefined, value: number): string {
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`
  if (unit === 'ms') return lengthOf(value)
  if (unit === 'score' && !Number.isInteger(value)) return value.toFixed(2)
  return Math.round(value).toLocaleString('en')
}

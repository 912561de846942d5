import type { Cite, FigureBy, FigureValue, ReportFigures, ReportOf, SaidAs } from '@huiyin/schemas/report.ts'
import { FIGURES, isFigure, isTold } from './figures.ts'
import { percent, readsAs } from './reads.ts'
import { nameOfKey } from './words.ts'

export type FigureCite = Extract<Cite, { figure: string }>
export type Names = Readonly<Record<string, string>>

/** The figures of a report, to be found by what cites them. */
export interface LookUp {
  figure: (cite: FigureCite) => FigureValue | undefined
  /** How a piece reads what it cites; undefined where there is nothing to read, or too little. */
  reads: (as: SaidAs, cites: readonly Cite[]) => string | undefined
  /** The keys of a figure that were counted, the largest first. */
  keys: (figure: string, by: FigureBy, of?: ReportOf) => string[]
}

const slot = ({ figure, by = '', key = '' }: Pick<FigureValue, 'figure'> & { by?: string; key?: string }) =>
  `${figure}\n${by}\n${key}`

export function lookUp(figures: ReportFigures, names: Names): LookUp {
  const of = (values: readonly FigureValue[] = []) => new Map(values.map(value => [slot(value), value]))
  const all: Record<ReportOf, Map<string, FigureValue>> = {
    now: of(figures.now),
    before: of(figures.before),
    'year-ago': of(figures['year-ago'])
  }

  /** A key that was never met in a period that was counted is 0; of a figure that was not counted nothing is known. */
  function figure(cite: FigureCite): FigureValue | undefined {
    const { of = 'now', ...where } = cite
    if (!isFigure(cite.figure)) return
    const found = all[of].get(slot(where))
    if (found) return found
    if (figures[of] === undefined || (where.by !== undefined && !all[of].has(slot({ figure: cite.figure })))) return
    if (where.by === undefined || FIGURES[cite.figure].how.as !== 'sum' || isTold(cite.figure)) return
    return { ...where, value: 0 }
  }

  const numberOf = (cite: Cite | undefined) => (cite && 'figure' in cite ? figure(cite)?.value : undefined) ?? undefined

  function reads(as: SaidAs, cites: readonly Cite[]): string | undefined {
    const [first, second] = cites
    if (!first || !('figure' in first) || !isFigure(first.figure)) return
    if (as === 'name') return first.by && first.key !== undefined ? nameOfKey(names, first.by, first.key) : undefined
    if (as === 'sample') return figure(first)?.sample?.toLocaleString('en-US')
    const a = numberOf(first)
    if (a === undefined) return
    if (as === 'value') return readsAs(FIGURES[first.figure].unit, a)
    const b = numberOf(second)
    if (b === undefined) return
    if (as === 'difference') return Math.abs((a - b) * 100).toFixed(1)
    return b === 0 ? undefined : percent(as === 'share' ? a / b : Math.abs(a - b) / b)
  }

  return {
    figure,
    reads,
    keys: (figure, by, of = 'now') =>
      Array.from(all[of].values())
        .filter(value => value.figure === figure && value.by === by && value.key !== undefined)
        .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || (a.key! < b.key! ? -1 : 1))
        .map(({ key }) => key!)
  }
}

import type { FigureBy, FigureValue } from '@huiyin/schemas/figure.ts'
import type { Fact } from './facts.ts'
import { FACT_CODES, type FactCode, FIGURE_CODES, FIGURES, type FigureCode, isTold } from './figures.ts'

/** What figures follow from: sums by figure and value of each dimension, and how long each thing took. */
export interface Tally {
  add: (facts: readonly Fact[]) => void
  /** So many at once, as a store counts them. */
  count: (figure: FactCode, value: number, by?: { by: FigureBy; key: string }) => void
  /** The sum; 0 where nothing was counted. */
  sum: (figure: FactCode, by?: { by: FigureBy; key: string }) => number
  /** Undefined below the minimum sample, with how many there were. */
  value: (figure: FigureCode, by?: { by: FigureBy; key: string }) => FigureValue
  /** The keys that were met of a dimension, the largest sum of the figure first, ties by key. */
  keys: (figure: FactCode, by: FigureBy) => string[]
  /** Everything that was counted and what follows from it. */
  values: () => FigureValue[]
}

export interface TallyOptions {
  /** With fewer no share, median or mean is told. */
  minimumSample: number
  /** By which dimensions; all those that facts name where absent. */
  by?: readonly FigureBy[]
}

type Of = { by: FigureBy; key: string }
/** Numbers are kept one by one where a percentile is asked of them: 8 bytes for each reply. */
const LISTED: ReadonlySet<string> = new Set(
  FIGURE_CODES.flatMap(code => {
    const { how } = FIGURES[code]
    return how.as === 'median' || how.as === 'p90' ? [how.of] : []
  })
)
const slot = (figure: string, of?: Of) => (of ? `${figure}\n${of.by}\n${of.key}` : figure)

export function openTally({ minimumSample, by: wanted }: TallyOptions): Tally {
  const sums = new Map<string, number>()
  const numbers = new Map<string, number>()
  const lists = new Map<string, number[]>()
  const dimensions = wanted && new Set(wanted)

  function note(figure: FactCode, value: number, of?: Of): void {
    const at = slot(figure, of)
    sums.set(at, (sums.get(at) ?? 0) + value)
  }

  function noteOne(figure: FactCode, value: number, of?: Of): void {
    note(figure, value, of)
    const at = slot(figure, of)
    numbers.set(at, (numbers.get(at) ?? 0) + 1)
    if (!LISTED.has(figure)) return
    const list = lists.get(at)
    if (list) list.push(value)
    else lists.set(at, [value])
  }

  function rank(figure: FactCode, share: number, of?: Of): number {
    const list = lists.get(slot(figure, of))!.sort((a, b) => a - b)
    return list[Math.max(0, Math.ceil(share * list.length) - 1)]!
  }

  const sum: Tally['sum'] = (figure, of) => sums.get(slot(figure, of)) ?? 0

  function value(figure: FigureCode, of?: Of): FigureValue {
    const { how } = FIGURES[figure]
    const where = { figure, ...of }
    if (how.as === 'sum' && isTold(figure) && !sums.has(slot(figure, of))) return { ...where, value: null, sample: 0 }
    if (how.as === 'sum') return { ...where, value: sum(figure as FactCode, of) }
    const sample = how.as === 'share' ? sum(how.in, of) : (numbers.get(slot(how.of, of)) ?? 0)
    if (sample < minimumSample) return { ...where, value: null, sample }
    return { ...where, value: follow(how, sample, of), sample }
  }

  function follow(how: Exclude<(typeof FIGURES)[FigureCode]['how'], { as: 'sum' }>, sample: number, of?: Of): number {
    if (how.as === 'share') return sum(how.of, of) / sample
    if (how.as === 'mean') return sum(how.of, of) / sample
    return rank(how.of, how.as === 'median' ? 0.5 : 0.9, of)
  }

  function keys(figure: FactCode, by: FigureBy): string[] {
    const head = `${figure}\n${by}\n`
    return Array.from(sums)
      .filter(([at]) => at.startsWith(head))
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([at]) => at.slice(head.length))
  }

  return {
    add(facts) {
      for (const { figure, value, by } of facts) {
        noteOne(figure, value)
        for (const [name, key] of Object.entries(by) as [FigureBy, string][]) {
          if (dimensions?.has(name) ?? true) noteOne(figure, value, { by: name, key })
        }
      }
    },
    count: note,
    sum,
    value,
    keys,
    values() {
      const plain = FIGURE_CODES.map(code => value(code))
      const dimensioned = Array.from(sums.keys(), at => at.split('\n')).filter(parts => parts.length === 3)
      const slots = new Map(dimensioned.map(([_, by, key]) => [`${by}\n${key}`, { by, key } as Of]))
      const apart = Array.from(slots.values())
        .sort((a, b) => (a.by === b.by ? (a.key < b.key ? -1 : 1) : a.by < b.by ? -1 : 1))
        .flatMap(of => toldOf(of).map(code => value(code, of)))
      return [...plain, ...apart]
    }
  }

  /** The figures that say something of a value of a dimension. */
  function toldOf(of: Of): FigureCode[] {
    const has = (figure: FactCode) => sums.has(slot(figure, of))
    return FIGURE_CODES.filter(code => {
      const { how } = FIGURES[code]
      if (how.as === 'sum') return has(code as FactCode)
      return has(how.as === 'share' ? how.in : how.of)
    })
  }
}

export const isFact = (code: string): code is FactCode => (FACT_CODES as readonly string[]).includes(code)

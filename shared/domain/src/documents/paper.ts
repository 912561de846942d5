/** A line of a curve; null where there is no value. */
export type CurveLine = { name: string; values: readonly (number | null)[]; faint?: boolean }

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | { type: 'text'; text: string }
  /** Somebody's own words, with where they stand. */
  | { type: 'quote'; text: string; source: string }
  | {
      type: 'table'
      title?: string
      head: readonly string[]
      rows: readonly (readonly string[])[]
      widths?: readonly number[]
    }
  | { type: 'curve'; title: string; at: readonly string[]; lines: readonly CurveLine[] }

/** An official document as offices of China lay it out (GB/T 9704), whatever it is printed as. */
export interface Paper {
  title: string
  /** 文号, such as 舆监〔2026〕第3期. */
  number?: string
  /** 发文机关. */
  issuer: string
  /** 成文日期, such as 2026年11月21日. */
  date: string
  /** UTC in ms; part of the file. */
  madeAt: number
  blocks: readonly Block[]
}

import type { Counted } from '@huiyin/domain/boards/number-of.ts'
import { type BoardCount, stepOf } from '@huiyin/domain/boards/span.ts'
import type { FactCode } from '@huiyin/domain/reports/figures.ts'
import type { BoardUnit } from '@huiyin/schemas/api-boards.ts'
import { type Columns, NUMBERED, ROW_FIGURES } from './columns.ts'

/** By what rows are chosen; what is left out does not narrow. */
export interface RowFilter {
  /** accountId()s. */
  accounts?: ReadonlySet<string>
  department?: string
}

export interface BoardTally {
  whole: Counted
  /** By accountId(). */
  accounts: ReadonlyMap<string, Counted>
  departments: ReadonlyMap<string, Counted>
  /** The sums of a figure by hour or day, from the beginning of the period. */
  series: (code: FactCode) => ReadonlyMap<number, number>
}

export const isWithin = ({ row }: Columns, { accounts, department }: RowFilter, at: number): boolean =>
  (!accounts || accounts.has(row.account(at))) && (department === undefined || row.department(at) === department)

/** Counts what tickets add to a period. */
export function tallyOf(columns: Columns, count: BoardCount, filter: RowFilter, unit: BoardUnit): BoardTally {
  const { row } = columns
  const step = stepOf(unit)
  const whole = counters()
  const accounts = new Map<string, Counters>()
  const departments = new Map<string, Counters>()
  const points = new Map<number, Counters>()
  columns.scan(count, at => {
    if (!isWithin(columns, filter, at)) return
    const mask = row.mask(at)
    const value = row.value(at)
    const department = row.department(at)
    whole.note(mask, value)
    among(accounts, row.account(at)).note(mask, value)
    if (department !== '') among(departments, department).note(mask, value)
    among(points, Math.floor((row.at(at) - count.from) / step)).note(mask, value)
  })
  return {
    ...{ whole, accounts, departments },
    series: code => new Map(points.entries().map(([i, of]) => [count.from + i * step, of.sum(code)]))
  }
}

type Counters = Counted & { note: (mask: number, value: number) => void }

function among<K>(map: Map<K, Counters>, key: K): Counters {
  const found = map.get(key)
  if (found) return found
  const made = counters()
  map.set(key, made)
  return made
}

const INDEX = new Map<string, number>(ROW_FIGURES.map((code, i) => [code, i]))
const NUMBERED_AT = ROW_FIGURES.flatMap((code, i) => (NUMBERED.has(code) ? [i] : []))

function counters(): Counters {
  const many = new Uint32Array(ROW_FIGURES.length)
  const lists = new Map<number, number[]>()
  const listOf = (code: FactCode) => lists.get(INDEX.get(code) ?? -1) ?? []
  return {
    note(mask, value) {
      for (let left = mask; left !== 0; left &= left - 1) many[31 - Math.clz32(left & -left)]! += 1
      for (const i of NUMBERED_AT) {
        if ((mask & (1 << i)) === 0) continue
        const list = lists.get(i)
        if (list) list.push(value)
        else lists.set(i, [value])
      }
    },
    many: code => many[INDEX.get(code) ?? -1] ?? 0,
    sum: code =>
      NUMBERED.has(code) ? listOf(code).reduce((sum, n) => sum + n, 0) : (many[INDEX.get(code) ?? -1] ?? 0),
    numbers: code => Float64Array.from(listOf(code)).sort()
  }
}

export const NOTHING: Counted = counters()

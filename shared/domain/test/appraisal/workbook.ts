import { firstRow } from '@huiyin/domain/appraisal/printed/book.ts'
import type { Book, BookCell } from '@huiyin/domain/documents/book.ts'

/** Reckons the formulas of a workbook, and nothing else of it: its own results are not looked at where there is a formula. */

type Value = number | string | undefined
type Range = Value[]

export interface Reckoned {
  /** Of a cell that holds a formula: what comes of it. */
  formulas: () => { sheet: string; at: string; formula: string; told: number; reckoned: Value }[]
  value: (sheet: string, at: string) => Value
}

const COLUMNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Spreadsheets round what they show in 15 digits, half away from zero. */
const round = (value: number, decimals: number) => {
  const moved = Number((Math.abs(value) * 10 ** decimals).toPrecision(15))
  return (Math.sign(value) * Math.floor(moved + 0.5)) / 10 ** decimals
}

const numbers = (values: Range) => values.filter(value => typeof value === 'number')

export function reckon(book: Book): Reckoned {
  const cells = new Map<string, BookCell>()
  for (const sheet of book.sheets) {
    const first = firstRow(sheet)
    sheet.rows.forEach((row, i) => {
      row.forEach((cell, column) => void cells.set(`${sheet.name}!${COLUMNS[column]}${first + i}`, cell))
    })
  }
  const known = new Map<string, Value>()

  function value(sheet: string, at: string): Value {
    const key = `${sheet}!${at}`
    if (known.has(key)) return known.get(key)
    const cell = cells.get(key)
    const found = typeof cell !== 'object' ? cell : cell.formula === undefined ? cell.number : of(cell.formula, sheet)
    known.set(key, found)
    return found
  }

  function of(formula: string, home: string): Value {
    const tokens = formula.match(/'[^']+'!|\$?[A-Z]+\$?\d+|[A-Z]+(?=\()|\d+(\.\d+)?|"[^"]*"|<=|>=|[-+*/(),:<>=]/g) ?? []
    if (tokens.join('') !== formula) throw new Error(`unknown in a formula: ${formula}`)
    let i = 0
    const next = () => tokens[i++]!
    const isNext = (...what: string[]) => what.includes(tokens[i] ?? '')

    function compared(): Value | Range {
      const left = sum()
      if (!isNext('<=', '>=', '<', '>', '=')) return left
      const [how, right] = [next(), sum()]
      const [a, b] = [left as number, right as number]
      return Number(how === '<=' ? a <= b : how === '>=' ? a >= b : how === '<' ? a < b : how === '>' ? a > b : a === b)
    }
    function sum(): Value | Range {
      let left = product()
      while (isNext('+', '-'))
        left = next() === '+' ? (left as number) + (product() as number) : (left as number) - (product() as number)
      return left
    }
    function product(): Value | Range {
      let left = one()
      while (isNext('*', '/'))
        left = next() === '*' ? (left as number) * (one() as number) : (left as number) / (one() as number)
      return left
    }
    function one(): Value | Range {
      const token = next()
      if (token === '-') return -(one() as number)
      if (token === '(') {
        const inner = compared()
        next()
        return inner
      }
      if (token.startsWith('"')) return token.slice(1, -1)
      if (/^\d/.test(token)) return Number(token)
      if (token.endsWith('!')) return reference(token.slice(1, -2), next())
      if (/\d$/.test(token)) return reference(home, token)
      next()
      const given: (Value | Range)[] = []
      while (!isNext(')')) {
        given.push(compared())
        if (isNext(',')) next()
      }
      next()
      return called(token, given)
    }
    function reference(sheet: string, at: string): Value | Range {
      const from = at.replaceAll('$', '')
      if (!isNext(':')) return value(sheet, from)
      next()
      const to = next().replaceAll('$', '')
      const column = from[0]!
      const [first, last] = [Number(from.slice(1)), Number(to.slice(1))]
      return Array.from({ length: last - first + 1 }, (_, n) => value(sheet, `${column}${first + n}`))
    }
    return compared() as Value
  }

  return {
    value,
    formulas: () =>
      [...cells].flatMap(([key, cell]) => {
        if (typeof cell !== 'object' || cell.formula === undefined) return []
        const [sheet, at] = key.split('!') as [string, string]
        return [{ sheet, at, formula: cell.formula, told: cell.number, reckoned: value(sheet, at) }]
      })
  }
}

function called(name: string, given: (Value | Range)[]): Value {
  const all = numbers(given.flat())
  const [a, b, c] = given
  switch (name) {
    case 'ROUND':
      return round(a as number, b as number)
    case 'SUM':
      return all.reduce((sum, one) => sum + one, 0)
    case 'COUNT':
      return all.length
    case 'MIN':
      return Math.min(...all)
    case 'MAX':
      return Math.max(...all)
    case 'IF':
      return (a ? b : c) as Value
    case 'INDEX':
      return (a as Range)[(b as number) - 1]
    case 'MATCH':
      return (b as Range).findLastIndex(one => (one as number) <= (a as number)) + 1
    case 'SUMIF': {
      const fits = (one: Value) => (b === '>=0' ? typeof one === 'number' && one >= 0 : one === b)
      return (c as Range).reduce<number>((sum, one, i) => (fits((a as Range)[i]) ? sum + (one as number) : sum), 0)
    }
    default:
      throw new Error(`${name} is no function that is used here`)
  }
}

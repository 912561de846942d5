import { type QueryProblem, queryInvalid, quote } from './invalid.ts'
import type { NumberField } from './query.ts'
import { type Range, whenOf } from './when.ts'
import type { Value } from './written.ts'

const COMPARED = /^(>=|<=|>|<|=)(.*)$/s
const MARKS: Record<string, string> = { '≥': '>=', '≤': '<=', '＞': '>', '＜': '<', '＝': '=' }

const plainMarks = (text: string) => text.replace(/[≥≤＞＜＝]/g, mark => MARKS[mark]!).replace(/^(>|<)\s*=/, '$1=')

/** What a value of a field of numbers asks for; `now` is UTC in ms. Throws QUERY_INVALID. */
export function rangeOf(field: NumberField, value: Value, now: number): Range {
  const text = plainMarks(value.text).trim()
  const overdue = field === 'due' && /^(overdue|超时|已超时|超期|已超期|逾期|已逾期)$/i.test(text)
  const range = overdue ? { to: now } : betweenOf(text, one => partOf(field, one, now))
  if (range === undefined) throw queryInvalid({ ...wanted(field, value.text), from: value.from, to: value.to })
  if (range.from !== undefined && range.to !== undefined && range.from >= range.to)
    throw queryInvalid({
      en: `Expected a range that begins before it ends, and got ${quote(value.text)}`,
      zh: `范围“${quote(value.text)}”的开始要在结束之前`,
      from: value.from,
      to: value.to
    })
  return range
}

type PartOf = (text: string) => Range | undefined

function betweenOf(text: string, part: PartOf): Range | undefined {
  const [, mark, rest = ''] = COMPARED.exec(text) ?? []
  if (mark) return comparedOf(mark, part(rest.trim()))
  const ends = text.split(/\.\.+|…+|~|～/).map(end => end.trim())
  if (ends.length === 1) return part(text)
  const [first = '', last = ''] = ends
  if (ends.length > 2 || (first === '' && last === '')) return
  const [from, to] = [first === '' ? {} : part(first), last === '' ? {} : part(last)]
  if (!from || !to) return
  return { ...(from.from !== undefined && { from: from.from }), ...(to.to !== undefined && { to: to.to }) }
}

function comparedOf(mark: string, range: Range | undefined): Range | undefined {
  if (range?.from === undefined || range.to === undefined) return
  if (mark === '=') return range
  if (mark === '>=') return { from: range.from }
  if (mark === '>') return { from: range.to }
  return { to: mark === '<' ? range.from : range.to }
}

/** Risk is asked for in whole points. */
function partOf(field: NumberField, text: string, now: number): Range | undefined {
  if (field !== 'risk') return whenOf(text, now)
  return /^\d{1,3}$/.test(text) && Number(text) <= 100 ? { from: Number(text), to: Number(text) + 1 } : undefined
}

function wanted(field: NumberField, came: string): Omit<QueryProblem, 'from' | 'to'> {
  if (field === 'risk')
    return {
      en: `Expected a risk of 0 to 100 such as 50, >=50 or 50..80, and got ${quote(came)}`,
      zh: `风险分是 0 到 100 的数，如 50、>=50 或 50..80，这里是“${quote(came)}”`
    }
  return {
    en: `Expected a time such as 2026-11-01, 2026-11, 2026-11-01..2026-11-20, >=2026-11-01, yesterday, last week or last 7 days, and got ${quote(came)}`,
    zh: `时间写作 2026-11-01、2026-11、2026-11-01..2026-11-20、>=2026-11-01、昨天、上周或最近7天，这里是“${quote(came)}”`
  }
}

import type { NumberField, WordField } from './query.ts'

/** Where a part stands in the text, in UTF-16 units. */
export type Span = { from: number; to: number }

export type Value = Span & { text: string; quoted: boolean }

/** A search as a person wrote it: its parts in their order, with where each stands. */
export type Written = Span &
  (
    | { type: 'everything' }
    /** A run of text without blanks, as it came. */
    | { type: 'plain'; text: string }
    | { type: 'phrase'; text: string }
    | { type: 'fuzzy'; text: string; edits: 1 | 2 }
    | { type: 'field'; field: WordField | NumberField; values: readonly Value[] }
    | { type: 'not'; of: Written }
    | { type: 'all'; of: readonly Written[] }
    | { type: 'any'; of: readonly Written[] }
  )

const NEEDS_QUOTES = /[\s()（）"“”＂「」『』,，、]/

/** In quotation marks that do not stand in the text: what was written has left one of them free. */
function inQuotes(text: string): string {
  if (!/["“”＂]/.test(text)) return `"${text}"`
  return text.includes('」') ? `『${text}』` : `「${text}」`
}

const printValue = ({ text }: Value) => (text === '' || NEEDS_QUOTES.test(text) ? inQuotes(text) : text)

/** The same search as text in its plainest form; read again it is the same search. */
export function print(written: Written): string {
  switch (written.type) {
    case 'everything':
      return ''
    case 'plain':
      return written.text
    case 'phrase':
      return inQuotes(written.text)
    case 'fuzzy':
      return `${written.text}~${written.edits}`
    case 'field':
      return `${written.field}:${written.values.map(printValue).join(',')}`
    case 'not':
      return written.of.type === 'not' ? `-(${print(written.of)})` : `-${grouped(written.of)}`
    case 'all':
      return written.of.map(grouped).join(' ')
    case 'any':
      return written.of.map(grouped).join(' OR ')
  }
}

const grouped = (written: Written) =>
  written.type === 'all' || written.type === 'any' ? `(${print(written)})` : print(written)

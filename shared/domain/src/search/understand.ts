import { type Cut, searchTokens } from '../search-text.ts'
import { FIELDS_OF, type Field, isNumberField, meantBy, valuesOf } from './fields.ts'
import { FOLDED_FIELDS, fieldKey } from './findable.ts'
import { queryInvalid, quote } from './invalid.ts'
import { parse } from './parse.ts'
import { plainWords } from './plain-words.ts'
import type { Query, Searched, WordField } from './query.ts'
import { rangeOf } from './ranges.ts'
import type { SynonymsOf } from './synonyms.ts'
import { print, type Value, type Written } from './written.ts'

export interface Asking {
  what: Searched
  /** UTC in ms: what `today` and `last week` are counted from. */
  now: number
  cut: Cut
  /** Words that mean the same, and how much each counts; none when absent. */
  synonyms?: SynonymsOf
  /** For answers by relevance: what has only some of the plain words is found too, and comes behind. */
  wide?: boolean
  /** What a person calls an account or a department, as ids; nothing where it is no name of theirs. */
  idsOf?: (field: 'account' | 'department', name: string) => readonly string[]
}

/** `printed`: the search in its plainest form, as it was understood; `words`: what it looks for, as it was cut. */
export type Understood = { query: Query; printed: string; words: readonly string[] }

/** Reads a search of a kind. Throws QUERY_INVALID, which says where and what was expected. */
export function understand(text: string, asking: Asking): Understood {
  const written = parse(text)
  const said = new Set<string>()
  const query = queryOf(written, { ...asking, strict: false, said })
  if (query === undefined) throw nothingToFind(written, text)
  return { query, printed: print(written), words: [...said] }
}

/** The same, where only the query is wanted. Throws QUERY_INVALID. */
export const queryFor = (text: string, asking: Asking): Query => understand(text, asking).query

/** `strict`: under a negation a word is taken as it stands. */
type Reading = Asking & { strict: boolean; said: Set<string> }

/** Nothing for what has neither letters nor digits: it neither finds nor excludes. */
function queryOf(written: Written, reading: Reading): Query | undefined {
  switch (written.type) {
    case 'everything':
      return { type: 'everything' }
    case 'plain':
      return reading.strict ? asItStands(written.text, reading) : plainWords([written.text], reading)
    case 'phrase':
      return asItStands(written.text, reading) ?? fail(nothingToFind(written, written.text))
    case 'fuzzy':
      return likeOf(written, reading)
    case 'field':
      return fieldQuery(written.field, written.values, reading)
    case 'not': {
      const of = queryOf(written.of, { ...reading, strict: true, said: new Set() })
      return of ? { type: 'not', of } : fail(nothingToFind(written, ''))
    }
    case 'all':
      return allQuery(written.of, reading)
    case 'any':
      return joined('any', written.of.map(one => queryOf(one, reading)).filter(isThere))
  }
}

const isThere = <V>(value: V | undefined): value is V => value !== undefined

function fail(error: Error): never {
  throw error
}

/** Plain words that stand side by side are looked at together: a question is found by most of them. */
function allQuery(of: readonly Written[], reading: Reading): Query | undefined {
  if (reading.strict) return joined('all', of.map(one => queryOf(one, reading)).filter(isThere))
  const texts = of.flatMap(one => (one.type === 'plain' ? [one.text] : []))
  const others = of.filter(({ type }) => type !== 'plain').map(one => queryOf(one, reading))
  return joined('all', [plainWords(texts, reading), ...others].filter(isThere))
}

/** One part is itself; parts of the same kind are one list; the same is asked once. */
function joined(type: 'all' | 'any', parts: readonly Query[]): Query | undefined {
  const flat = parts.flatMap(part => (part.type === type ? part.of : [part]))
  const once = [...new Map(flat.map(part => [JSON.stringify(part), part] as const)).values()]
  return once.length > 1 ? { type, of: once } : once[0]
}

function asItStands(text: string, { said }: Reading): Query | undefined {
  const tokens = searchTokens(text)
  if (tokens.length === 0) return
  said.add(text)
  return { type: 'says', phrases: [{ tokens, weight: 1 }] }
}

function likeOf({ text, edits }: Extract<Written, { type: 'fuzzy' }>, reading: Reading): Query | undefined {
  const [token, ...more] = searchTokens(text)
  if (token === undefined || more.length > 0) return asItStands(text, reading)
  reading.said.add(text)
  return { type: 'like', token, edits }
}

function fieldQuery(field: Field, values: readonly Value[], reading: Reading): Query {
  const has = FIELDS_OF[reading.what]
  const [first] = values
  if (!has.includes(field)) throw notOfKind(field, first!, reading.what)
  if (isNumberField(field)) return { type: 'range', field, ...rangeOf(field, first!, reading.now) }
  const wanted = values.flatMap(value => wordsFor(field, value, reading))
  return { type: 'is', field, values: [...new Set(wanted)] }
}

function wordsFor(field: WordField, value: Value, { what, idsOf }: Reading): readonly string[] {
  const names = valuesOf(what, field)
  if (names) {
    const known = meantBy(names, value.text)
    if (known !== undefined) return [known]
    const list = Object.entries(names).map(([name, [zh]]) => `${name} (${zh})`)
    throw queryInvalid({
      en: `Expected ${field} to be one of ${list.join(', ')}, and got ${quote(value.text)}`,
      zh: `“${field}”可以是${list.join('、')}，这里是“${quote(value.text)}”`,
      from: value.from,
      to: value.to
    })
  }
  const text = value.text.trim()
  if (text === '')
    throw queryInvalid({
      en: `Expected a value behind ${field}:, and got nothing`,
      zh: `“${field}:”后面要有一个值`,
      from: value.from,
      to: value.to
    })
  if (FOLDED_FIELDS.has(field)) return [fieldKey(text)]
  const ids = field === 'account' || field === 'department' ? (idsOf?.(field, text) ?? []) : []
  return [text, ...ids]
}

const notOfKind = (field: Field, { from, to }: Value, what: Searched) =>
  queryInvalid({
    en: `Expected a field that ${what} have (${FIELDS_OF[what].join(', ')}), and got ${field}`,
    zh: `这里可用的字段是 ${FIELDS_OF[what].join('、')}，没有 ${field}`,
    from,
    to
  })

const nothingToFind = ({ from, to }: Written, came: string) =>
  queryInvalid({
    en: `Expected a letter, a digit or a Chinese character to search for, and got ${came === '' ? 'none' : quote(came)}`,
    zh: '这里没有可以查找的文字',
    from,
    to
  })

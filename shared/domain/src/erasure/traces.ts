import type { Traces } from '@huiyin/schemas/erasure.ts'

/** Stands where words were taken out. */
export const ERASED = '［已依法清除］'

/**
 * So many characters in a row that a text shares with what is erased are a quote of it: in what names the comment or its
 * ticket, and anywhere. Fewer stand in what anybody says.
 */
const QUOTE = { near: 6, anywhere: 12 } as const

/** A sentence of somebody else may well hold a name of so few characters. */
const SHORTEST_NAME = 2

type Grams = ReadonlySet<string>

interface Matcher {
  near: { length: number; grams: Grams }[]
  anywhere: { length: number; grams: Grams }[]
  names: readonly string[]
  about: readonly string[]
}

/** Ids, links and checksums: a citizen who wrote an address must not cut it out of everything that is found by it. */
const IS_ADDRESS = /^[\x21-\x7e]+$/

/** Where people write; anywhere else what looks like an address is one. */
const WRITTEN = new Set([
  ...['text', 'firstText', 'excerpt', 'words', 'title', 'reason', 'evidence', 'message', 'request', 'grounds', 'why'],
  ...['note', 'raw', 'quote', 'query', 'q', 'label', 'name', 'lines', 'said']
])

const matchers = new WeakMap<Traces, Matcher>()

function matcherOf(traces: Traces): Matcher {
  const made = matchers.get(traces) ?? matcher(traces)
  matchers.set(traces, made)
  return made
}

const matcher = ({ texts, names, about, known }: Traces): Matcher => ({
  near: gramsOf(texts, known, QUOTE.near),
  anywhere: gramsOf(
    texts.filter(text => text.length >= QUOTE.anywhere),
    known,
    QUOTE.anywhere
  ),
  names: names.filter(name => name.length >= SHORTEST_NAME).toSorted((a, b) => b.length - a.length),
  about
})

/** Of each length that is needed: a text shorter than a quote is looked for whole. */
function gramsOf(texts: readonly string[], known: readonly string[], quote: number) {
  const byLength = new Map<number, Set<string>>()
  for (const text of texts) {
    const length = Math.min(quote, text.length)
    if (length < 2) continue
    const grams = byLength.get(length) ?? new Set()
    for (const gram of pieces(text, length)) if (!isEmpty(gram)) grams.add(gram)
    byLength.set(length, grams)
  }
  for (const [length, grams] of byLength)
    for (const said of known) for (const gram of pieces(said, length)) grams.delete(gram)
  return [...byLength].map(([length, grams]) => ({ length, grams }))
}

function* pieces(text: string, length: number) {
  for (let at = 0; at + length <= text.length; at++) yield text.slice(at, at + length)
}

const isEmpty = (gram: string) => !/[\p{L}\p{N}]/u.test(gram)

/**
 * The same value without what it quotes of the erased texts; the very same object when it quotes none. In an object that
 * names the comment or its ticket, or quotes it, shorter quotes and the citizen's names go too.
 */
export const withoutTraces = <T>(value: T, traces: Traces, near = false): T =>
  swept(value, matcherOf(traces), near, '') as T

/** Whether a value would be changed. */
export const hasTraces = (value: unknown, traces: Traces, near = false): boolean =>
  withoutTraces(value, traces, near) !== value

function swept(value: unknown, of: Matcher, near: boolean, key: string): unknown {
  if (typeof value === 'string') return textWithout(value, of, near, key)
  if (typeof value !== 'object' || value === null) return value
  const isList = Array.isArray(value)
  const entries = Object.entries(value)
  const within = near || isAbout(Object.values(value), of)
  const next = entries.map(([name, one]) => [name, swept(one, of, within, isList ? key : name)] as const)
  const changed = next.filter(([, one], i) => one !== entries[i]![1])
  if (changed.length === 0) return value
  if (!within && changed.some(([, one]) => typeof one === 'string')) return swept(value, of, true, key) // it quotes them
  return isList ? next.map(([, one]) => one) : Object.fromEntries(next)
}

/** One of them, or of a list of words among them, names what is erased. */
function isAbout(values: readonly unknown[], { about }: Matcher): boolean {
  return values.some(value =>
    typeof value === 'string' ? value.length <= LONGEST_LINK && about.some(id => value.includes(id)) : false
  )
}

const LONGEST_LINK = 1_000

function textWithout(text: string, { near, anywhere, names }: Matcher, isNear: boolean, key: string): string {
  if (IS_ADDRESS.test(text) && !WRITTEN.has(key)) return text
  let left = text
  for (const { length, grams } of isNear ? near : anywhere) left = withoutRuns(left, length, grams)
  if (isNear) for (const name of names) left = left.replaceAll(name, ERASED)
  return left
}

/** Each stretch that is made of the grams, however long, is one gap. */
function withoutRuns(text: string, length: number, grams: Grams): string {
  let out = ''
  let from = 0
  for (let at = 0; at + length <= text.length; ) {
    if (!grams.has(text.slice(at, at + length))) {
      at += 1
      continue
    }
    let end = at + length
    while (end < text.length && grams.has(text.slice(end - length + 1, end + 1))) end += 1
    out += text.slice(from, at) + ERASED
    at = from = end
  }
  return from === 0 ? text : out + text.slice(from)
}

import { hitsOf } from './hits.ts'
import { partsOf } from './parts.ts'
import type { Query } from './query.ts'
import { type TokenSpan, tokenSpans } from './token-spans.ts'

/** A piece of a text of a document; `marks` are the places in it that were looked for, `text.slice(from, to)`. */
export type Snippet = { text: string; marks: [from: number, to: number][] }

/** So many UTF-16 units has a piece, about. */
const LENGTH = 90

/** So much stands before the first mark. */
const LEAD = 20

const CUT = '…'

type Found = { part: number; from: number; to: number }

/**
 * What of a document's texts answers a search, in the order of the texts, those with the most parts of it kept. Where
 * nothing was looked for in texts it is the beginning of the first one.
 */
export function snippetsOf(query: Query, texts: readonly string[], atMost = 2): Snippet[] {
  const parts = partsOf(query)
  const found = texts.map((text, i) => ({ i, text, found: foundIn(text, parts) }))
  const kept = found
    .filter(one => one.found.length > 0)
    .toSorted((a, b) => distinct(b.found) - distinct(a.found) || a.i - b.i)
    .slice(0, atMost)
    .toSorted((a, b) => a.i - b.i)
  if (kept.length > 0) return kept.map(({ text, found }) => pieceOf(text, found))
  const [first] = texts
  return first === undefined ? [] : [pieceOf(first, [])]
}

function foundIn(text: string, parts: ReturnType<typeof partsOf>): Found[] {
  if (parts.length === 0) return []
  const spans = tokenSpans(text)
  const tokens = spans.map(({ token }) => token)
  const found = parts.flatMap((part, i) =>
    hitsOf(part, tokens).map(({ from, to }) => ({ part: i, ...charactersOf(spans, from, to) }))
  )
  return found.toSorted((a, b) => a.from - b.from || b.to - a.to)
}

const charactersOf = (spans: readonly TokenSpan[], from: number, to: number) => ({
  from: spans[from]!.from,
  to: spans[to - 1]!.to
})

const distinct = (found: readonly Found[]) => new Set(found.map(({ part }) => part)).size

/** The stretch with the most different parts, the first of these. */
function stretchOf(found: readonly Found[]): number {
  let best = { from: 0, parts: 0 }
  for (const { from } of found) {
    const within = found.filter(one => one.from >= from && one.to <= from + LENGTH - LEAD)
    const parts = distinct(within)
    if (parts > best.parts) best = { from, parts }
  }
  return best.parts > 0 ? best.from : (found[0]?.from ?? 0)
}

function pieceOf(text: string, found: readonly Found[]): Snippet {
  const first = stretchOf(found.slice(0, 200))
  const start = text.length <= LENGTH ? 0 : Math.max(0, Math.min(first - LEAD, text.length - LENGTH))
  const from = wholeFrom(text, start)
  const to = wholeFrom(text, Math.min(text.length, start + LENGTH))
  const before = from > 0 ? CUT : ''
  const after = to < text.length ? CUT : ''
  const shift = before.length - from
  const marks = merged(found)
    .map(([start, end]): [number, number] => [Math.max(start, from), Math.min(end, to)])
    .filter(([start, end]) => start < end)
    .map(([start, end]): [number, number] => [start + shift, end + shift])
  return { text: before + text.slice(from, to) + after, marks }
}

/** Not in the middle of a pair of surrogates. */
const wholeFrom = (text: string, at: number) =>
  at > 0 && at < text.length && /[\udc00-\udfff]/.test(text[at]!) && /[\ud800-\udbff]/.test(text[at - 1]!) ? at - 1 : at

/** Marks that touch or overlap are one. */
function merged(found: readonly Found[]): [number, number][] {
  const marks: [number, number][] = []
  for (const { from, to } of found) {
    const last = marks.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else marks.push([from, to])
  }
  return marks
}

import { plainQuotes } from './place.ts'

/**
 * Where the words of a query stand in a text, as the server looks for them: each Han character is a token, a run of
 * other letters and digits is one, in lower case and compatibility form; all else separates. "Quoted" text stands
 * as it is. Other text the server cuts into words by a dictionary that is not here: its longest pieces count.
 */

export type Part = { text: string; found: boolean }
type Token = { word: string; from: number; to: number }
type Range = { from: number; to: number }

const HAN = /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{3ffff}\uf900-\ufaff]/u
const PIECES = new RegExp(`${HAN.source}|(?:(?!${HAN.source})[\\p{L}\\p{N}])+`, 'gu')

function tokens(text: string): Token[] {
  return Array.from(text.matchAll(PIECES), ({ 0: word, index }) => ({
    word: word.normalize('NFKC').toLowerCase(),
    from: index,
    to: index + word.length
  }))
}

type Phrase = { words: string[]; whole: boolean }

function phrases(query: string): Phrase[] {
  const parts = plainQuotes(query).split('"')
  return parts
    .flatMap((part, at) =>
      at % 2 === 1 ? [{ part, whole: true }] : part.split(/\s+/).map(part => ({ part, whole: false }))
    )
    .map(({ part, whole }) => ({ words: tokens(part).map(({ word }) => word), whole }))
    .filter(({ words }) => words.length > 0)
}

/** How many words of the phrase, from any of them on, stand at this place of the text; the most that there are. */
function longestAt(text: readonly Token[], at: number, words: readonly string[]): number {
  let longest = 0
  for (let start = 0; start < words.length; start += 1) {
    let length = 0
    while (start + length < words.length && text[at + length]?.word === words[start + length]) length += 1
    longest = Math.max(longest, length)
  }
  return longest
}

function rangesOf(text: readonly Token[], { words, whole }: Phrase): Range[] {
  const ranges: Range[] = []
  const singles: Range[] = []
  for (let at = 0; at < text.length; at += 1) {
    const length = longestAt(text, at, words)
    if (length === 0 || (whole && length < words.length)) continue
    const range = { from: text[at]!.from, to: text[at + length - 1]!.to }
    const alone = length === 1 && words.length > 1 && HAN.test(text[at]!.word)
    ;(alone ? singles : ranges).push(range)
    at += length - 1
  }
  return ranges.length > 0 ? ranges : singles // 修 of 修路灯 is found alone only where nothing longer is
}

function merged(ranges: readonly Range[]): Range[] {
  const merged: Range[] = []
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

function partsOf(text: string, ranges: readonly Range[], from: number, to: number): Part[] {
  const parts: Part[] = []
  let at = from
  for (const range of ranges) {
    const [start, end] = [Math.max(range.from, at), Math.min(range.to, to)]
    if (start >= end) continue
    if (start > at) parts.push({ text: text.slice(at, start), found: false })
    parts.push({ text: text.slice(start, end), found: true })
    at = end
  }
  if (at < to) parts.push({ text: text.slice(at, to), found: false })
  return parts
}

/** The text in parts, with the query's words apart from the rest. */
export function findWords(text: string, query: string): Part[] {
  return passage(text, query, Number.POSITIVE_INFINITY).parts
}

const LEAD = 40 // characters of a long text before the first word found

/** At most `atMost` UTF-16 units of a text, around the first word found; `cut` when that is not all of it. */
export function passage(text: string, query: string, atMost: number): { parts: Part[]; cut: boolean } {
  const content = text.normalize() // é in two pieces would not be found
  const words = tokens(content)
  const ranges = merged(phrases(query).flatMap(phrase => rangesOf(words, phrase)))
  if (content.length <= atMost) return { parts: partsOf(content, ranges, 0, content.length), cut: false }
  const first = ranges[0]?.from ?? 0
  const from = whole(content, Math.min(Math.max(0, first - LEAD), content.length - atMost))
  const to = whole(content, from + atMost)
  const parts = partsOf(content, ranges, from, to)
  const dots = { text: '…', found: false }
  return { parts: [...(from > 0 ? [dots] : []), ...parts, ...(to < content.length ? [dots] : [])], cut: true }
}

/** The nearest place before which no character is cut in two. */
const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at)

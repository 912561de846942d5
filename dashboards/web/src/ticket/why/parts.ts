import type { Span } from './judgement.ts'

/** A piece of the text; `weight` where it spoke for the answer. */
export type Part = { from: number; text: string; weight?: number }

/** Spans that lie within the text: an edit may have left others behind. */
export const within = (text: string, spans: readonly Span[]): Span[] =>
  spans.filter(({ from, to }) => from >= 0 && from < to && to <= text.length)

/** The text in pieces; where spans overlap the weightiest counts. */
export function partsOf(text: string, spans: readonly Span[]): Part[] {
  const inside = within(text, spans)
  const bounds = [...new Set([0, text.length, ...inside.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  const parts: Part[] = []
  for (const [at, from] of bounds.slice(0, -1).entries()) {
    const to = bounds[at + 1]!
    const weights = inside.filter(span => span.from <= from && span.to >= to).map(({ weight }) => weight)
    const weight = weights.length > 0 ? Math.max(...weights) : undefined
    const last = parts.at(-1)
    if (last && last.weight === weight) last.text += text.slice(from, to)
    else parts.push({ from, text: text.slice(from, to), ...(weight !== undefined && { weight }) })
  }
  return parts
}

const SHOWN = 3
const LONGEST = 16 // characters of one quotation

/** The weightiest words, as one quotes them. */
export function quotes(text: string, spans: readonly Span[]): string[] {
  const words = [...within(text, spans)]
    .sort((a, b) => b.weight - a.weight)
    .map(({ from, to }) => shortened(text.slice(from, to)))
  return [...new Set(words)].slice(0, SHOWN)
}

function shortened(words: string): string {
  const letters = [...words]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : words
}

/** How thick the line is. */
export const strength = (weight: number) => (weight >= 2 / 3 ? 'strong' : weight >= 1 / 3 ? 'some' : 'slight')

import type { Evidence } from '@huiyin/schemas/classification.ts'

/** A longer text is told by its characters: looking for each word in it would cost more than it shows. */
const LONGEST_TEXT = 400
/** A piece that would grow beyond it stays as it is. */
const LONGEST_PIECE = 12

type Span = { from: number; to: number }

/** Where the words stand in the text, in its order; a word that stands there in another spelling is left out. */
function spansOf(text: string, words: readonly string[]): Span[] {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return []
  const spans: Span[] = []
  let cursor = 0
  for (const word of words) {
    const from = lower.indexOf(word, cursor)
    if (from < 0) continue
    cursor = from + word.length
    spans.push({ from, to: cursor })
  }
  return spans
}

function widened(piece: Evidence, spans: readonly Span[]): Evidence {
  const touched = spans.filter(({ from, to }) => from < piece.to && to > piece.from)
  const from = Math.min(piece.from, ...touched.map(({ from }) => from))
  const to = Math.max(piece.to, ...touched.map(({ to }) => to))
  return to - from > LONGEST_PIECE ? piece : { ...piece, from, to }
}

/** Pieces of a text as whole words, the strongest first; of two that then overlap for the same answer the weaker goes. */
export function inWords(text: string, words: readonly string[], pieces: readonly Evidence[]): Evidence[] {
  const spans = text.length > LONGEST_TEXT ? [] : spansOf(text, words)
  const told: Evidence[] = []
  for (const piece of pieces) {
    const whole = widened(piece, spans)
    const isTold = told.some(({ answer, from, to }) => answer === whole.answer && from < whole.to && to > whole.from)
    if (!isTold) told.push(whole)
  }
  return told
}

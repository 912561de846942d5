/** What changed from one text to another, in pieces that people read: characters of Chinese, words of Latin. */

export type Piece = { kind: 'same' | 'gone' | 'new'; text: string }

const CHARACTERS = /[\p{Script=Latin}\p{N}]+|\s+|./gsu
const SENTENCES = /[^。！？!?\n]*[。！？!?\n]?/gsu

/** Beyond so many comparisons whole sentences are compared. */
const MOST = 4_000_000
/** Between two changes so few characters that stayed say nothing. */
const CRUMB = 2

export function differences(before: string, after: string): Piece[] {
  const [a, b] = [tokens(before, CHARACTERS), tokens(after, CHARACTERS)]
  const pieces =
    a.length * b.length <= MOST ? compared(a, b) : compared(tokens(before, SENTENCES), tokens(after, SENTENCES))
  return tidied(pieces)
}

/** From 0 (nothing in common) to 1 (the same). */
export function likeness(before: string, after: string): number {
  if (before === '' && after === '') return 1
  const same = lengthOf(differences(before, after), 'same')
  return (2 * same) / (before.length + after.length)
}

/** How many characters are of a kind. */
export const lengthOf = (pieces: readonly Piece[], kind: Piece['kind']): number =>
  pieces.reduce((sum, piece) => sum + (piece.kind === kind ? piece.text.length : 0), 0)

const tokens = (text: string, by: RegExp) => (text.match(by) ?? []).filter(token => token !== '')

function compared(a: readonly string[], b: readonly string[]): Piece[] {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  let tail = 0
  while (tail < a.length - from && tail < b.length - from && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return [
    { kind: 'same', text: a.slice(0, from).join('') },
    ...inside(a.slice(from, a.length - tail), b.slice(from, b.length - tail)),
    { kind: 'same', text: a.slice(a.length - tail).join('') }
  ]
}

/** By the longest common subsequence. */
function inside(a: readonly string[], b: readonly string[]): Piece[] {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!))
      pieces.push({ kind: 'gone', text: a[i++]! })
    else pieces.push({ kind: 'new', text: b[j++]! })
  }
  return pieces
}

/** Neighbours of one kind are one piece; what went stands before what came. */
function tidied(pieces: readonly Piece[]): Piece[] {
  const joined = join(pieces)
  const whole = joined.flatMap((piece, at): Piece[] => {
    const isCrumb = piece.kind === 'same' && at > 0 && at < joined.length - 1 && piece.text.length < CRUMB
    return isCrumb
      ? [
          { kind: 'gone', text: piece.text },
          { kind: 'new', text: piece.text }
        ]
      : [piece]
  })
  return join(whole)
}

function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  let [gone, added] = ['', '']
  const change = () => {
    if (gone) joined.push({ kind: 'gone', text: gone })
    if (added) joined.push({ kind: 'new', text: added })
    gone = added = ''
  }
  for (const { kind, text } of pieces) {
    if (text === '') continue
    if (kind === 'gone') gone += text
    else if (kind === 'new') added += text
    else {
      change()
      const last = joined.at(-1)
      if (last?.kind === 'same') last.text += text
      else joined.push({ kind, text })
    }
  }
  change()
  return joined
}

import type { Evidence } from '@huiyin/schemas/classification.ts'
import { EDGE, FAMILIES, type Features, LONGEST, MOST_FEATURES } from './features.ts'
import { columnsOf, type Head, type Model, type Shares, type TaskName } from './model.ts'
import { UNITS } from './normalise.ts'
import type { Read } from './risk-listener.ts'
import { rowOf } from './row-index.ts'

/** Says why: the pieces of a text that weighed most. What is given is all of the same text. */
export interface Explain {
  /** For label, sentiment and department. */
  answers: (read: Read, features: Features, shares: Shares) => Evidence[]
  /** For a danger that no word named: the heaviest piece, from and to in the text. */
  danger: (read: Read, features: Features) => [number, number] | undefined
}

/** Pieces told of each answer, the strongest first. */
const PIECES = { label: 5, sentiment: 3, department: 3 } as const
type Told = keyof typeof PIECES
/** A piece begins at a character that weighs so much of the heaviest, and widens over those that weigh so much. */
const BEGINS = 0.4
const WIDENS = 0.1
const LONGEST_PIECE = 8
const breaks = new Uint8Array(0x10000)
for (const mark of ' ,.!?;:。、') breaks[mark.charCodeAt(0)] = 1
const isBreak = (unit: number) => breaks[unit] === 1

/** The second half of a character that takes two units. */
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** The columns of two classes in the rows of a table, and their scales. */
type Said = { table: Int8Array; width: number; best: number; next: number; much: number; less: number }
/** n-grams of the units [first, last), which stand from `begin` on among the features. */
type Grams = { begin: number; first: number; last: number; scale: number }
type Piece = { from: number; to: number; sum: number }

/** The likeliest class and the next. */
function firstTwo(shares: Float64Array): [number, number] {
  if (shares.length === 1) return [0, 0]
  let [best, next] = shares[0]! >= shares[1]! ? [0, 1] : [1, 0]
  for (let k = 2; k < shares.length; k++) {
    if (shares[k]! > shares[best]!) [best, next] = [k, best]
    else if (shares[k]! > shares[next]!) next = k
  }
  return [best, next]
}

/** Widens a hot character to the characters beside it that speak for the answer too: 么 is no reason, 什么时候 is. */
function piecesOf(heat: Float64Array, units: Uint16Array, length: number, most: number): Piece[] {
  let hottest = 0
  for (let i = 1; i < length - 1; i++) hottest = Math.max(hottest, heat[i]!)
  const pieces: Piece[] = []
  const goesOn = (i: number) => i > 0 && i < length - 1 && heat[i]! > WIDENS * hottest && !isBreak(units[i]!)
  for (let i = 1; i < length - 1 && hottest > 0; i++) {
    if (heat[i]! < BEGINS * hottest || isBreak(units[i]!)) continue
    let [from, to] = [i, i + 1]
    while (goesOn(from - 1) && to - from < LONGEST_PIECE && from - 1 >= (pieces.at(-1)?.to ?? 1)) from--
    while (goesOn(to) && to - from < LONGEST_PIECE) to++
    let sum = 0
    for (let k = from; k < to; k++) sum += heat[k]!
    if (isLow(units[from]!)) from--
    if (isLow(units[to]!)) to++
    pieces.push({ from, to, sum })
    i = to - 1
  }
  return pieces.sort((a, b) => b.sum - a.sum || a.from - b.from).slice(0, most)
}

/** Where a piece ends in the text: behind the whole character, where one is spelled as several units. */
function endIn({ at, length }: Read, from: number, to: number): number {
  let end = to
  while (end < length && at[end] === at[from]) end++
  return at[end]!
}

/** Opens an explainer. A character weighs what the n-grams over it say for the likeliest class against the next. */
export function openExplain({ weights, headOf }: Model): Explain {
  const heat = new Float64Array(UNITS)
  const kept = new Int32Array(MOST_FEATURES) // the row of each feature
  const grams = FAMILIES.indexOf('grams')
  const edges = FAMILIES.indexOf('edges')

  const findRows = (ids: Int32Array, from: number, to: number) => {
    for (let i = from; i < to; i++) kept[i] = rowOf(weights.index, ids[i]!)
  }

  /** Where a class, the likeliest, and another stand, and what 1 is worth there. */
  const saidBy = ({ name, scale }: Head, [best, next]: [number, number]): Said => {
    const { table, width, column } = columnsOf(weights, name)
    const [much, less] = [scale[best]!, best === next ? 0 : scale[next]!]
    return { table, width, best: column + best, next: column + next, much, less }
  }

  /**
   * Spreads what the n-grams of [first, last) say over their characters; they stand from `begin` on. Returns where they
   * end. All in one loop: a function asked for each feature took 1.4 times as long.
   */
  const warm = ({ table, width, best, next, much, less }: Said, values: Float32Array, grams: Grams) => {
    const { begin, first, last, scale } = grams
    let at = begin
    for (let from = first; from < last; from++) {
      const longest = last - from < LONGEST ? last - from : LONGEST
      for (let n = 1; n <= longest; n++, at++) {
        const row = kept[at]!
        if (row < 0) continue
        const a = table[row * width + best]!
        const b = table[row * width + next]!
        const said = values[at]! * (a * Math.abs(a) * much - b * Math.abs(b) * less)
        if (said === 0) continue
        const share = (said * scale) / n
        for (let i = from; i < from + n; i++) heat[i]! += share
      }
    }
    return at
  }

  const piecesFor = (
    task: TaskName,
    { length, units }: Read,
    features: Features,
    shares: Float64Array,
    most: number
  ) => {
    const { ends, scales, values, isShort } = features
    const said = saidBy(headOf(task, isShort), firstTwo(shares))
    heat.fill(0, 0, length)
    warm(said, values, { begin: 0, first: 0, last: length, scale: scales[grams]! })
    const edge = { begin: ends[edges - 1]!, first: 0, last: Math.min(EDGE, length), scale: scales[edges]! }
    const begin = warm(said, values, edge)
    warm(said, values, { begin, first: Math.max(0, length - EDGE), last: length, scale: scales[edges]! })
    return piecesOf(heat, units, length, most)
  }

  const explainOne = (task: Told, read: Read, features: Features, shares: Float64Array) => {
    const { at } = read
    const pieces = piecesFor(task, read, features, shares, PIECES[task])
    const strongest = pieces[0]?.sum ?? 1
    return pieces.map(({ from, to, sum }): Evidence => {
      return {
        answer: task,
        from: at[from]!,
        to: endIn(read, from, to),
        weight: Math.round((100 * sum) / strongest) / 100
      }
    })
  }

  const find = ({ ids, ends }: Features) => {
    findRows(ids, 0, ends[grams]!)
    findRows(ids, ends[edges - 1]!, ends[edges]!)
  }
  return {
    answers: (read, features, shares) => {
      find(features)
      return (Object.keys(PIECES) as Told[]).flatMap(task => explainOne(task, read, features, shares[task]))
    },
    danger: (read, features) => {
      find(features)
      const [piece] = piecesFor('danger', read, features, Float64Array.of(1), 1)
      return piece && [read.at[piece.from]!, endIn(read, piece.from, piece.to)]
    }
  }
}

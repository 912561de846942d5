import type { Cite, Said, SaidAs, Sentence, TableCell } from '@huiyin/schemas/report.ts'
import type { FigureCode } from './figures.ts'
import type { FigureCite, LookUp } from './look-up.ts'

/** A piece of a sentence that reads what it cites; `text` absent: there is nothing to read, or too little. */
export type Piece = { as: SaidAs; cites: readonly FigureCite[]; text: string | undefined }

type Where = Omit<FigureCite, 'figure'>
type Fig = (figure: FigureCode, where?: Where) => FigureCite

/** Writes sentences whose every number is read from a figure that it cites. */
export interface Writer extends LookUp {
  cite: Fig
  value: (figure: FigureCode, where?: Where) => Piece
  sample: (figure: FigureCode, where?: Where) => Piece
  name: (cite: FigureCite) => Piece
  share: (of: FigureCite, within: FigureCite) => Piece
  growth: (of: FigureCite, from: FigureCite) => Piece
  difference: (of: FigureCite, from: FigureCite) => Piece
  /** The number behind a piece; undefined where there is none, or too little. */
  number: (figure: FigureCode, where?: Where) => number | undefined
  /** Undefined where a piece has nothing to read: what is not known is not said. */
  say: (words: TemplateStringsArray, ...pieces: (Piece | Sentence | readonly Cite[] | string)[]) => Sentence | undefined
  cell: (piece: Piece, otherwise?: string) => TableCell
}

export function openWriter(found: LookUp): Writer {
  const cite: Fig = (figure, where = {}) => ({ figure, ...where })
  const piece = (as: SaidAs, ...cites: FigureCite[]): Piece => ({ as, cites, text: found.reads(as, cites) })
  return {
    ...found,
    cite,
    value: (figure, where) => piece('value', cite(figure, where)),
    sample: (figure, where) => piece('sample', cite(figure, where)),
    name: of => piece('name', of),
    share: (of, within) => piece('share', of, within),
    growth: (of, from) => piece('growth', of, from),
    difference: (of, from) => piece('difference', of, from),
    number: (figure, where) => found.figure(cite(figure, where))?.value ?? undefined,
    say,
    cell: ({ as, cites, text }, otherwise = '—') => (text === undefined ? otherwise : { text, as, cites: [...cites] })
  }
}

const isCites = (piece: unknown): piece is readonly Cite[] => Array.isArray(piece)

/** Words and pieces in turn; cites that stand alone are what the words stand on. */
const say: Writer['say'] = (words, ...pieces) => {
  const said: Said[] = []
  const cites: Cite[] = []
  const put = (text: string) => {
    const last = said.at(-1)
    if (last && last.cites === undefined) last.text += text
    else if (text !== '') said.push({ text })
  }
  for (const [i, text] of words.entries()) {
    put(text)
    const piece = pieces[i]
    if (piece === undefined) continue
    if (typeof piece === 'string') put(piece)
    else if (isCites(piece)) cites.push(...piece)
    else if ('said' in piece) {
      const from = cites.length
      cites.push(...piece.cites)
      said.push(...piece.said.map(one => (one.cites ? { ...one, cites: one.cites.map(at => at + from) } : one)))
    } else if (piece.text === undefined) return
    else {
      const at = piece.cites.map((_, i) => cites.length + i)
      cites.push(...piece.cites)
      said.push({ text: piece.text, as: piece.as, cites: at })
    }
  }
  return { said, cites }
}

/** The sentence as people read it. */
export const textOf = ({ said }: Sentence): string => said.map(({ text }) => text).join('')

/** Sentences one behind the other, as one. */
export function joined(sentences: readonly (Sentence | undefined)[]): Sentence | undefined {
  const there = sentences.filter(sentence => sentence !== undefined)
  if (there.length === 0) return
  const cites: Cite[] = []
  const said = there.flatMap(sentence => {
    const from = cites.length
    cites.push(...sentence.cites)
    return sentence.said.map(one => (one.cites ? { ...one, cites: one.cites.map(at => at + from) } : one))
  })
  return { said, cites }
}

import { maskPersonal } from '../reply-check/mask-personal.ts'
import type { Query } from './query.ts'
import { likesIn, saidIn } from './said.ts'

const FEW_DIGITS = 5

/**
 * Whether a search, as it was written and understood, asks for personal data. A number in pieces is one all the same,
 * and one that is wrong by a digit finds the right one.
 */
export function asksForPersonal(text: string, query: Query): boolean {
  const said = saidIn(query)
  const texts = [text, text.normalize('NFKC'), ...said, ...said.map(one => one.replaceAll(' ', '')), said.join(' ')]
  return (
    texts.some(one => maskPersonal(one) !== one) ||
    likesIn(query).some(token => (token.match(/\d/g)?.length ?? 0) >= FEW_DIGITS)
  )
}

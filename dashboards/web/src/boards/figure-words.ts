import type { BoardDefinition, BoardNumber } from '@huiyin/schemas/api-boards.ts'
import { language, t } from '../language.ts'
import { count } from '../numbers.ts'
import { inUnit } from './said.ts'

/** Names, definitions and values of figures in words. */

export type Definitions = Readonly<Record<string, BoardDefinition>>

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A figure that the house does not define (an older or a newer server) goes by its code. */
export const figureName = (of: Definitions, figure: string): string => {
  const name = of[figure]?.name[language()]
  return name === undefined ? figure : capital(name)
}

export const figureDefinition = (of: Definitions, figure: string): string | undefined => {
  const words = of[figure]?.definition[language()]
  return words === undefined ? undefined : capital(words)
}

export const unitOf = (of: Definitions, figure: string): string => of[figure]?.unit ?? ''

/** A number, or why there is none. */
export function valueWords(
  { value, sample }: Pick<BoardNumber, 'value' | 'sample'>,
  unit: string,
  { counting = false } = {}
): string {
  if (value !== null) return inUnit(value, unit)
  if (counting) return t('boards.being-counted')
  return sample === undefined || sample === 0 ? t('boards.nothing') : t('boards.few', { n: count(sample) })
}

import { t } from '../../language.ts'
import { type Definitions, figureName } from '../figure-words.ts'
import type { Key } from './parts.ts'

/** What the colours of each chart stand for, for its picture. */

export const volumeKeys = (definitions: Definitions, vs: string): Key[] => [
  { color: 'main', name: figureName(definitions, 'comments') },
  { color: 'before', name: vs }
]

export const moodKeys = (): Key[] =>
  (['positive', 'neutral', 'negative'] as const).map(color => ({ color, name: t(`sentiment.${color}`) }))

const OUTCOMES = { 'answered-on-time': 'positive', 'answered-late': 'soon', unanswered: 'negative' } as const

export const outcomeKeys = (definitions: Definitions): Key[] =>
  Object.entries(OUTCOMES).map(([figure, color]) => ({ color, name: figureName(definitions, figure) }))

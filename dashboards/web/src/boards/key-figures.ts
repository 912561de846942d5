import type { Label, RiskLevel } from '@huiyin/schemas/names.ts'
import { LABELS, LEVELS } from '../data/filter.ts'
import { known, t } from '../language.ts'

/** The figures that a leader sees first. */
export const KEY_FIGURES = [
  'comments',
  'cases',
  'reply-rate-24h',
  'reply-rate-1h',
  'overdue-now',
  'reply-median',
  'reply-p90',
  'satisfaction'
] as const

/** A label or a level in words; what was not judged yet has none. */
export const labelName = (key: string) => known(`label.${key}`) ?? t('boards.unjudged')
export const levelName = (key: string) => known(`level.${key}`) ?? t('boards.unjudged')

export const isLabel = (key: string): key is Label => (LABELS as readonly string[]).includes(key)
export const isLevel = (key: string): key is RiskLevel => (LEVELS as readonly string[]).includes(key)

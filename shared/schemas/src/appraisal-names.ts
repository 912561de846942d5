/** Values alone: the page needs them, and no schemas with them. */

export const SUBJECT_KINDS = ['account', 'department', 'person'] as const

/** By what it is appraised; their definitions stand in `INDICATOR_WORDS` of the domain. */
export const INDICATORS = [
  'publications',
  'rhythm',
  'quality',
  'reads',
  'likes',
  'comments',
  'reposts',
  'replied',
  'onTime',
  'satisfaction',
  'security'
] as const

/** What there is of a kind at all: a department publishes nothing. */
export const INDICATORS_OF = {
  account: INDICATORS,
  department: ['replied', 'onTime', 'satisfaction', 'security'],
  person: INDICATORS
} as const satisfies Record<(typeof SUBJECT_KINDS)[number], readonly (typeof INDICATORS)[number][]>

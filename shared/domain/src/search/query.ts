/** What can be searched. Replies are the office's own comments. */
export const SEARCHED = ['tickets', 'comments', 'replies', 'posts'] as const
export type Searched = (typeof SEARCHED)[number]

/** Fields of words; `author` is the citizen's name or id, `place` one that the gazetteer found or the platform showed. */
export const WORD_FIELDS = [
  'account',
  'platform',
  'label',
  'department',
  'level',
  'sentiment',
  'status',
  'author',
  'place',
  'post',
  'tag',
  'number'
] as const
export type WordField = (typeof WORD_FIELDS)[number]

/** Fields of numbers: `date` is when it was published or opened, `due` the nearest running due time (UTC in ms), `risk` 0–100. */
export const NUMBER_FIELDS = ['date', 'due', 'risk'] as const
export type NumberField = (typeof NUMBER_FIELDS)[number]

/** Tokens of searchTokens() that stand one behind the other; `weight` is 1 as written and less for a synonym. */
export type Phrase = { tokens: readonly string[]; weight: number }

/**
 * A search as it was understood: parsed once, then compiled for each engine and evaluated in memory, everywhere with the
 * same answer. What holds of a text holds of one of the texts of a document: no phrase goes from one into the next.
 */
export type Query =
  | { type: 'everything' }
  | { type: 'all'; of: readonly Query[] }
  | { type: 'any'; of: readonly Query[] }
  /** At least so many of its parts. */
  | { type: 'some'; least: number; of: readonly Query[] }
  | { type: 'not'; of: Query }
  /** One of the phrases stands in one of the texts. */
  | { type: 'says'; phrases: readonly Phrase[] }
  /** A Latin word at most so many edits away (insertion, deletion, change, two letters swapped), the first letter the same. */
  | { type: 'like'; token: string; edits: 1 | 2 }
  | { type: 'is'; field: WordField; values: readonly string[] }
  /** From (inclusive) and to (exclusive); a document without the number is not found. */
  | { type: 'range'; field: NumberField; from?: number; to?: number }

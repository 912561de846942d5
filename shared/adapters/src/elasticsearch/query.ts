import type { estypes } from '@elastic/elasticsearch'
import { digest } from '@huiyin/domain/ids.ts'
import { type Cut, searchPhrases, searchTokens } from '@huiyin/domain/search-text.ts'

/** Conditions that must all hold; a condition that was not given is none. */
export type Condition = estypes.QueryDslQueryContainer

export const anyOf = (field: string, values?: readonly string[]): Condition[] =>
  values === undefined ? [] : [{ terms: { [field]: [...values] } }]

export const is = (field: string, value?: string | boolean): Condition[] =>
  value === undefined ? [] : [{ term: { [field]: value } }]

/** From (inclusive), to (exclusive). */
export const within = (field: string, gte?: number, lt?: number): Condition[] =>
  gte === undefined && lt === undefined ? [] : [{ range: { [field]: { gte, lt } } }]

/** Each phrase of what a person asks for stands in one of the texts. */
export const says = (text: string | undefined, cut: Cut): Condition[] =>
  searchPhrases(text ?? '', cut).map(tokens => ({ match_phrase: { text: stream(tokens) } }))

/** Texts as they are indexed. */
export const streams = (texts: readonly string[]): string[] => texts.map(text => stream(searchTokens(text)))

const LONGEST = 255 // the engine's tokenizer cuts longer ones in pieces, and would find those

const stream = (tokens: readonly string[]) =>
  tokens.map(token => (token.length > LONGEST ? digest(token) : token)).join(' ')

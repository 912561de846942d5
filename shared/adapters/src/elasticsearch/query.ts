import type { estypes } from '@elastic/elasticsearch'
import type { OfAccount } from '@huiyin/ports/documents.ts'

/** Conditions that must all hold; a condition that was not given is none. */
export type Condition = estypes.QueryDslQueryContainer

export const anyOf = (field: string, values?: readonly string[]): Condition[] =>
  values === undefined ? [] : [{ terms: { [field]: [...values] } }]

export const is = (field: string, value?: string | boolean): Condition[] =>
  value === undefined ? [] : [{ term: { [field]: value } }]

/** Whether it has a value at all. */
export const isThere = (field: string, wanted?: boolean): Condition[] => {
  if (wanted === undefined) return []
  return [wanted ? { exists: { field } } : { bool: { must_not: { exists: { field } } } }]
}

/** It has a value, and another than this one. */
export const isNot = (field: string, value?: string): Condition[] =>
  value === undefined ? [] : [...isThere(field, true), { bool: { must_not: { term: { [field]: value } } } }]

export function ofOne(accounts?: readonly OfAccount[]): Condition[] {
  if (accounts === undefined) return []
  if (accounts.length === 0) return [{ match_none: {} }]
  const should = accounts.map(one => ({
    bool: { filter: [...is('platform', one.platform), ...is('account', one.account)] }
  }))
  return [{ bool: { should, minimum_should_match: 1 } }]
}

/** From (inclusive), to (exclusive). */
export const within = (field: string, gte?: number, lt?: number): Condition[] =>
  gte === undefined && lt === undefined ? [] : [{ range: { [field]: { gte, lt } } }]

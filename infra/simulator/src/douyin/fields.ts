import type { Question } from '../answer.ts'

export type Fields = Record<string, unknown>

/** The body as JSON or as a form; undefined when it is neither. */
export function fieldsOf({ raw }: Question): Fields | undefined {
  if (!raw.trimStart().startsWith('{')) return Object.fromEntries(new URLSearchParams(raw))
  try {
    return JSON.parse(raw) as Fields
  } catch {
    return undefined
  }
}

/** A text that is there. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** A whole number of 0 or more, also as a text. */
export function integerOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

/** An id in the query of which `@`, `+`, `/` or `=` was not percent-encoded. */
export const hasBareId = (search: string) => search.split('&').some(pair => /^(item_id|comment_id)=.*[@+/=]/.test(pair))

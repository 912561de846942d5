import { HuiyinError } from '../errors.ts'

/** Where in the text of a search it is wrong, `text.slice(from, to)` in UTF-16 units, and what is, in both languages. */
export type QueryProblem = { zh: string; en: string; from: number; to: number }

/** What a search is refused with: `query` says where. */
export const queryInvalid = (problem: QueryProblem) =>
  Object.assign(new HuiyinError('QUERY_INVALID', `${problem.en} (at character ${problem.from})`), { query: problem })

/** A piece of what came, short enough to be said. */
export const quote = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

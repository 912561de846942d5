import type { SQLInputValue } from 'node:sqlite'
import type { NumberField, Query, WordField } from '@huiyin/domain/search/query.ts'
import { atLeast } from './at-least.ts'
import { type KeyField, keyToken, matchOf } from './words.ts'

/**
 * How a table is searched. A word stands in a column of its own, or among the tokens of the full-text
 * table (`key`); what a table does not have is found nowhere. A number has a column, and `below` what stands for none.
 */
export interface Searchable {
  /** The full-text table. */
  words: string
  is: Partial<Record<WordField, { column: string } | { key: KeyField }>>
  numbers: Partial<Record<NumberField, { column: string; below?: number }>>
}

export type Parameters = Record<string, SQLInputValue>

/** A search as conditions on the rows of a table. */
export interface Compiled {
  /** What the full-text table is asked: all that are found have these words. */
  match?: string
  /** What columns are asked besides. */
  sql?: string
  parameters: Parameters
}

/** Part of a search: what the full-text table answers alone, what it denies, conditions on columns, all rows, or none. */
type Piece = { match: string } | { unmatch: string } | { sql: string } | 'all' | 'none'

/** Below a `not` or a count a condition has to be true or false: a missing value would make it neither. */
type Mode = 'plain' | 'certain'

/** Compiles a search whose `like` parts were expanded already. */
export function compile(query: Query, of: Searchable): Compiled {
  const parameters: Parameters = {}
  const bind = (value: SQLInputValue) => {
    const name = `w${Object.keys(parameters).length}`
    parameters[name] = value
    return `:${name}`
  }
  const scope = { of, bind }
  const pieces = (query.type === 'all' ? query.of : [query]).map(part => pieceOf(part, scope, 'plain'))
  const { texts, rest } = parted(pieces)
  if (pieces.includes('none')) return { sql: 'false', parameters }
  if (texts && 'match' in texts) return { match: texts.match, ...(rest && { sql: rest }), parameters }
  const sql = [...(texts ? [sqlOf(texts, scope)] : []), ...(rest ? [rest] : [])].join(' and ')
  return { ...(sql && { sql }), parameters }
}

type Scope = { of: Searchable; bind: (value: SQLInputValue) => string }

function sqlOf(piece: Piece, { of, bind }: Scope): string {
  if (piece === 'all') return 'true'
  if (piece === 'none') return 'false'
  if ('sql' in piece) return piece.sql
  const rows = (match: string) => `(select rowid from ${of.words} where ${of.words} match ${bind(match)})`
  return 'match' in piece ? `row in ${rows(piece.match)}` : `row not in ${rows(piece.unmatch)}`
}

function pieceOf(query: Query, scope: Scope, mode: Mode): Piece {
  switch (query.type) {
    case 'everything':
      return 'all'
    case 'all':
      return both(
        query.of.map(part => pieceOf(part, scope, mode)),
        scope
      )
    case 'any':
      return either(
        query.of.map(part => pieceOf(part, scope, mode)),
        scope
      )
    case 'some':
      return atLeast(
        query.of.map(part => pieceOf(part, scope, 'certain')),
        query.least,
        counting(scope)
      )
    case 'not':
      return opposite(pieceOf(query.of, scope, 'certain'))
    case 'says':
      return saysOne(query.phrases.map(({ tokens }) => tokens))
    case 'like':
      throw new Error('The words that are like another are found before a search is compiled')
    case 'is':
      return isOne(query, scope, mode)
    case 'range':
      return isWithin(query, scope, mode)
  }
}

const isPart = (piece: Piece): piece is Exclude<Piece, string> => typeof piece === 'object'
const matchIn = (piece: Exclude<Piece, string>) => ('match' in piece ? [piece.match] : [])
const unmatchIn = (piece: Exclude<Piece, string>) => ('unmatch' in piece ? [piece.unmatch] : [])
const joined = (parts: readonly string[], by: string) => (parts.length === 1 ? parts[0]! : `(${parts.join(` ${by} `)})`)

/** What the full-text table can answer goes to it as one question. */
function both(pieces: readonly Piece[], scope: Scope): Piece {
  if (pieces.includes('none')) return 'none'
  const { texts, rest } = parted(pieces)
  if (!texts) return rest ? { sql: rest } : 'all'
  return rest ? { sql: `(${sqlOf(texts, scope)} and ${rest})` } : texts
}

function parted(pieces: readonly Piece[]): { texts?: Exclude<Piece, string>; rest?: string } {
  const parts = pieces.filter(isPart)
  const texts = textPart(parts.flatMap(matchIn), parts.flatMap(unmatchIn))
  const rest = parts.filter(part => 'sql' in part).map(({ sql }) => sql)
  return { texts, ...(rest.length > 0 && { rest: joined(rest, 'and') }) }
}

function textPart(matches: readonly string[], unmatches: readonly string[]): Exclude<Piece, string> | undefined {
  if (matches.length === 0) return unmatches.length > 0 ? { unmatch: joined(unmatches, 'OR') } : undefined
  const found = joined(matches, 'AND')
  return { match: unmatches.length > 0 ? `(${found} NOT ${joined(unmatches, 'OR')})` : found }
}

function either(pieces: readonly Piece[], scope: Scope): Piece {
  if (pieces.includes('all')) return 'all'
  const parts = pieces.filter(isPart)
  const matches = parts.flatMap(matchIn)
  const rest = parts.filter(part => !('match' in part)).map(part => sqlOf(part, scope))
  const texts: Piece[] = matches.length > 0 ? [{ match: joined(matches, 'OR') }] : []
  if (rest.length === 0) return texts[0] ?? 'none'
  return { sql: joined([...texts.map(part => sqlOf(part, scope)), ...rest], 'or') }
}

function opposite(piece: Piece): Piece {
  if (piece === 'all') return 'none'
  if (piece === 'none') return 'all'
  if ('match' in piece) return { unmatch: piece.match }
  if ('unmatch' in piece) return { match: piece.unmatch }
  return { sql: `not (${piece.sql})` }
}

const counting = (scope: Scope) => ({
  both: (pieces: readonly Piece[]) => both(pieces, scope),
  either: (pieces: readonly Piece[]) => either(pieces, scope),
  sqlOf: (piece: Piece) => sqlOf(piece, scope),
  rowsOf: (match: string) =>
    `select rowid as row from ${scope.of.words} where ${scope.of.words} match ${scope.bind(match)}`
})

export type Counting = ReturnType<typeof counting>
export type { Piece }

function saysOne(phrases: readonly (readonly string[])[]): Piece {
  const said = phrases.filter(tokens => tokens.length > 0).map(matchOf)
  return said.length > 0 ? { match: joined(said, 'OR') } : 'none'
}

function isOne({ field, values }: Extract<Query, { type: 'is' }>, { of, bind }: Scope, mode: Mode): Piece {
  const place = of.is[field]
  if (place === undefined || values.length === 0) return 'none'
  if ('key' in place)
    return {
      match: joined(
        values.map(value => matchOf([keyToken(place.key, value)])),
        'OR'
      )
    }
  const many = () => `(select value from json_each(${bind(JSON.stringify(values))}))`
  const { column } = place
  // One value is compared with `=`, so that an index can also give the order.
  const one = values.length === 1 ? `${column} = ${bind(values[0]!)}` : `${column} in ${many()}`
  return { sql: mode === 'plain' ? `(${one})` : `(${column} is not null and ${one})` }
}

function isWithin({ field, from, to }: Extract<Query, { type: 'range' }>, { of, bind }: Scope, mode: Mode): Piece {
  const place = of.numbers[field]
  if (!place) return 'none'
  const { column, below } = place
  const bounds = [
    ...(mode === 'certain' || (from === undefined && to === undefined) ? [`${column} is not null`] : []),
    ...(below === undefined ? [] : [`${column} < ${below}`]),
    ...(from === undefined ? [] : [`${column} >= ${bind(from)}`]),
    ...(to === undefined ? [] : [`${column} < ${bind(to)}`])
  ]
  return { sql: joined(bounds, 'and') }
}

import type { Place } from '../ranking/cursor.ts'
import type { Candidates } from '../ranking/ranked-page.ts'
import type { Weighted } from '../ranking/weights.ts'
import { compile, type Parameters, type Searchable } from './compile.ts'
import type { SqliteFile } from './file.ts'
import type { FoundRows } from './found-rows.ts'

type Row = { id: string; at: number; weight: number; document: string }

interface Of {
  table: string
  /** The column of its time. */
  at: string
  searchable: Searchable
  rows: FoundRows
  /** What tells rows apart, with the words that were found for every `like`. */
  parts: readonly Weighted[]
}

/** What a list by relevance reads: rows in the order of the weights that they have, then the newest. */
export function candidates<D>(file: SqliteFile, { table, at, searchable, rows, parts }: Of): Candidates<D> {
  const { union, parameters } = weightsOf(parts, searchable)
  return async (after, atMost) => {
    if (rows.total === 0 || atMost === 0) return { rows: [], total: rows.total }
    const first =
      union === undefined ? even(table, at, rows, after) : weighed({ table, at, rows, union, after, searchable })
    const found = await file.query<Row>({
      sql: `
        ${first.before ?? ''}
        select one.id, one.at, one.weight, ${table}.document from (${first.sql} limit :limit) one
        join ${table} on ${table}.row = one.row
        order by one.weight desc, one.at desc, one.id
      `,
      parameters: { ...rows.parameters, ...parameters, ...(after && placed(after)), limit: atMost }
    })
    return { rows: found.map(candidateOf<D>), total: rows.total }
  }
}

const placed = ([weight, at, id]: Place): Parameters => ({ weight, at, id })

const candidateOf = <D>({ id, at, weight, document }: Row) => ({
  document: JSON.parse(document) as D,
  place: [weight, at, id] as const
})

type Selected = { before?: string; sql: string }

/** All that match weigh the same. */
const even = (table: string, at: string, { where, by }: FoundRows, after: Place | undefined): Selected => ({
  sql: `
    select row, id, ${at} as at, 0 as weight from ${table}
    where ${where} ${after ? `and ${by(at)} <= :at and (${at} < :at or id > :id)` : ''}
    order by ${by(at)} desc, id
  `
})

interface Weighing extends Pick<Of, 'table' | 'at' | 'rows' | 'searchable'> {
  union: string
  after: Place | undefined
}

/**
 * Where the words alone say what matches, the weight of the last row wanted is found among the weights, and only rows that
 * weigh as much are looked up for their time.
 */
function weighed({ table, at, rows, union, after, searchable: { words } }: Weighing): Selected {
  const matched = rows.isOfWords
    ? `select ${words}.rowid, coalesce(weighs, 0) from ${words} left join weighed on of_row = ${words}.rowid where ${words} match :match`
    : `select row, coalesce(weighs, 0) from ${table} left join weighed on of_row = row where ${rows.where}`
  const lighter = after ? 'where weighs < :weight' : ''
  return {
    before: `
      with weighed (of_row, weighs) as materialized (${union}),
      matched (row_of, weighs) as materialized (${matched}),
      least (weighs) as materialized (
        select coalesce((select weighs from matched ${lighter} order by weighs desc limit 1 offset :limit - 1), 0)
      )
    `,
    sql: `
      select row, id, ${at} as at, matched.weighs as weight from matched cross join ${table} on row = row_of
      where matched.weighs >= (select weighs from least)
        ${after ? `and (matched.weighs < :weight or (matched.weighs = :weight and (${at} < :at or (${at} = :at and id > :id))))` : ''}
      order by matched.weighs desc, ${at} desc, id
    `
  }
}

/** Rows with the sum of what they have; nothing where all that match have the same. */
function weightsOf(parts: readonly Weighted[], searchable: Searchable) {
  const parameters: Parameters = {}
  const selects = parts.flatMap(({ query, weight }, i) => {
    const { match } = compile(query, searchable)
    if (match === undefined) return [] // no word is like the one asked for
    parameters[`part${i}`] = match
    return [
      `select rowid as row, ${weight} as weight from ${searchable.words} where ${searchable.words} match :part${i}`
    ]
  })
  if (selects.length === 0) return { parameters }
  return { union: `select row, sum(weight) from (${selects.join(' union all ')}) group by row`, parameters }
}

import type { Findable } from '@huiyin/domain/search/findable.ts'
import type { Query as Search } from '@huiyin/domain/search/query.ts'
import type { Page } from '@huiyin/ports/documents.ts'
import { afterOf, placeOf } from '../memory/page.ts'
import { type RankedQuery, rankedOf, rankedPage } from '../ranking/ranked-page.ts'
import { weightedParts } from '../ranking/weights.ts'
import { candidates } from './candidates.ts'
import type { Searchable } from './compile.ts'
import { expandLikes } from './expand-likes.ts'
import type { SqliteFile } from './file.ts'
import { type FoundRows, foundRows } from './found-rows.ts'
import { type Conditions, narrow } from './narrow.ts'
import type { Query } from './reader-worker.ts'

/** A list's order: the column that it is sorted by, and which way; ties are sorted by id, ascending. */
export interface Order {
  column: string
  descending?: boolean
}

/** Where the values stand that are counted: in a column, or in one that holds a JSON list. */
export type Group = string | { list: string }

export interface Lists<F, S extends string, G extends string, D> {
  table: 'tickets' | 'comments'
  conditions: Conditions<F>
  orders: Record<Exclude<S, 'relevance'>, Order>
  groups: Record<G, Group>
  searchable: Searchable
  /** The column of when it was said or opened, by which a list by relevance breaks ties. */
  at: string
  findable: (document: D) => Findable
}

type Asked = RankedQuery & { sort: string }

/** Searches and counts over a table. */
export function lists<D, F extends { where?: Search }, S extends string, G extends string>(
  file: SqliteFile,
  of: Lists<F, S, G, D>
) {
  const { table, conditions, orders, groups, searchable, findable } = of
  const { words } = searchable

  async function found(filter: F): Promise<FoundRows> {
    const where = filter.where && (await expandLikes(file, filter.where, words))
    return foundRows(file, { table, words }, narrow(conditions, { ...filter, where }, searchable))
  }

  const partsOf = ({ where = { type: 'everything' }, ranking }: RankedQuery) =>
    Promise.all(
      weightedParts(where, ranking?.rarity).map(async ({ query, weight }) => ({
        query: await expandLikes(file, query, words),
        weight
      }))
    )

  return {
    async search(query: F & Asked): Promise<Page<D>> {
      const rows = await found(query)
      if (query.sort === 'relevance') {
        const from = candidates<D>(file, { table, at: of.at, searchable, rows, parts: await partsOf(query) })
        return rankedPage(from, rankedOf(query, findable))
      }
      const order = orders[query.sort as Exclude<S, 'relevance'>]
      const page = await file.query<ListedRow>(pageQuery(table, rows, order, query))
      return pageOf(page, rows.total, query)
    },
    async count(by: G, filter: F): Promise<Record<string, number>> {
      const rows = await found(filter)
      if (rows.total === 0) return {}
      const counted = await file.query<Counted>(countQuery(table, groups[by], rows))
      return Object.fromEntries(counted.map(({ value, total }) => [value, total]))
    }
  }
}

type ListedRow = { id: string; place: number; document: string }
type Counted = { value: string; total: number }

/** One page and the row behind it, by which one knows that there is a next page. Only what is shown is opened. */
function pageQuery(
  table: string,
  { where, by, parameters }: FoundRows,
  { column, descending = false }: Order,
  { sort, atMost, after }: Asked
): Query {
  const from = after === undefined ? undefined : placeOf(sort, after)
  const beyond = descending ? '<' : '>'
  const rest = from ? `and ${by(column)} ${beyond}= :place and (${column} ${beyond} :place or id > :id)` : ''
  const direction = descending ? 'desc' : 'asc'
  return {
    sql: `
      select one.id, one.place, ${table}.document from (
        select row, id, ${column} as place from ${table}
        where ${where} ${rest}
        order by ${by(column)} ${direction}, id
        limit :limit
      ) one join ${table} on ${table}.row = one.row
      order by one.place ${direction}, one.id
    `,
    parameters: { ...parameters, ...(from && { place: from[0], id: from[1] }), limit: atMost + 1 }
  }
}

const countQuery = (table: string, group: Group, { where, parameters }: FoundRows): Query => ({
  sql: typeof group === 'string' ? countOf(table, group, where) : countIn(table, group.list, where),
  parameters
})

const countOf = (table: string, column: string, where: string) => `
  select ${column} as value, count(*) as total from ${table}
  where ${where} and ${column} is not null
  group by ${column}
`

const countIn = (table: string, list: string, where: string) => `
  select one.value as value, sum(found.documents) as total
  from (
    select ${list} as listed, count(*) as documents from ${table} where ${where} and ${list} is not null group by ${list}
  ) found, json_each(found.listed) one
  group by one.value
`

function pageOf<D>(rows: readonly ListedRow[], total: number, { sort, atMost }: Asked): Page<D> {
  const shown = rows.slice(0, atMost)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ document }) => JSON.parse(document)),
    total,
    ...(last && rows.length > atMost && { after: afterOf(sort, [last.place, last.id]) })
  }
}

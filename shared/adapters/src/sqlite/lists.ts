import type { SQLInputValue } from 'node:sqlite'
import { type Cut, searchPhrases } from '@huiyin/domain/search-text.ts'
import type { OfAccount, Page } from '@huiyin/ports/documents.ts'
import { afterOf, placeOf } from '../memory/page.ts'
import type { SqliteFile } from './file.ts'
import type { Query } from './reader-worker.ts'
import { matchOf } from './words.ts'

type Parameters = Record<string, SQLInputValue>
type Wanted = string | number | boolean | string[] | OfAccount[]

/** Where rows with a condition are found: its name in the filter, and its column or its whole SQL. */
export type Conditions<F> = { [K in keyof F]-?: { column: string } | { sql: string } }

/** Rows of one of the accounts that the parameter `of` lists. */
export const OF_ACCOUNTS = {
  sql: "(platform, account) in (select value ->> 'platform', value ->> 'account' from json_each(:of))"
}

/** The part of a query that narrows: SQL conditions, and the parameters named in them. */
interface Narrowed {
  where: string
  parameters: Parameters
}

/** Turns a filter into SQL: every condition that is given must hold. */
function narrow<F extends { text?: string }>(conditions: Conditions<F>, filter: F, cut: Cut): Narrowed {
  const parts: string[] = []
  const parameters: Parameters = {}
  for (const [name, condition] of Object.entries(conditions) as [keyof F & string, Conditions<F>[keyof F]][]) {
    const wanted =
      name === 'text' ? matchOf(searchPhrases(filter.text ?? '', cut)) : (filter[name] as Wanted | undefined)
    if (wanted === undefined || (name === 'text' && wanted === '')) continue
    parts.push('sql' in condition ? condition.sql : equals(condition.column, name, wanted))
    parameters[name] = 'sql' in condition && Array.isArray(wanted) ? JSON.stringify(wanted) : parameterOf(wanted)
  }
  return { where: parts.join(' and ') || 'true', parameters }
}

const isOne = (wanted: Wanted) => !Array.isArray(wanted) || wanted.length === 1

/** A single value is compared with `=`, so that an index can also give the order. */
const equals = (column: string, name: string, wanted: Wanted) =>
  isOne(wanted) ? `${column} = :${name}` : `${column} in (select value from json_each(:${name}))`

function parameterOf(wanted: Wanted): SQLInputValue {
  if (Array.isArray(wanted))
    return wanted.length === 1 && typeof wanted[0] === 'string' ? wanted[0] : JSON.stringify(wanted)
  return typeof wanted === 'boolean' ? Number(wanted) : wanted
}

/** A list's order: the column that it is sorted by, and which way; ties are sorted by id, ascending. */
export interface Order {
  column: string
  descending?: boolean
}

interface Lists<F, S extends string, G extends string> {
  table: 'tickets' | 'comments'
  conditions: Conditions<F>
  orders: Record<S, Order>
  /** The column of each value that is counted. */
  groups: Record<G, string>
  cut: Cut
}

type Asked<S> = { sort: S; atMost: number; after?: string }

/** Searches and counts over a table. */
export function lists<F extends { text?: string }, S extends string, G extends string>(
  file: SqliteFile,
  { table, conditions, orders, groups, cut }: Lists<F, S, G>
) {
  return {
    async search<D>(query: F & Asked<S>): Promise<Page<D>> {
      const narrowed = narrow(conditions, query, cut)
      const page = pageQuery(table, narrowed, orders[query.sort], query)
      const [rows, [all]] = await Promise.all([
        file.query<ListedRow>(page),
        file.query<{ total: number }>(totalQuery(table, narrowed))
      ])
      return pageOf(rows, all!.total, query)
    },
    async count(by: G, filter: F): Promise<Record<string, number>> {
      const rows = await file.query<Counted>(countQuery(table, groups[by], narrow(conditions, filter, cut)))
      return Object.fromEntries(rows.map(({ value, total }) => [value, total]))
    }
  }
}

type ListedRow = { id: string; place: number; document: string }
type Counted = { value: string; total: number }

/** One page and the row behind it, by which one knows that there is a next page. */
function pageQuery(
  table: string,
  { where, parameters }: Narrowed,
  { column, descending = false }: Order,
  { sort, atMost, after }: Asked<string>
): Query {
  const from = after === undefined ? undefined : placeOf(sort, after)
  const beyond = descending ? '<' : '>'
  const rest = from ? `and ${column} ${beyond}= :place and (${column} ${beyond} :place or id > :id)` : ''
  return {
    sql: `
      select id, ${column} as place, document from ${table}
      where ${where} ${rest}
      order by ${column} ${descending ? 'desc' : 'asc'}, id
      limit :limit
    `,
    parameters: { ...parameters, ...(from && { place: from[0], id: from[1] }), limit: atMost + 1 }
  }
}

const totalQuery = (table: string, { where, parameters }: Narrowed): Query => ({
  sql: `select count(*) as total from ${table} where ${where}`,
  parameters
})

const countQuery = (table: string, column: string, { where, parameters }: Narrowed): Query => ({
  sql: `
    select ${column} as value, count(*) as total from ${table}
    where ${where} and ${column} is not null
    group by ${column}
  `,
  parameters
})

function pageOf<D>(rows: readonly ListedRow[], total: number, { sort, atMost }: Asked<string>): Page<D> {
  const shown = rows.slice(0, atMost)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ document }) => JSON.parse(document)),
    total,
    ...(last && rows.length > atMost && { after: afterOf(sort, [last.place, last.id]) })
  }
}

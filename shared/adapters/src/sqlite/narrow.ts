import type { SQLInputValue } from 'node:sqlite'
import type { Query as Search } from '@huiyin/domain/search/query.ts'
import type { OfAccount } from '@huiyin/ports/documents.ts'
import { compile, type Parameters, type Searchable } from './compile.ts'

type Wanted = string | number | boolean | string[] | OfAccount[]

/** Where rows with a condition are found: its name in the filter, and its column or its whole SQL. */
export type Conditions<F> = { [K in Exclude<keyof F, 'where'>]-?: { column: string } | { sql: string } }

/** Rows of one of the accounts that the parameter `of` lists. */
export const OF_ACCOUNTS = {
  sql: "(platform, account) in (select value ->> 'platform', value ->> 'account' from json_each(:of))"
}

/** What a filter asks of rows: of their words (bound as `match`), and of their columns. */
export interface Narrowed {
  match?: string
  conditions: readonly string[]
  parameters: Parameters
}

/** Turns a filter into SQL: every condition that is given must hold. */
export function narrow<F extends { where?: Search }>(
  conditions: Conditions<F>,
  filter: F,
  searchable: Searchable
): Narrowed {
  const { match, sql, parameters } = compile(filter.where ?? { type: 'everything' }, searchable)
  const parts = sql === undefined ? [] : [sql]
  for (const name of Object.keys(conditions) as (keyof Conditions<F> & string)[]) {
    const condition = conditions[name]
    const wanted = filter[name] as Wanted | undefined
    if (wanted === undefined) continue
    parts.push('sql' in condition ? condition.sql : equals(condition.column, name, wanted))
    parameters[name] = 'sql' in condition && Array.isArray(wanted) ? JSON.stringify(wanted) : parameterOf(wanted)
  }
  return { ...(match !== undefined && { match }), conditions: parts, parameters }
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

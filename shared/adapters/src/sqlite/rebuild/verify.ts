import { hash } from 'node:crypto'
import type { Checked, Copying } from '@huiyin/ports/rebuild.ts'
import type { SqliteFile } from '../file.ts'
import { type Table, tableOf, wordsTableOf } from './layouts.ts'

const PAGE = 500

interface Pair {
  row: number
  id: string
  version: number
  document: string
  copiedId: string | null
  copiedVersion: number | null
  copied: string | null
  words: number | null
}

const digestOf = (id: string, version: number, document: string): bigint =>
  hash('sha1', `${id}\n${version}\n${document}`, 'buffer').readBigUInt64BE()

/**
 * Reads both side by side, page by page: a page is one moment, and whatever is put goes into both in one transaction, so
 * that they never differ. The words of a row must be there; they were made of the same document.
 */
export async function* verifyRows(
  file: SqliteFile,
  table: Table,
  { total }: Copying
): AsyncGenerator<{ checked: number; total: number }, Checked> {
  const next = tableOf(table, 'next')
  const sql = `
    select m.row, m.id, m.version, m.document, n.id as copiedId, n.version as copiedVersion, n.document as copied,
      w.id as words
    from ${table} m
    left join ${next} n on n.row = m.row
    left join ${wordsTableOf(table, 'next')}_docsize w on w.id = m.row
    where m.row > :after
    order by m.row
    limit ${PAGE}
  `
  const of = { expected: 0n, found: 0n, documents: 0, missing: 0 }
  for (let after = 0; ; ) {
    const pairs = await file.query<Pair>({ sql, parameters: { after } })
    if (pairs.length === 0) break
    for (const pair of pairs) add(of, pair)
    after = pairs.at(-1)!.row
    yield { checked: of.documents, total }
  }
  const [counts] = await file.query<{ was: number; is: number }>({
    sql: `select (select count(*) from ${table}) as was, (select count(*) from ${next}) as "is"`,
    parameters: {}
  })
  const checked = { documents: of.documents, checksum: hexOf(of.expected) }
  const differs = difference(of, counts!, table)
  return differs === undefined ? checked : { ...checked, differs }
}

interface Sums {
  expected: bigint
  found: bigint
  documents: number
  missing: number
}

function add(of: Sums, { id, version, document, copiedId, copiedVersion, copied, words }: Pair): void {
  of.documents += 1
  of.expected = BigInt.asUintN(64, of.expected + digestOf(id, version, document))
  if (copied === null || words === null) of.missing += 1
  else of.found = BigInt.asUintN(64, of.found + digestOf(copiedId!, copiedVersion!, copied))
}

const hexOf = (sum: bigint) => sum.toString(16).padStart(16, '0')

function difference({ expected, found, missing }: Sums, { was, is }: { was: number; is: number }, table: Table) {
  if (missing > 0) return `${missing} of the ${table} are missing in the copy, or have no words there`
  if (was !== is) return `${table} has ${was} rows, the copy ${is}`
  if (expected !== found) return `the checksum of ${table} is ${hexOf(expected)}, that of the copy ${hexOf(found)}`
}

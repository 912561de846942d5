import type { SQLInputValue } from 'node:sqlite'
import type { History, HistoryFilter } from '@huiyin/ports/history.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import { afterOf, placeOf } from '../memory/page.ts'
import { redacted } from '../redacted-row.ts'
import type { SqliteFile } from './file.ts'
import { FREQUENT_TYPES, type HistoryColumns } from './history-writes.ts'

type Found = { document: string }

const rowIn = ({ document }: Found): HistoryRow => JSON.parse(document)

export function sqliteHistory(file: SqliteFile): History {
  const rows = async (sql: string, parameters: Record<string, SQLInputValue>) =>
    (await file.query<Found>({ sql, parameters })).map(rowIn)

  return {
    add: async added => {
      const standing = await file.write('history', added.map(columnsOf))
      return added.map((row, i) => {
        const document = standing[i]
        return document === undefined ? { made: true, row } : { made: false, row: rowIn({ document }) }
      })
    },
    of: (ticket, { afterN = 0, atMost }) =>
      rows('select document from history where ticket = :ticket and n > :afterN order by n limit :atMost', {
        ...{ ticket, afterN, atMost }
      }),
    search: async (filter, { after, atMost }) => {
      const place = after === undefined ? undefined : placeOf('at', after)
      const { where, parameters } = narrowed(filter)
      const behind = place ? ' and at <= :at and (at < :at or id > :id)' : ''
      const found = await rows(
        `select document from history where ${where}${behind} order by at desc, id limit :atMost`,
        { ...parameters, atMost: atMost + 1, ...(place && { at: place[0], id: place[1] }) }
      )
      const shown = found.slice(0, atMost)
      const last = shown.at(-1)
      return { rows: shown, ...(last && found.length > atMost && { after: afterOf('at', [last.at, last.id]) }) }
    },
    between: async ({ partition, from, to, atMost }) => {
      const sql = `
        select id, ticket, n, document, at, rare, person, partition, "offset" from history
        where partition = :partition and "offset" > :from and "offset" <= :to
        order by "offset"
        limit :atMost
      `
      const parameters = { partition, from: Number(from), to: Number(to), atMost }
      return (await file.query<WholeRow>({ sql, parameters })).map(soundRowIn)
    },
    redact: async ids => {
      const found = await rows('select document from history where id in (select value from json_each(:ids))', {
        ids: JSON.stringify(ids)
      })
      await file.write(
        'rewriteHistory',
        found.map(row => [JSON.stringify(redacted(row)), row.id])
      )
    },
    refresh: async () => {} // what is committed is seen
  }
}

interface WholeRow extends Found {
  id: string
  ticket: string
  n: number
  at: number
  rare: string | null
  person: string | null
  partition: number
  offset: number
}

/** The row, if its columns are those of its document; otherwise what the columns say, which is no row of ours. */
function soundRowIn({ document, ...columns }: WholeRow): HistoryRow {
  const { id, ticket, n, at, rare, person, partition, offset } = columns
  try {
    const row: HistoryRow = JSON.parse(document)
    const sound = JSON.stringify([id, ticket, n, document, at, rare, person, partition, offset])
    if (JSON.stringify(columnsOf(row)) === sound) return row
  } catch {
    // told as an altered row by whoever verifies
  }
  const nobody = { id: 'unknown', name: 'unknown', role: 'unknown' }
  return {
    id,
    key: '',
    ticket,
    n,
    type: 'trail.anchored',
    at,
    actor: nobody,
    data: {},
    partition,
    offset: String(offset)
  }
}

const isService = (actor: string) => actor.startsWith('system:')

function columnsOf(row: HistoryRow): HistoryColumns {
  const { id, ticket, n, at, type, actor, partition, offset } = row
  const person = isService(actor.id) ? null : actor.id
  return [
    id,
    ticket,
    n,
    JSON.stringify(row),
    at,
    FREQUENT_TYPES.has(type) ? null : type,
    person,
    partition,
    Number(offset)
  ]
}

/** Each condition is put so that one index can be chosen; the order by time leads where nothing else does. */
function narrowed({ from, to, actor, type, subject }: HistoryFilter) {
  const conditions: [condition: string, name: string, value: SQLInputValue | undefined][] = [
    ['at >= :from', 'from', from],
    ['at < :to', 'to', to],
    [
      actor !== undefined && isService(actor) ? "document ->> '$.actor.id' = :actor" : 'person = :actor',
      'actor',
      actor
    ],
    [type && FREQUENT_TYPES.has(type) ? "document ->> '$.type' = :type" : 'rare = :type', 'type', type],
    ['ticket = :subject', 'subject', subject]
  ]
  const given = conditions.filter(([, , value]) => value !== undefined)
  return {
    where: given.map(([condition]) => condition).join(' and ') || 'true',
    parameters: Object.fromEntries(given.map(([, name, value]) => [name, value!]))
  }
}

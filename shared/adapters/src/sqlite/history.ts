import type { History } from '@huiyin/ports/history.ts'
import type { SqliteFile } from './file.ts'

export const sqliteHistory = (file: SqliteFile): History => ({
  add: async rows => {
    await file.write(
      'history',
      rows.map(row => [row.id, row.ticket, row.n, JSON.stringify(row)])
    )
  },
  of: async (ticket, { afterN = 0, atMost }) => {
    const sql = 'select document from history where ticket = :ticket and n > :afterN order by n limit :atMost'
    const rows = await file.query<{ document: string }>({ sql, parameters: { ticket, afterN, atMost } })
    return rows.map(({ document }) => JSON.parse(document))
  },
  refresh: async () => {} // what is committed is seen
})

import type { History } from '@huiyin/ports/history.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import { redacted } from '../redacted-row.ts'
import { pageOf } from './page.ts'

import { same, shelf, within } from './shelf.ts'

export function memoryHistory(searchLags: boolean): History {
  const rows = shelf<HistoryRow>(({ id }) => id, searchLags)
  return {
    add: async added =>
      added.map(document => {
        const made = rows.put({ document }).outcome === 'put' // one that stands already conflicts, and stays
        return { made, row: rows.get(document.id)!.document }
      }),
    of: async (ticket, { afterN = 0, atMost }) =>
      rows.copies(
        rows
          .listed()
          .filter(row => row.ticket === ticket && row.n > afterN)
          .sort((a, b) => a.n - b.n)
          .slice(0, atMost)
      ),
    search: async ({ from, to, actor, type, subject }, page) => {
      const found = rows
        .listed()
        .filter(row => within(from, to, row.at) && same(actor, row.actor.id) && same(type, row.type))
        .filter(row => same(subject, row.ticket))
      const { total: _, ...shown } = pageOf(found, { sort: 'at', ...page }, ({ at, id }) => [-at, id])
      return { ...shown, rows: rows.copies(shown.rows) }
    },
    between: async ({ partition, from, to, atMost }) =>
      rows.copies(
        rows
          .listed()
          .filter(({ offset, ...row }) => row.partition === partition && +offset > +from && +offset <= +to)
          .sort((a, b) => Number(a.offset) - Number(b.offset))
          .slice(0, atMost)
      ),
    redact: async ids => {
      for (const id of ids) {
        const found = rows.get(id)
        if (found) rows.put({ document: redacted(found.document), version: found.version })
      }
    },
    refresh: async () => rows.refresh()
  }
}

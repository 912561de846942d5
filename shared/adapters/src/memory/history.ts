import type { History } from '@huiyin/ports/history.ts'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import { shelf } from './shelf.ts'

export function memoryHistory(searchLags: boolean): History {
  const rows = shelf<HistoryRow>(({ id }) => id, searchLags)
  return {
    add: async added => {
      for (const document of added) rows.put({ document }) // one that stands already conflicts, and stays
    },
    of: async (ticket, { afterN = 0, atMost }) =>
      rows
        .listed()
        .filter(row => row.ticket === ticket && row.n > afterN)
        .sort((a, b) => a.n - b.n)
        .slice(0, atMost),
    refresh: async () => rows.refresh()
  }
}

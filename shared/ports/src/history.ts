import type { HistoryRow } from '@huiyin/schemas/event.ts'

/** The timelines of tickets, written by the scribe alone. */
export interface History {
  /** Writes each row by create; a row that stands already is left as it is. Durable when it answers. */
  add: (rows: readonly HistoryRow[]) => Promise<void>
  /** A ticket's rows by `n`, from `afterN` (exclusive, default 0) on. */
  of: (ticket: string, options: { afterN?: number; atMost: number }) => Promise<HistoryRow[]>
  refresh: () => Promise<void>
}

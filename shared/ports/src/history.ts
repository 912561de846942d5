import type { EventType, HistoryRow } from '@huiyin/schemas/event.ts'

/** What was asked to be added, as it stands now; `made`: by this call, also when its first answer was lost. */
export interface AddedRow {
  made: boolean
  row: HistoryRow
}

/** All conditions that are given must hold. */
export interface HistoryFilter {
  /** From (inclusive), to (exclusive), ms UTC. */
  from?: number
  to?: number
  /** Id of who did it. */
  actor?: string
  type?: EventType
  /** A ticket's id, or of what is no ticket, such as `person/li`. */
  subject?: string
}

/** The newest first. */
export interface HistoryPage {
  rows: HistoryRow[]
  /** Where the next page begins; absent on the last one. */
  after?: string
}

/** The timelines of tickets and all that is no ticket, written by the scribe alone. */
export interface History {
  /** Writes each row by create; a row that stands already is left as it is, and answered. Durable when it answers. */
  add: (rows: readonly HistoryRow[]) => Promise<AddedRow[]>
  /** A ticket's rows by `n`, from `afterN` (exclusive, default 0) on. */
  of: (ticket: string, options: { afterN?: number; atMost: number }) => Promise<HistoryRow[]>
  /** Rejects with INVALID_REQUEST an `after` that it has not given. */
  search: (filter: HistoryFilter, page: { after?: string; atMost: number }) => Promise<HistoryPage>
  /** Rows by their place in a partition of the log, from behind `from` to `to` (inclusive). */
  between: (of: { partition: number; from: string; to: string; atMost: number }) => Promise<HistoryRow[]>
  /** Takes out what rows say, and their salts: their ids, numbers, types and instants stay, and the trail holds. */
  redact: (ids: readonly string[]) => Promise<void>
  refresh: () => Promise<void>
}

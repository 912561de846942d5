import type { HistoryRow } from '@huiyin/schemas/event.ts'

/** A row without what it said, and without the salt by which that could be guessed. */
export function redacted({ salt: _, ...row }: HistoryRow): HistoryRow {
  return { ...row, data: {}, redacted: true }
}

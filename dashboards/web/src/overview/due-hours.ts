import type { TicketRow } from '@huiyin/schemas/api.ts'

const HOUR = 3_600_000

export type Hour = { from: number; count: number }

/** How many of these fall due in each of the next 24 hours, the hour that runs now first. */
export function dueHours(rows: readonly TicketRow[], now: number): Hour[] {
  const start = now - (now % HOUR)
  const hours = Array.from({ length: 24 }, (_, at): Hour => ({ from: start + at * HOUR, count: 0 }))
  for (const { dueAt } of rows) {
    const hour = dueAt === undefined || dueAt < now ? undefined : hours[Math.floor((dueAt - start) / HOUR)]
    if (hour) hour.count += 1
  }
  return hours
}

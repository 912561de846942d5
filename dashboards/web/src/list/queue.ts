import type { TicketRow } from '@huiyin/schemas/api.ts'
import { useSyncExternalStore } from 'react'

/** The list as it stands beside the open ticket, so that the ticket can say which comes next. */

type Queue = { rows: readonly TicketRow[]; stands: (row: TicketRow) => boolean }

const EMPTY: Queue = { rows: [], stands: () => false }

let queue = EMPTY
const listeners = new Set<() => void>()

/** Said by the list whenever it is drawn anew; `stands`: a row still belongs there. */
export function keepQueue(next: Queue = EMPTY): void {
  queue = next
  for (const listener of listeners) listener()
}

/** The first after this ticket that still belongs into the list; behind the last one, the first of all. */
export function nextIn({ rows, stands }: Queue, ticket: string | undefined): TicketRow | undefined {
  const at = rows.findIndex(({ id }) => id === ticket)
  const waits = (row: TicketRow) => row.id !== ticket && stands(row)
  return rows.slice(at + 1).find(waits) ?? rows.slice(0, Math.max(0, at)).find(waits)
}

export const nextAfter = (ticket: string | undefined) => nextIn(queue, ticket)

export const useNext = (ticket: string): TicketRow | undefined =>
  useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => nextAfter(ticket)
  )

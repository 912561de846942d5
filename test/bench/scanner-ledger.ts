import type { Records } from '@huiyin/ports/records.ts'
import type { Alert } from '@huiyin/schemas/alert.ts'

const PAGE = 1_000

/** When the first alert of each ticket was in the ledger, in ms of `performance.now`. */
export interface Ledger {
  records: Records
  made: ReadonlyMap<string, number>
}

/** Notes what the alerter makes, once the store has it. */
export function watched(records: Records): Ledger {
  const made = new Map<string, number>()
  const note = (kind: string, values: readonly unknown[]) => {
    if (kind !== 'alert') return
    for (const { ticket } of values as Alert[]) if (!made.has(ticket)) made.set(ticket, performance.now())
  }
  return {
    made,
    records: {
      ...records,
      create: async (kind, entry) => {
        const mine = await records.create(kind, entry)
        note(kind, [entry.value])
        return mine
      },
      createEach: async (kind, entries) => {
        const mine = await records.createEach(kind, entries)
        note(
          kind,
          entries.map(({ value }) => value)
        )
        return mine
      }
    }
  }
}

/** The tickets of all rows that stand in the ledger. */
export async function alerted(records: Records): Promise<Set<string>> {
  await records.refresh()
  const tickets = new Set<string>()
  for (let after = ''; ; ) {
    const rows = await records.list<Alert>('alert', { after, atMost: PAGE })
    for (const { value } of rows) tickets.add(value.ticket)
    if (rows.length < PAGE) return tickets
    after = rows.at(-1)!.id
  }
}

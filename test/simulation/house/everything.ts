import type { House } from '@huiyin/adapters/house.ts'
import type { Alert, Delivery } from '@huiyin/schemas/alert.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

const PAGE = 1_000

export interface Everything {
  tickets: Ticket[]
  alerts: Alert[]
  deliveries: Delivery[]
  /** Ids of tickets whose timeline lacks an event, or has one twice. */
  brokenTimelines: string[]
}

/** All that the house has in the end. */
export async function everything({ store }: House): Promise<Everything> {
  await Promise.all([store.tickets.refresh(), store.records.refresh(), store.history.refresh()])
  const tickets = await ticketsOf(store)
  const [alerts, deliveries] = [await recordsOf<Alert>(store, 'alert'), await recordsOf<Delivery>(store, 'delivery')]
  const brokenTimelines: string[] = []
  for (const { id, n } of tickets) {
    const rows = await store.history.of(id, { atMost: 10_000 })
    if (rows.length !== n || rows.some((row, i) => row.n !== i + 1)) brokenTimelines.push(id)
  }
  return { tickets, alerts, deliveries, brokenTimelines }
}

async function ticketsOf({ tickets }: House['store']): Promise<Ticket[]> {
  const all: Ticket[] = []
  for (let after: string | undefined; ; ) {
    const page = await tickets.search({ sort: 'newest', atMost: PAGE, ...(after !== undefined && { after }) })
    all.push(...page.rows)
    after = page.after
    if (after === undefined) return all
  }
}

async function recordsOf<V>({ records }: House['store'], kind: string): Promise<V[]> {
  const all: V[] = []
  for (let after: string | undefined; ; ) {
    const rows = await records.list<V>(kind, { atMost: PAGE, ...(after !== undefined && { after }) })
    all.push(...rows.map(({ value }) => value))
    after = rows.at(-1)?.id
    if (rows.length < PAGE) return all
  }
}

import type { Fact, Outage } from '../reference/facts.ts'

/** What truly happened: written down by the world, read by the reference. */
export interface Journal {
  note: (ticket: string, fact: Fact) => void
  tickets: ReadonlyMap<string, Fact[]>
  /** In which no service ticked. */
  outages: readonly Outage[]
}

export function journal(outages: readonly Outage[]): Journal {
  const tickets = new Map<string, Fact[]>()
  return {
    note: (ticket, fact) => {
      const facts = tickets.get(ticket)
      if (facts) facts.push(fact)
      else tickets.set(ticket, [fact])
    },
    tickets,
    outages
  }
}

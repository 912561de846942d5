import type { Store } from '@huiyin/adapters/open.ts'
import { PARKED, type Parked } from '@huiyin/ports/parking.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { OperatorItem } from '@huiyin/schemas/operator-item.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Control } from '@huiyin/simulator/control.ts'
import type { World } from '@huiyin/simulator/world.ts'
import type { Away } from './away.ts'
import type { Changes } from './citizens.ts'
import type { Discovery } from './discovery.ts'
import type { Let } from './people.ts'
import type { Scale } from './scale.ts'
import type { Weather } from './weather.ts'

const PAGE = 1_000

/** All that the house has in the end. */
export interface Kept {
  comments: StoredComment[]
  tickets: Map<string, Ticket>
  parked: Parked[]
  items: OperatorItem[]
}

/** What the hour came to: what truly stood at the platforms, and what the house made of it. */
export interface Findings {
  scale: Scale
  simulator: World
  quotas: ReturnType<Control['quotas']>
  discovery: Discovery
  weather: Weather
  away: Away
  kept: Kept
  replies: readonly Let[]
  changes: Changes
  deaths: number
  /** Real time by part, in ms. */
  spent: Record<string, number>
}

export async function everything({ comments, tickets, records }: Store): Promise<Kept> {
  await Promise.all([comments.refresh(), tickets.refresh(), records.refresh()])
  const query = { sort: 'newest', atMost: PAGE } as const
  const all = await pages(after => comments.search({ ...query, ...after }))
  const found = await pages(after => tickets.search({ ...query, ...after }))
  return {
    comments: all,
    tickets: new Map(found.map(ticket => [ticket.id, ticket])),
    parked: (await records.list<Parked>(PARKED, { atMost: PAGE })).map(({ value }) => value),
    items: (await records.list<OperatorItem>('operator-item', { atMost: PAGE })).map(({ value }) => value)
  }
}

async function pages<T>(ask: (after: { after?: string }) => Promise<{ rows: T[]; after?: string }>): Promise<T[]> {
  const all: T[] = []
  for (let after: string | undefined; ; ) {
    const page = await ask(after === undefined ? {} : { after })
    all.push(...page.rows)
    after = page.after
    if (after === undefined) return all
  }
}

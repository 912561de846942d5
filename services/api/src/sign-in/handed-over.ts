import { handOverOf } from '@huiyin/domain/sign-in/hand-over.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { HandOver } from '@huiyin/schemas/user.ts'

const OPEN = ['open', 'handling'] as const
const PAGE = 200
const MOST = 1_000

/** What somebody leaves open, by its due time, a thousand at most: a look at every open ticket. */
export async function handedOver(tickets: Tickets, person: string): Promise<HandOver[]> {
  const rows: HandOver[] = []
  await tickets.refresh()
  for (let after: string | undefined; ; ) {
    const page = await tickets.search({ status: [...OPEN], sort: 'due', atMost: PAGE, ...(after && { after }) })
    rows.push(...page.rows.map(one => handOverOf(one, person)).filter(one => one !== undefined))
    after = page.after
    if (after === undefined || rows.length >= MOST) return rows.slice(0, MOST)
  }
}

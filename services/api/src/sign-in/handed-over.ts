import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { handOverOf } from '@huiyin/domain/sign-in/hand-over.ts'
import { handedOver as handOverNews } from '@huiyin/domain/work/commands.ts'
import { act, type Desk } from '@huiyin/ports/act.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Assignee, Ticket } from '@huiyin/schemas/ticket.ts'
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

export type HandingOver = {
  /** Id of who had them in hand. */
  from: string
  /** Who goes on with them where they may; else, and where absent, nobody. */
  to?: Actor | undefined
  by: Actor
  /** What they keep. */
  keeps?: (ticket: Ticket) => boolean
}

/** Gives on the open tickets that somebody has in hand; answers who has each now, by the ticket's id. */
export async function handOver(desk: Desk, handing: HandingOver): Promise<Map<string, Assignee | undefined>> {
  const given = new Map<string, Assignee | undefined>()
  for (const ticket of await inHandOf(desk.tickets, handing.from)) {
    if (handing.keeps?.(ticket)) continue
    const { from, by, to } = handing
    const goesOn = to && mayDo(to, 'ticket.assign', ofTicket(ticket)) ? { to: { id: to.id, name: to.name } } : {}
    const { assigned } = await act(desk, ticket.id, handOverNews({ actor: by, from, ...goesOn }))
    given.set(ticket.id, assigned?.to)
  }
  await desk.tickets.refresh()
  return given
}

/** All of them before the first is given: the pages would shift. */
async function inHandOf(tickets: Tickets, person: string): Promise<Ticket[]> {
  const all: Ticket[] = []
  await tickets.refresh()
  for (let after: string | undefined; ; ) {
    const query = { status: [...OPEN], assigned: [person], sort: 'due', atMost: PAGE } as const
    const page = await tickets.search({ ...query, ...(after && { after }) })
    all.push(...page.rows)
    after = page.after
    if (after === undefined) return all
  }
}

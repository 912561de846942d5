import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Logs, PARSERS, type Store } from '@huiyin/adapters/open.ts'
import { openSqlite } from '@huiyin/adapters/sqlite/open.ts'
import { tick } from '@huiyin/desk/tick.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { actOnEach, type Desk, openDesk } from '@huiyin/ports/act.ts'
import type { Page } from '@huiyin/ports/documents.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { observeEach } from '@huiyin/ports/observe-each.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

type Kept = { store: Pick<Store, 'comments' | 'tickets'>; logs: Pick<Logs, 'classified' | 'events'> }

/** What stands after all, and what would stand if nobody had been killed. */
export interface Aftermath {
  comments: string[]
  tickets: Core[]
  undisturbed: Core[]
  /** Tickets of which an event is nowhere in the log. */
  untold: string[]
}

export async function aftermath({ store, logs }: Kept): Promise<Aftermath> {
  await lookBack(deskOn(store, logs.events), store)
  await Promise.all([store.comments.refresh(), store.tickets.refresh()])
  const comments = await everyPage(after => store.comments.search({ sort: 'oldest', atMost: 1000, ...after }))
  const tickets = await ticketsOf(store)
  return {
    comments: comments.map(({ id }) => id),
    tickets: tickets.map(core).toSorted(byId),
    undisturbed: (await undisturbed(await everything(logs.classified))).map(core).toSorted(byId),
    untold: await untold(tickets, logs.events)
  }
}

/** Those of the tickets of which an event is nowhere in the log. */
async function untold(tickets: readonly Ticket[], events: EventLog<HouseEvent>): Promise<string[]> {
  const numbers = Map.groupBy(await everything(events), ({ ticket }) => ticket)
  const told = (id: string) => new Set(numbers.get(id)?.map(({ n }) => n)).size
  return tickets.filter(({ id, n }) => told(id) !== n).map(({ id }) => id)
}

/** The same once the desk has swept. */
export async function untoldAfterSweep({ store, logs }: Kept, desk: Desk): Promise<string[]> {
  const soon = Date.now() + 60_000
  do {
    await store.tickets.refresh()
    await tick({ desk, comments: store.comments }, soon)
    await store.tickets.refresh()
  } while ((await store.tickets.due('unpublishedSince', soon, 1)).length > 0)
  return untold(await ticketsOf(store), logs.events)
}

/** The same comments through a desk that nobody kills. */
async function undisturbed(classified: readonly Classified[]): Promise<Ticket[]> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-undisturbed-'))
  const { store, log, close } = await openSqlite({ folder })
  try {
    const desk = deskOn(store, log('events', { parse: PARSERS.events }))
    const once = [...new Map(classified.map(seen => [seen.id, seen])).values()]
    for (let from = 0; from < once.length; from += 1000) {
      const batch = once.slice(from, from + 1000)
      await observeEach(store.comments, batch)
      await actOnEach(desk, batch.map(arrival))
    }
    await lookBack(desk, store)
    return await ticketsOf(store)
  } finally {
    await close()
    await rm(folder, { recursive: true, force: true })
  }
}

const arrival = ({ observation, classification }: Classified) => ({
  id: ticketId(observation),
  command: commentArrived(system('desk'), observation, classification)
})

const deskOn = ({ tickets }: Kept['store'], events: EventLog<HouseEvent>): Desk =>
  openDesk({ tickets, events, clock: { now: Date.now } })

/** The threads that are still to be read again, are. */
async function lookBack(desk: Desk, { comments, tickets }: Kept['store']): Promise<void> {
  const soon = Date.now() + 60_000
  do {
    await tick({ desk, comments }, soon)
    await desk.publisher.idle()
    await tickets.refresh()
  } while ((await tickets.due('lookBackAt', soon, 1)).length > 0)
}

const ticketsOf = ({ tickets }: Kept['store']) =>
  everyPage(after => tickets.search({ sort: 'newest', atMost: 1000, ...after }))

/** What must not depend on how often anything was killed. */
const core = ({ id, n, turns, owed, clocks }: Ticket) => ({
  id,
  n,
  turns: turns.length,
  owed: owed.map(({ comment }) => comment),
  clocks: clocks.map(({ kind, startedAt, dueAt }) => [kind, startedAt, dueAt])
})
type Core = ReturnType<typeof core>

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** All that a topic holds, read by a group of our own. */
export async function everything<E extends { key: string }>(log: EventLog<E>): Promise<E[]> {
  const group = 'aftermath'
  const all: E[] = []
  if ((await log.lag(group)) === 0) return all
  for await (const { events, commit } of log.read({ group, atMost: 1000 })) {
    all.push(...events)
    await commit()
    if ((await log.lag(group)) === 0) break
  }
  return all
}

/** Every row of a search, page by page. */
export async function everyPage<D>(page: (after: { after?: string }) => Promise<Page<D>>): Promise<D[]> {
  const all: D[] = []
  for (let after: string | undefined; ; ) {
    const { rows, after: next } = await page(after === undefined ? {} : { after })
    all.push(...rows)
    if (next === undefined) return all
    after = next
  }
}

import { memoryEventLog } from '@huiyin/adapters/memory/event-log.ts'
import { memoryStore } from '@huiyin/adapters/memory/store.ts'
import type { Logs, Store } from '@huiyin/adapters/open.ts'
import { PARSERS } from '@huiyin/adapters/open.ts'
import { commentArrived } from '@huiyin/domain/commands.ts'
import { ticketId } from '@huiyin/domain/ids.ts'
import { actOnEach, openDesk } from '@huiyin/ports/act.ts'
import type { Page } from '@huiyin/ports/documents.ts'
import type { EventLog } from '@huiyin/ports/event-log.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Classified } from '@huiyin/schemas/comment.ts'
import { DEFAULT_POLICY } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'

type Kept = { store: Store; logs: Logs }

/** Everything that a topic holds, read by a group of its own. */
async function everything<E extends { key: string }>(log: EventLog<E>, group: string): Promise<E[]> {
  const all: E[] = []
  if ((await log.lag(group)) === 0) return all
  for await (const { events, commit } of log.read({ group, atMost: 1000 })) {
    all.push(...events)
    await commit()
    if ((await log.lag(group)) === 0) break
  }
  return all
}

export async function pages<D>(search: (after: { after?: string }) => Promise<Page<D>>): Promise<D[]> {
  const all: D[] = []
  for (let after: string | undefined; ; ) {
    const { rows, after: next } = await search(after === undefined ? {} : { after })
    all.push(...rows)
    if (next === undefined) return all
    after = next
  }
}

/** What must not depend on how often anything was killed. */
const core = ({ id, n, turns, owed, clocks }: Ticket) => ({
  id,
  n,
  turns: turns.length,
  owed: owed.map(({ comment }) => comment),
  clocks: clocks.map(({ kind, startedAt, dueAt }) => [kind, startedAt, dueAt])
})

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** Tickets as they stand, as nobody would have made them who was not killed, and their events. */
export async function kept({ store, logs }: Kept) {
  await Promise.all([store.comments.refresh(), store.tickets.refresh()])
  const comments = await pages(after => store.comments.search({ sort: 'oldest', atMost: 1000, ...after }))
  const tickets = await pages(after => store.tickets.search({ sort: 'newest', atMost: 1000, ...after }))
  const numbers = new Map<string, Set<number>>()
  for (const { ticket, n } of await everything(logs.events, 'verify'))
    numbers.set(ticket, (numbers.get(ticket) ?? new Set()).add(n))
  return {
    comments: comments.map(({ id }) => id),
    tickets: tickets.map(core).toSorted(byId),
    undisturbed: (await undisturbed(await everything(logs.classified, 'verify'))).map(core).toSorted(byId),
    /** Tickets of which an event is nowhere in the log. */
    untold: tickets.filter(({ id, n }) => numbers.get(id)?.size !== n).map(({ id }) => id)
  }
}

async function undisturbed(classified: readonly Classified[]): Promise<Ticket[]> {
  const { tickets } = memoryStore()
  const events = memoryEventLog({ parse: PARSERS.events })
  const desk = openDesk({ tickets, events, clock: { now: Date.now }, policy: DEFAULT_POLICY })
  const commands = classified.map(({ observation, classification }) => ({
    id: ticketId(observation),
    command: commentArrived(system('desk'), observation, classification)
  }))
  return (await actOnEach(desk, commands)).tickets
}

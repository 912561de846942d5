import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { EventLog } from './event-log.ts'

const REMEMBERED = 50_000

/** What carries its events until they are published: a ticket or an incident; `id` is the subject of its events. */
export type Carrier = { id: string; unpublished: readonly HouseEvent[] }

/**
 * Sends the events that tickets carry, in order per ticket, and remembers how far it came, so that
 * the next act of this process leaves them out. Another process does not know, sends them again,
 * and readers drop an `n` that they had.
 */
export interface Publisher {
  /** Sends what the tickets carry and this process has not sent; resolves when the log has it. */
  publish: (tickets: readonly Carrier[]) => Promise<void>
  /** What of a ticket's events still has to be carried. */
  unsent: (ticket: Carrier) => HouseEvent[]
  /** Resolves when nothing is on its way. */
  idle: () => Promise<void>
}

/** What several asked to be sent while another sending was in flight: it goes with the next, as one. */
type Round = { tickets: Carrier[]; done: PromiseWithResolvers<void> }

export function openPublisher(events: EventLog<HouseEvent>): Publisher {
  const sent = new Map<string, number>()
  let next: Round | undefined
  let sending: Promise<void> | undefined

  const unsent = ({ id, unpublished }: Carrier) => {
    const through = sent.get(id) ?? 0
    return unpublished.filter(({ n }) => n > through)
  }

  const remember = (ticket: string, n: number) => {
    sent.delete(ticket)
    sent.set(ticket, n)
    if (sent.size > REMEMBERED) sent.delete(sent.keys().next().value!)
  }

  const send = async (tickets: readonly Carrier[]) => {
    const due = inOrder(tickets, tickets.flatMap(unsent))
    if (due.length === 0) return
    await events.append(due)
    for (const { ticket, n } of due) remember(ticket, Math.max(n, sent.get(ticket) ?? 0))
  }

  const sendAll = async () => {
    while (next) {
      const { tickets, done } = next
      next = undefined
      await send(tickets).then(done.resolve, done.reject)
    }
    sending = undefined
  }

  return {
    unsent,
    publish: tickets => {
      next ??= { tickets: [], done: Promise.withResolvers() }
      next.tickets.push(...tickets)
      const { promise } = next.done
      sending ??= Promise.resolve().then(sendAll)
      return promise
    },
    idle: async () => {
      while (sending) await sending
    }
  }
}

/** Each event once, those of one ticket by their numbers: two versions of a ticket carry the same ones. */
function inOrder(tickets: readonly Carrier[], events: HouseEvent[]): HouseEvent[] {
  if (new Set(tickets.map(({ id }) => id)).size === tickets.length) return events // as nearly always
  const byTicket = Map.groupBy(new Map(events.map(event => [event.id, event])).values(), ({ ticket }) => ticket)
  return [...byTicket.values()].flatMap(those => those.toSorted((a, b) => a.n - b.n))
}

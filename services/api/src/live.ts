import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { LiveEvent } from '@huiyin/schemas/api.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { after, isBefore, isKept, type Places, placesId, placesOf } from './live-places.ts'
import { errorFacts } from './log.ts'
import type { ApiPorts } from './ports.ts'
import { ticketRow } from './views.ts'

/**
 * One follower of the log for all who watch. The id of each message says how far the log was told (`Places`). Who comes
 * back, to this process or another, gets what was missed as long as it is kept; anybody else gets `reset` and reads anew.
 */
export type Message = {
  id: string
  event: 'ticket' | 'reset'
  data: LiveEvent | Record<string, never>
  /** The ticket that it tells of; who watches is told only of those that they may read. */
  of?: Ticket
}

export interface Live {
  /**
   * Hands each message to `take` until the returned function is called; first what came after `lastId`.
   * `at` is the id from which to come back when nothing has come yet; absent where `lastId` holds, or nothing is known yet.
   */
  watch: (take: (message: Message) => void, lastId?: string) => { at: string | undefined; leave: () => void }
  /** Tells which tickets have changed, and nothing of them: who keeps something of all tickets reads them when it likes. */
  hear: (hearer: Hearer) => () => void
  /** Follows until the signal, through failures of the log and the store. */
  run: (signal: AbortSignal) => Promise<void>
}

export interface Hearer {
  /** Once it is told of all that comes from now on, and again whenever something may have been missed. */
  anew: () => void
  changed: (tickets: readonly string[]) => void
  /** The log is away, or is there again: what happens meanwhile is told then. */
  away: (isAway: boolean) => void
}

const KEPT = 5_000
/** So many events of each partition are read again at start: browsers that lost another process go on at this one. */
const BACK = 500
/** Who missed more reads anew: that costs less than so many rows, for each who comes back. */
const MISSED = 1_000
const PAUSE = 1_000

type LivePorts = Pick<ApiPorts, 'events' | 'tickets' | 'clock' | 'accounts'>
type Seen = { event: HouseEvent; partition: number; offset: string }
type Take = (message: Message) => void

export function openLive({ events, tickets, clock, accounts }: LivePorts, logger: Logger): Live {
  const watchers = new Set<Take>()
  const hearers = new Set<Hearer>()
  const begun = Promise.withResolvers<void>()
  /** One after the other: what a batch tells, and what those who come back have missed. */
  let turn: Promise<void> = begun.promise
  let kept: Seen[] = []
  let first: Map<number, string> = new Map()
  let next: Map<number, string> = new Map()

  const inTurn = (work: () => Promise<void>) => {
    const done = turn.then(work)
    turn = done.catch(() => {}) // met by who asked for it
    return done
  }

  const reset = (takes: Iterable<Take>) => {
    for (const take of takes) take({ id: placesId(next), event: 'reset', data: {} })
  }

  /** Messages of events, each with the ticket as it stands now. */
  const messagesOf = async (seen: readonly Seen[], from: Places): Promise<Message[]> => {
    const ids = [...new Set(seen.map(({ event }) => event.ticket))]
    const found = ids.length > 0 ? await tickets.getMany(ids) : []
    const byId = new Map(ids.map((id, i) => [id, found[i]?.document]))
    const places = new Map(from)
    return seen.flatMap(({ event: { ticket: id, n, type, at }, partition, offset }) => {
      places.set(partition, after(offset))
      const ticket = byId.get(id)
      if (!ticket) return []
      const row = ticketRow(ticket, accounts(ticket.platform, ticket.account), clock.now())
      return [{ id: placesId(places), event: 'ticket' as const, data: { ticket: id, n, type, at, row }, of: ticket }]
    })
  }

  const keep = (seen: readonly Seen[]) => {
    for (const { partition, offset } of seen) next.set(partition, after(offset))
    kept.push(...seen)
    for (const { partition, offset } of kept.splice(0, kept.length - KEPT)) first.set(partition, after(offset))
  }

  const isNew = ({ partition, offset }: Seen) => !isBefore(offset, next.get(partition) ?? '0')

  /** What does not follow on what was kept is another run: whoever watches has to read anew. */
  const begin = (from: Places) => {
    begun.resolve()
    const goesOn =
      from.size === next.size && Array.from(from).every(([partition, at]) => !isBefore(next.get(partition)!, at))
    if (goesOn) return
    kept = []
    first = new Map(from)
    next = new Map(from)
    reset(watchers)
    for (const { anew } of hearers) anew()
  }

  const tellMissed = async (take: Take, lastId: string) => {
    const places = placesOf(lastId)
    if (!places || !isKept(places, first, next)) return reset([take])
    const missed = kept.filter(({ partition, offset }) => !isBefore(offset, places.get(partition)!))
    if (missed.length > MISSED) return reset([take])
    for (const message of await messagesOf(missed, places)) take(message)
  }

  const tellBatch = async (seen: readonly Seen[]) => {
    const before = new Map(next)
    keep(seen)
    if (hearers.size > 0) {
      const tickets = [...new Set(seen.map(({ event }) => event.ticket))]
      for (const { changed } of hearers) changed(tickets)
    }
    if (watchers.size === 0) return
    for (const message of await messagesOf(seen, before)) for (const take of watchers) take(message)
  }

  const follow = async (signal: AbortSignal) => {
    const following = events.follow({ signal, back: BACK })
    begin(await following.from)
    for (const { away } of hearers) away(false)
    for await (const { events: happened, positions } of following) {
      const seen = happened.map((event, i) => ({ event, ...positions[i]! })).filter(isNew)
      await inTurn(() => tellBatch(seen))
    }
  }

  return {
    watch: (take, lastId) => {
      const at = next.size > 0 ? placesId(next) : undefined
      let here = true
      if (lastId === undefined) watchers.add(take)
      else
        inTurn(async () => {
          await tellMissed(take, lastId).catch(() => reset([take])) // the store is away: they find out when they read
          if (here) watchers.add(take)
        })
      const leave = () => {
        here = false
        watchers.delete(take)
      }
      return { at: lastId === undefined ? at : undefined, leave }
    },
    hear: hearer => {
      hearers.add(hearer)
      if (next.size > 0) hearer.anew()
      return () => hearers.delete(hearer)
    },
    run: async signal => {
      while (!signal.aborted) {
        await follow(signal).catch(error => {
          if (!signal.aborted) logger.error({ error: errorFacts(error) }, 'live views follow again after a failure')
        })
        if (signal.aborted) return
        for (const { away } of hearers) away(true)
        reset(watchers)
        await sleep(PAUSE, undefined, { signal }).catch(() => {}) // ended while it waited
      }
    }
  }
}

import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { LiveEvent } from '@huiyin/schemas/api.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { errorFacts } from './log.ts'
import type { ApiPorts } from './ports.ts'
import { ticketRow } from './views.ts'

/**
 * One follower of the log for all who watch. Each message has an id `<run>-<number>`; a run is one unbroken
 * following. Who comes back within it and not too late gets what was missed; anybody else gets `reset` and reads anew.
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
   * `at` is the id from which to come back when nothing has come yet.
   */
  watch: (take: (message: Message) => void, lastId?: string) => { at: string; leave: () => void }
  /** Follows until the signal, through failures of the log and the store. */
  run: (signal: AbortSignal) => Promise<void>
}

const KEPT = 1_000
const PAUSE = 1_000
const ABSENCE = 60_000 // so long after the last one left it is still worth reading tickets: they may come back

type LivePorts = Pick<ApiPorts, 'events' | 'tickets' | 'clock' | 'accounts'>

export function openLive({ events, tickets, clock, accounts }: LivePorts, logger: Logger): Live {
  const watchers = new Set<(message: Message) => void>()
  let run = randomUUID().slice(0, 8)
  let number = 0
  let kept: Message[] = []
  let leftAt = Number.NEGATIVE_INFINITY

  const tell = (event: Message['event'], data: Message['data'], of?: Ticket) => {
    number += 1
    const message: Message = { id: `${run}-${number}`, event, data, ...(of && { of }) }
    kept = [...kept, message].slice(-KEPT)
    for (const take of watchers) take(message)
  }

  const begin = () => {
    run = randomUUID().slice(0, 8)
    kept = []
  }

  const reset = () => {
    begin()
    tell('reset', {})
  }

  const isWatched = () => watchers.size > 0 || clock.now() - leftAt < ABSENCE

  const tellEach = async (happened: readonly HouseEvent[]) => {
    const ids = [...new Set(happened.map(({ ticket }) => ticket))]
    const found = await tickets.getMany(ids)
    const byId = new Map(ids.map((id, i) => [id, found[i]?.document]))
    for (const { ticket: id, n, type, at } of happened) {
      const ticket = byId.get(id)
      if (!ticket) continue
      const row = ticketRow(ticket, accounts(ticket.platform, ticket.account), clock.now())
      tell('ticket', { ticket: id, n, type, at, row }, ticket)
    }
  }

  const follow = async (signal: AbortSignal) => {
    let placed = false
    for await (const batch of events.follow({ signal })) {
      if (!placed) reset() // who watched before the follower was in place may have missed something
      placed = true
      if (isWatched()) await tellEach(batch.events)
      else begin()
    }
  }

  return {
    watch: (take, lastId) => {
      for (const message of missed(kept, run, number, lastId)) take(message)
      watchers.add(take)
      const leave = () => {
        watchers.delete(take)
        leftAt = clock.now()
      }
      return { at: `${run}-${number}`, leave }
    },
    run: async signal => {
      while (!signal.aborted) {
        await follow(signal).catch(error => {
          if (!signal.aborted) logger.error({ error: errorFacts(error) }, 'live views follow again after a failure')
        })
        if (signal.aborted) return
        reset()
        await sleep(PAUSE, undefined, { signal }).catch(() => {}) // ended while it waited
      }
    }
  }
}

/** What came after `lastId`, or `reset` when that is not known any more. */
function missed(kept: readonly Message[], run: string, number: number, lastId: string | undefined): Message[] {
  if (lastId === undefined) return []
  const [ofRun, last] = lastId.split('-')
  const gone = number - Number(last)
  const resumable = ofRun === run && gone >= 0 && gone <= kept.length
  return resumable ? kept.slice(kept.length - gone) : [{ id: `${run}-${number}`, event: 'reset', data: {} }]
}

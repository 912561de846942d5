import { setImmediate as breath, setTimeout as sleep } from 'node:timers/promises'
import { datedFacts } from '@huiyin/domain/boards/dated-facts.ts'
import { walkTickets } from '@huiyin/ports/count-figures.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { BoardCounting } from '@huiyin/schemas/api-boards.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Live } from '../live.ts'
import { errorFacts } from '../log.ts'
import type { ApiPorts } from '../ports.ts'
import { type Columns, openColumns } from './columns.ts'

/**
 * What tickets add to the figures, kept in memory: all tickets are walked once the log is followed, and each that changes
 * is read again. So no dashboard reads tickets, and the list behind a number is the very facts that were counted.
 */
export interface Ledger {
  /** Begins to count, once. */
  begin: () => void
  /** All changes that were heard of by now are counted. Rejects where the store is away. */
  settled: () => Promise<void>
  /** How far the walk has come, while there is one. */
  counting: () => BoardCounting | undefined
  /** Since when changes are not heard of (UTC in ms): the log is away. */
  staleSince: () => number | undefined
  /** Whether all tickets were walked at least once. */
  isWhole: () => boolean
  columns: Columns
  close: () => Promise<void>
}

const DAY = 86_400_000
/** Facts of so long ago are kept; what is older stands in reports. */
export const KEPT_FOR = 400 * DAY
/** No ticket is of a later time than this from now. */
const AHEAD = 2 * DAY
const AT_ONCE = 200
/** Of the changes so many are read after each such stretch (ms), all of them when somebody asks: a flood costs little. */
const WAIT = 1_000
const AGAIN = 2_000

type LedgerPorts = Pick<ApiPorts, 'tickets' | 'clock'>

export function openLedger({ tickets, clock }: LedgerPorts, live: Pick<Live, 'hear'>, logger: Logger): Ledger {
  const columns = openColumns()
  const stop = new AbortController()
  const changed = new Set<string>()
  let leave = () => {}
  let begun = false
  let whole = false
  let staleSince: number | undefined
  let progress: BoardCounting | undefined
  let walking: Promise<void> | undefined
  let isAnew = false
  let reading: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  function take(ticket: Ticket): void {
    if (ticket.n < columns.seen(ticket.id)) return
    const oldest = clock.now() - KEPT_FOR
    columns.replace(
      ticket.id,
      ticket.n,
      datedFacts(ticket).filter(({ at }) => at >= oldest)
    )
  }

  async function readChanged(atMost: number): Promise<void> {
    const ids = [...changed].slice(0, atMost)
    for (const id of ids) changed.delete(id)
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      try {
        for (const found of await tickets.getMany(some)) if (found) take(found.document)
      } catch (error) {
        for (const id of ids.slice(from)) changed.add(id)
        throw error
      }
    }
  }

  const read = (atMost = Number.POSITIVE_INFINITY): Promise<void> => {
    const done = reading.then(() => readChanged(atMost))
    reading = done.catch(() => {}) // told to who asked; the changes wait for the next turn
    return done
  }

  function soon(): void {
    if (stop.signal.aborted) return
    timer ??= setTimeout(async () => {
      timer = undefined
      await read(AT_ONCE).catch(() => {}) // the store is away: they are still to be read
      if (changed.size > 0) soon()
    }, WAIT).unref()
  }

  async function walk(): Promise<void> {
    progress = { done: 0, of: 0 }
    await tickets.refresh()
    for await (const { rows, done, of } of walkTickets({ tickets }, clock.now() + AHEAD)) {
      stop.signal.throwIfAborted()
      for (const ticket of rows) take(ticket)
      progress = { done, of }
      await breath()
    }
    whole = true
  }

  /** Until it was walked through without anything missed. */
  async function walkAll(): Promise<void> {
    while (isAnew && !stop.signal.aborted) {
      isAnew = false
      const begunAt = performance.now()
      try {
        await walk()
        logger.info({ ...columns.size(), ms: Math.round(performance.now() - begunAt) }, 'the dashboards are counted')
      } catch (error) {
        if (stop.signal.aborted) break
        isAnew = true
        logger.warn({ error: errorFacts(error) }, 'the dashboards are counted again after a failure')
        await sleep(AGAIN, undefined, { signal: stop.signal }).catch(() => {}) // ended while it waited
      }
    }
    progress = undefined
    walking = undefined
  }

  return {
    begin() {
      if (begun) return
      begun = true
      leave = live.hear({
        anew() {
          isAnew = true
          walking ??= walkAll()
        },
        changed(ids) {
          for (const id of ids) changed.add(id)
          soon()
        },
        away(isAway) {
          staleSince = isAway ? (staleSince ?? clock.now()) : undefined
        }
      })
    },
    settled: () => read(),
    counting: () => progress ?? (whole ? undefined : { done: 0, of: 0 }),
    staleSince: () => staleSince,
    isWhole: () => whole,
    columns,
    async close() {
      stop.abort()
      leave()
      clearTimeout(timer)
      await walking
      await reading
    }
  }
}

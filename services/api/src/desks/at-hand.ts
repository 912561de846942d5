import { dispatchesOfCycle } from '@huiyin/domain/cases/dispatch.ts'
import type { Tickets } from '@huiyin/ports/tickets.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { Live, Message } from '../live.ts'
import type { ApiPorts } from '../ports.ts'

/**
 * The tickets under way that a department has, or on which something was asked, kept at hand while somebody looks:
 * read once, then changed by what the log tells. Asked for no more, nothing is kept and nothing is followed.
 */
export interface AtHand {
  /**
   * `done`: those that are done, and on which a removal is asked for still. `cut`: there are more tickets under way than
   * were looked at; those due last were not. Rejects as the store does.
   */
  all: () => Promise<{ tickets: readonly Ticket[]; done: readonly Ticket[]; cut: boolean }>
  close: () => void
}

const PAGE = 200
const LOOKED_AT = 20_000
/** ms: so long what was read is believed, however well the log is followed. */
const BELIEVED = 120_000
/** ms without a question after which it is let go. */
const UNASKED = 120_000

type Held = { tickets: Map<string, Ticket>; done: Map<string, Ticket>; cut: boolean; since: number }

export function openAtHand({ tickets, history }: Pick<ApiPorts, 'tickets' | 'history'>, live: Live): AtHand {
  let held: Held | undefined
  let reading: Promise<Held> | undefined
  let heard: Map<string, Ticket> | undefined
  let leave: (() => void) | undefined
  let rest: NodeJS.Timeout | undefined

  const take = ({ event, of }: Message) => {
    if (event === 'reset') held = undefined
    if (!of) return
    heard?.set(of.id, of)
    if (held) keep(held, of)
  }

  const letGo = () => {
    leave?.()
    leave = undefined
    held = undefined
  }

  const read = async (): Promise<Held> => {
    leave ??= live.watch(take).leave
    heard = new Map()
    try {
      const [{ cut, tickets: found }, asked] = await Promise.all([
        underWay(tickets),
        removalsAsked({ tickets, history })
      ])
      const next: Held = { tickets: new Map(), done: new Map(), cut, since: performance.now() }
      for (const ticket of [...found, ...asked, ...heard.values()]) keep(next, ticket)
      held = next
      return next
    } finally {
      heard = undefined
      reading = undefined
    }
  }

  return {
    all: async () => {
      clearTimeout(rest)
      rest = setTimeout(letGo, UNASKED)
      rest.unref()
      const fresh = held && performance.now() - held.since < BELIEVED ? held : undefined
      if (!fresh) reading ??= read()
      const { tickets, done, cut } = fresh ?? (await reading!)
      return { tickets: [...tickets.values()], done: [...done.values()], cut }
    },
    close: () => {
      clearTimeout(rest)
      letGo()
    }
  }
}

/** Never an older state over a newer one. */
function keep({ tickets, done }: Held, ticket: Ticket): void {
  const had = tickets.get(ticket.id) ?? done.get(ticket.id)
  if (had && had.n > ticket.n) return
  tickets.delete(ticket.id)
  done.delete(ticket.id)
  if (isAtHand(ticket)) tickets.set(ticket.id, ticket)
  else if (isRemovalAsked(ticket)) done.set(ticket.id, ticket)
}

const isUnderWay = ({ status }: Ticket) => status === 'open' || status === 'handling'

const isAtHand = (ticket: Ticket) =>
  isUnderWay(ticket) &&
  (dispatchesOfCycle(ticket).some(({ state }) => state !== 'withdrawn') ||
    (ticket.asks ?? []).some(({ decided }) => !decided) ||
    isRemovalAsked(ticket))

const isRemovalAsked = ({ moderation = [] }: Ticket) => moderation.some(({ state }) => state === 'asked')

async function underWay(tickets: Tickets) {
  const found: Ticket[] = []
  let looked = 0
  let after: string | undefined
  do {
    const page = await tickets.search({
      status: ['open', 'handling'],
      sort: 'due',
      atMost: PAGE,
      ...(after !== undefined && { after })
    })
    looked += page.rows.length
    found.push(...page.rows.filter(isAtHand))
    after = page.after
  } while (after !== undefined && looked < LOOKED_AT)
  return { tickets: found, cut: after !== undefined }
}

const EVENTS = 500

/** Tickets on which a removal was ever asked for and is asked for still: those that are done are found no other way. */
async function removalsAsked({ tickets, history }: Pick<ApiPorts, 'tickets' | 'history'>): Promise<Ticket[]> {
  const seen = new Set<string>()
  const found: Ticket[] = []
  for (let after: string | undefined; ; ) {
    const page = await history.search(
      { type: 'moderation.asked' },
      { atMost: EVENTS, ...(after !== undefined && { after }) }
    )
    const ids = [...new Set(page.rows.map(({ ticket }) => ticket))].filter(id => !seen.has(id))
    for (const id of ids) seen.add(id)
    if (ids.length > 0)
      for (const one of await tickets.getMany(ids)) if (one && isRemovalAsked(one.document)) found.push(one.document)
    after = page.after
    if (after === undefined) return found
  }
}

import type { Records } from '@huiyin/ports/records.ts'
import type { DueField, Tickets } from '@huiyin/ports/tickets.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { type Agenda, agenda } from '../world/agenda.ts'

/** A place of the store at which something falls due. */
type Kept = { at: number; ignored: boolean }

/**
 * When the services would find something to do, learned from what is put and not asked of the store after each event.
 */
export interface Dues {
  tickets: (port: Tickets) => Tickets
  records: (port: Records) => Records
  /** The earliest instant at which one of these is due. */
  earliest: (fields: readonly string[]) => number
  /** A tick left all as it was: what is due is left alone until it changes. Answers the ids of it. */
  inVain: (fields: readonly string[], now: number) => string[]
}

const FIELDS: readonly DueField[] = ['nextDueAt', 'nextSendAt', 'lookBackAt', 'unpublishedSince']
/** The desk publishes what has waited for so long; here it looks once a minute. */
const SWEEP_AFTER = 10_000
const SWEEP_EVERY = 60_000
const sweptAt = (since: number) => Math.ceil((since + SWEEP_AFTER) / SWEEP_EVERY) * SWEEP_EVERY

export const RECORDS = 'records'

export function dues(onPut: (ticket: Ticket) => void): Dues {
  const kept = new Map<string, Map<string, Kept>>()
  const agendas = new Map<string, Agenda<{ id: string; at: number }>>()
  for (const field of [...FIELDS, RECORDS]) {
    kept.set(field, new Map())
    agendas.set(field, agenda())
  }

  const note = (field: string, id: string, at: number | undefined) => {
    const of = kept.get(field)!
    if (at === undefined) return void of.delete(id)
    if (of.get(id)?.at === at) return
    of.set(id, { at, ignored: false })
    agendas.get(field)!.add(at, { id, at })
  }
  const noteTicket = (ticket: Ticket) => {
    for (const field of FIELDS) {
      const at = ticket[field]
      note(field, ticket.id, at === undefined || field !== 'unpublishedSince' ? at : sweptAt(at))
    }
    onPut(ticket)
  }
  const first = (field: string): number => {
    const [of, next] = [kept.get(field)!, agendas.get(field)!]
    while (next.size() > 0) {
      const at = next.next()
      const { id } = next.peek()
      const known = of.get(id)
      if (known?.at === at && !known.ignored) return at
      next.take()
    }
    return Infinity
  }

  return {
    tickets: port => ({
      ...port,
      putIfUnchanged: async (ticket, version) => {
        const result = await port.putIfUnchanged(ticket, version)
        if (result.outcome === 'put') noteTicket(ticket)
        return result
      },
      putEach: async puts => {
        const results = await port.putEach(puts)
        for (const [i, { outcome }] of results.entries()) if (outcome === 'put') noteTicket(puts[i]!.document)
        return results
      }
    }),
    records: port => ({
      ...port,
      create: async (kind, entry) => {
        const made = await port.create(kind, entry)
        if (made) note(RECORDS, `${kind}/${entry.id}`, entry.dueAt)
        return made
      },
      createEach: async (kind, entries) => {
        const made = await port.createEach(kind, entries)
        for (const [i, entry] of entries.entries()) if (made[i]) note(RECORDS, `${kind}/${entry.id}`, entry.dueAt)
        return made
      },
      putIfUnchanged: async (kind, entry, version) => {
        const result = await port.putIfUnchanged(kind, entry, version)
        if (result.outcome === 'put') note(RECORDS, `${kind}/${entry.id}`, entry.dueAt)
        return result
      },
      putEach: async (kind, puts) => {
        const results = await port.putEach(kind, puts)
        for (const [i, { entry }] of puts.entries())
          if (results[i]?.outcome === 'put') note(RECORDS, `${kind}/${entry.id}`, entry.dueAt)
        return results
      },
      put: async (kind, entry) => {
        await port.put(kind, entry)
        note(RECORDS, `${kind}/${entry.id}`, entry.dueAt)
      },
      remove: async (kind, id) => {
        await port.remove(kind, id)
        note(RECORDS, `${kind}/${id}`, undefined)
      }
    }),
    earliest: fields => Math.min(...fields.map(first)),
    inVain: (fields, now) => {
      const found: string[] = []
      for (const field of fields) {
        for (let at = first(field); at <= now; at = first(field)) {
          const { id } = agendas.get(field)!.peek()
          kept.get(field)!.get(id)!.ignored = true
          found.push(id)
        }
      }
      return found
    }
  }
}

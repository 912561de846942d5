import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { mayDo, mayEverywhere } from '@huiyin/domain/roles/may-do.ts'
import type { Records } from '@huiyin/ports/records.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { Alert } from '@huiyin/schemas/alert.ts'
import { AlertList, type AlertRow } from '@huiyin/schemas/api.ts'
import { alertRows } from './alert-rows.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { AlertQuery, DEFAULT_PAGE } from './queries.ts'
import { ticketFor } from './scope.ts'
import { actorOf } from './sign-in/guard.ts'

const PAGE = 1_000
const READ_AT_MOST = 20_000 // the ledger is kept by id: to find the newest it is read through

/** Who was told what, and when. */
export const alertRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { records, rulebook, tickets }) => {
  /** Those of what tells of tickets that somebody may hear of. */
  const keeper = (actor: Actor): Keep => {
    if (mayEverywhere(actor, 'alert.read')) return async alerts => alerts
    return async alerts => {
      const found = await tickets.getMany([...new Set(alerts.map(({ ticket }) => ticket))])
      const readable = found.flatMap(one => (one && mayDo(actor, 'alert.read', ofTicket(one.document)) ? [one] : []))
      const ids = new Set(readable.map(({ document }) => document.id))
      return alerts.filter(({ ticket }) => ids.has(ticket))
    }
  }

  app.get(
    '/alerts',
    {
      config: { action: 'alert.read' },
      schema: {
        tags: ['alerts'],
        summary: 'List the newest alerts, of all tickets or of one',
        querystring: AlertQuery,
        response: { 200: AlertList, ...REFUSALS }
      }
    },
    async request => {
      const { ticket, atMost = DEFAULT_PAGE } = request.query
      const narrowed = !mayEverywhere(actorOf(request), 'alert.read')
      if (narrowed && ticket !== undefined) await ticketFor(tickets, request, ticket)
      const keep = keeper(actorOf(request))
      const { alerts, complete } = await newest(records, ticket && `${ticket}/`, { atMost, keep })
      const rows = await alertRows(records, alerts, rulebook.people())
      return { rows: await Promise.all(rows.map(row => withDigests(row, keep))), complete }
    }
  )
}

type Keep = <T extends { ticket: string }>(alerts: readonly T[]) => Promise<readonly T[]>
type Wanted = { atMost: number; keep: Keep }

/** A digest tells of many tickets: of those that may not be heard of only how many they are. */
async function withDigests(row: AlertRow, keep: Keep): Promise<AlertRow> {
  const deliveries = row.deliveries.map(async one => {
    if (!one.digest) return one
    const { members, more } = one.digest
    const kept = await keep(members)
    return { ...one, digest: { members: [...kept], more: more + members.length - kept.length } }
  })
  return { ...row, deliveries: await Promise.all(deliveries) }
}

async function newest(records: Records, prefix: string | undefined, { atMost, keep }: Wanted) {
  let alerts: Alert[] = []
  let after: string | undefined
  for (let read = 0; read < READ_AT_MOST; read += PAGE) {
    const page = await records.list<Alert>('alert', {
      atMost: PAGE,
      ...(prefix && { prefix }),
      ...(after && { after })
    })
    const all = [...alerts, ...(await keep(page.map(({ value }) => value)))]
    alerts = all.toSorted((a, b) => b.madeAt - a.madeAt).slice(0, atMost)
    after = page.at(-1)?.id
    if (page.length < PAGE) return { alerts, complete: true }
  }
  return { alerts, complete: false }
}

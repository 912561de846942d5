import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Records } from '@huiyin/ports/records.ts'
import type { Alert } from '@huiyin/schemas/alert.ts'
import { AlertList } from '@huiyin/schemas/api.ts'
import { alertRows } from './alert-rows.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { AlertQuery, DEFAULT_PAGE } from './queries.ts'

const PAGE = 1_000
const READ_AT_MOST = 20_000 // the ledger is kept by id: to find the newest it is read through

/** Who was told what, and when. */
export const alertRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { records, rulebook }) => {
  app.get(
    '/alerts',
    {
      schema: {
        tags: ['alerts'],
        summary: 'List the newest alerts, of all tickets or of one',
        querystring: AlertQuery,
        response: { 200: AlertList, ...REFUSALS }
      }
    },
    async ({ query: { ticket, atMost = DEFAULT_PAGE } }) => {
      const { alerts, complete } = await newest(records, ticket && `${ticket}/`, atMost)
      return { rows: await alertRows(records, alerts, rulebook.people()), complete }
    }
  )
}

async function newest(records: Records, prefix: string | undefined, atMost: number) {
  let alerts: Alert[] = []
  let after: string | undefined
  for (let read = 0; read < READ_AT_MOST; read += PAGE) {
    const page = await records.list<Alert>('alert', {
      atMost: PAGE,
      ...(prefix && { prefix }),
      ...(after && { after })
    })
    const all = [...alerts, ...page.map(({ value }) => value)]
    alerts = all.toSorted((a, b) => b.madeAt - a.madeAt).slice(0, atMost)
    after = page.at(-1)?.id
    if (page.length < PAGE) return { alerts, complete: true }
  }
  return { alerts, complete: false }
}

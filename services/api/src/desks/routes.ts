import { setImmediate as others } from 'node:timers/promises'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ofTicket, ofTicketNow } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { policyAt } from '@huiyin/domain/rules.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { DispatchList, type DispatchRow, ReviewList } from '@huiyin/schemas/api-desks.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { Type } from 'typebox'
import type { Live } from '../live.ts'
import { toldOf } from '../masking.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ticketsFor } from '../scope.ts'
import { actorOf } from '../sign-in/guard.ts'
import { WAITING } from '../ticket-filter.ts'
import { openAtHand } from './at-hand.ts'
import { boardDispatch, departmentsIn, dispatchRow, inOrder, type OnBoard } from './dispatch-rows.ts'
import { reviewsFor } from './review-rows.ts'

const ROWS = 500
/** So many rows are written before others are served: masking takes its time. */
const CHUNK = 50

const Query = Type.Object(
  {
    department: Type.Optional(
      Type.String({ minLength: 1, maxLength: 100, description: 'What it leads; all that one may see when absent' })
    )
  },
  { additionalProperties: false }
)

export type DeskOptions = { ports: ApiPorts; live: Live }

/** What is with departments, and what waits for a second person. */
export const deskRoutes: FastifyPluginAsyncTypebox<DeskOptions> = async (app, { ports, live }) => {
  const atHand = openAtHand(ports, live)
  app.addHook('preClose', async () => atHand.close())

  app.get(
    '/dispatches',
    {
      config: { action: 'ticket.read' },
      schema: {
        tags: ['cases'],
        summary: 'What is with which department and how it stands, overdue first; a department sees its own',
        querystring: Query,
        response: { 200: DispatchList, ...REFUSALS }
      }
    },
    async request => {
      const { department } = request.query
      const now = ports.clock.now()
      const { tickets, cut } = await atHand.all()
      const actor = actorOf(request)
      const all = tickets.flatMap(ticket => onBoard(ticket, actor))
      const asked = department === undefined ? all : all.filter(({ dispatch }) => dispatch.department === department)
      const shown = inOrder(asked).slice(0, ROWS)
      const rows: DispatchRow[] = []
      for (let at = 0; at < shown.length; at += CHUNK) {
        rows.push(...shown.slice(at, at + CHUNK).map(one => rowFor(ports, one, { actor, now })))
        await others()
      }
      return { rows, total: asked.length, departments: departmentsIn(all, now), cut, now }
    }
  )

  app.get(
    '/reviews',
    {
      config: { action: 'ticket.read' },
      schema: {
        tags: ['replies'],
        summary: 'What waits for who asks to decide it: replies, what was asked, removals',
        response: { 200: ReviewList, ...REFUSALS }
      }
    },
    async request => {
      const actor = actorOf(request)
      const now = ports.clock.now()
      const [rows, judgements] = await Promise.all([
        reviewsFor(ports, atHand, actor, now),
        mayDo(actor, 'ticket.triage') ? toJudge(ports, actor) : 0
      ])
      return { rows, judgements, now }
    }
  )
}

/** How many labels wait for a person. */
async function toJudge(ports: ApiPorts, actor: Actor): Promise<number> {
  const counts = await ports.tickets.count('status', { ...WAITING, review: true, ...ticketsFor(ports, actor) })
  return Object.values(counts).reduce((a, b) => a + b, 0)
}

type Asking = { actor: Actor; now: number }

/** None where there is nothing on the board that they may see. */
function onBoard(ticket: Ticket, actor: Actor): OnBoard[] {
  if (!mayDo(actor, 'ticket.read', ofTicket(ticket))) return []
  const dispatch = boardDispatch(ticket, actor)
  return dispatch ? [{ ticket, dispatch }] : []
}

function rowFor(ports: ApiPorts, { ticket, dispatch }: OnBoard, { actor, now }: Asking): DispatchRow {
  const signs = dispatch.state === 'dispatched' && mayDo(actor, 'dispatch.handle', ofTicketNow(ticket))
  const row = dispatchRow(
    { ticket, dispatch },
    {
      account: ports.accounts(ticket.platform, ticket.account),
      bounceAtMost: policyAt(ports.desk.rules(), now).bounce.atMost,
      may: signs ? ['dispatch.sign'] : [],
      now
    }
  )
  const { ticket: listed, ...of } = row
  const { row: told, ...rest } = toldOf({ ...of, row: listed, ...(actor.department && { links: [] }) }, ticket, actor)
  return { ...rest, ticket: told }
}

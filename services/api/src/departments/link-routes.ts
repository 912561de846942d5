import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { linkDispatch, unlinkDispatch } from '@huiyin/domain/cases/commands.ts'
import { linkStands } from '@huiyin/domain/cases/link.ts'
import { dispatchNotFound } from '@huiyin/domain/cases/refusals.ts'
import { act } from '@huiyin/ports/act.ts'
import { openDispatchLinks } from '@huiyin/ports/dispatch-links.ts'
import { DispatchLinkBody, DispatchLinkIssued, DispatchLinks } from '@huiyin/schemas/api-departments.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { Type } from 'typebox'
import { by, KeyOnly } from '../acting.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { ticketFor } from '../scope.ts'

const tags = ['cases']
const Id = Type.String({ minLength: 1, maxLength: 100 })
const ByDispatch = Type.Object({ ...ById.properties, dispatch: Id })
const ByLink = Type.Object({ ...ByDispatch.properties, link: Id })
const PATH = '/tickets/:id/dispatches/:dispatch/links'

/** Links by which somebody of a department acts on one dispatch without an account. */
export const departmentLinkRoutes: FastifyPluginAsyncTypebox<ApiPorts & { publicUrl?: string }> = async (
  app,
  ports
) => {
  const { tickets, records, desk, clock, publicUrl = '' } = ports
  const links = openDispatchLinks(records)
  const config = { action: 'dispatch.send' } as const

  /** Throws DISPATCH_NOT_FOUND. */
  function listOf({ dispatches, number }: Ticket, id: string): DispatchLinks {
    const dispatch = dispatches.find(one => one.id === id)
    if (!dispatch) throw dispatchNotFound(id, number)
    const now = clock.now()
    const rows = (dispatch.links ?? []).map(one => ({ ...one, by: one.by.name, stands: linkStands(one, now) }))
    return { rows, now }
  }

  app.post(
    PATH,
    {
      config,
      schema: {
        tags,
        summary: 'Make a link to a dispatch for somebody without an account; its address is answered here only',
        params: ByDispatch,
        headers: KeyOnly,
        body: DispatchLinkBody,
        response: { 200: DispatchLinkIssued, ...REFUSALS }
      }
    },
    async request => {
      const { id, dispatch } = request.params
      await ticketFor(tickets, request, id)
      const { actor, id: key } = by(request)
      const { token, link } = await links.issue({ ticket: id, dispatch, key })
      const made = await act(desk, id, linkDispatch({ actor, id: key, dispatch, link: { ...request.body, id: link } }))
      await tickets.refresh()
      const { rows } = listOf(made, dispatch)
      return { address: `${publicUrl.replace(/\/$/, '')}/d/${token}`, link: rows.find(one => one.id === link)! }
    }
  )

  app.get(
    PATH,
    {
      config,
      schema: {
        tags,
        summary: 'List the links to a dispatch, without their addresses',
        params: ByDispatch,
        response: { 200: DispatchLinks, ...REFUSALS }
      }
    },
    async request => listOf(await ticketFor(tickets, request, request.params.id), request.params.dispatch)
  )

  app.delete(
    `${PATH}/:link`,
    {
      config,
      schema: {
        tags,
        summary: 'Revoke a link for good',
        params: ByLink,
        headers: KeyOnly,
        response: { 200: DispatchLinks, ...REFUSALS }
      }
    },
    async request => {
      const { id, dispatch, link } = request.params
      await ticketFor(tickets, request, id)
      const ticket = await act(desk, id, unlinkDispatch({ ...by(request), dispatch, link }))
      await tickets.refresh()
      return listOf(ticket, dispatch)
    }
  )
}

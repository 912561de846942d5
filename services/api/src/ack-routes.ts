import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { acknowledge } from '@huiyin/domain/commands.ts'
import { ticketNotFound } from '@huiyin/domain/errors.ts'
import { digest } from '@huiyin/domain/ids.ts'
import { openAckLinks } from '@huiyin/ports/ack.ts'
import { act } from '@huiyin/ports/act.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import type { FastifyError, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { PAGE_POLICY, refusalPage, takenPage, ticketPage } from './ack-page.ts'
import type { ApiPorts } from './ports.ts'
import { logProblem, problemOf } from './problem.ts'

export type AckOptions = ApiPorts & { logger: Logger }

const schema = { hide: true, params: Type.Object({ token: Type.String() }) }

/**
 * The link in an alert. Looking at it changes nothing, as mail scanners and chat programs open every link that they
 * pass on; only the button does. No session is asked for: who holds the link may take the ticket, and nothing else.
 */
export const ackRoutes: FastifyPluginAsyncTypebox<AckOptions> = async (app, ports) => {
  const { records, tickets, desk, clock, logger } = ports
  const links = openAckLinks(records)

  const form = { parseAs: 'string', bodyLimit: 1024 } as const // the button's form has no fields
  app.addContentTypeParser('application/x-www-form-urlencoded', form, (_, __, done) => done(null))
  app.addHook('onSend', async (_, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error, request.id)
    const { status, code } = problem
    logProblem(logger, request, error, problem)
    return html(reply.code(status), refusalPage(REFUSALS[code] ?? FAILED))
  })

  app.get('/ack/:token', { schema }, async ({ params }, reply) => {
    const { ticket: id } = await links.resolve(params.token, clock.now())
    const ticket = (await tickets.get(id))?.document
    if (!ticket) throw ticketNotFound(id)
    return html(reply, ticketPage(ticket, clock.now()))
  })

  app.post('/ack/:token', { schema }, async ({ params }, reply) => {
    const { ticket: id, recipient } = await links.resolve(params.token, clock.now())
    const actor = { id: `link:${recipient.id}`, name: recipient.name, role: 'recipient' }
    const ticket = await act(desk, id, acknowledge({ actor, id: `link:${digest(params.token)}` }))
    await tickets.refresh()
    return html(reply, takenPage(ticket, clock.now()))
  })
}

const html = (reply: FastifyReply, page: string) =>
  reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(page)

const FAILED = { zh: '暂时无法确认，请稍后再试，或登录系统处理。', en: 'It failed; try again in a moment, or sign in.' }

const REFUSALS: Record<string, { zh: string; en: string }> = {
  LINK_INVALID: {
    zh: '链接无效或不完整。请从提醒消息中重新打开，或登录系统处理。',
    en: 'The link is not valid, or was cut. Open it again from the alert, or sign in.'
  },
  LINK_EXPIRED: {
    zh: '链接已过期。请使用最新提醒中的链接，或登录系统处理。',
    en: 'The link has expired. Use the one in the newest alert, or sign in.'
  },
  TICKET_NOT_FOUND: { zh: '工单不存在。', en: 'There is no such ticket.' },
  TICKET_CLOSED: { zh: '该工单已无须处理。', en: 'Nothing is left to be done on this ticket.' }
}

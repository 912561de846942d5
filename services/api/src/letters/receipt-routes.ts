import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { recipientKey } from '@huiyin/domain/escalation/recipients.ts'
import { openLetterLinks } from '@huiyin/ports/letter-links.ts'
import { deliveriesOf, receiveLetter } from '@huiyin/ports/letters.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { teller } from '@huiyin/ports/tell.ts'
import type { Letter, LetterDelivery } from '@huiyin/schemas/letter.ts'
import type { FastifyError, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Said } from '../departments/html.ts'
import type { ApiPorts } from '../ports.ts'
import { logProblem, problemOf } from '../problem.ts'
import { PAGE_POLICY, receiptPage, receiptRefusal } from './receipt-page.ts'

export type ReceiptOptions = ApiPorts & { logger: Logger }

const schema = { hide: true, params: Type.Object({ token: Type.String() }) }

/**
 * The link in a letter by which its recipient says that they received it. Looking at it changes nothing, as mail scanners
 * open every link that they pass on; only the button does. No session is asked for: who holds the link may say so, and
 * nothing else.
 */
export const receiptRoutes: FastifyPluginAsyncTypebox<ReceiptOptions> = async (app, ports) => {
  const { records, events, clock, logger } = ports
  const links = openLetterLinks(records)
  const tell = teller(events, clock)

  const form = { parseAs: 'string', bodyLimit: 1024 } as const // the button's form has no fields
  app.addContentTypeParser('application/x-www-form-urlencoded', form, (_, __, done) => done(null))
  app.addHook('onSend', async (_, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' })
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error, request.id)
    logProblem(logger, request, error, problem)
    return html(reply.code(problem.status), receiptRefusal(REFUSALS[problem.code] ?? FAILED))
  })

  const shown = async ({ letter, delivery }: { letter: Letter; delivery: LetterDelivery }) => {
    const all = await deliveriesOf(records, letter)
    const found = all.find(one => one.delivery.id === delivery.id)
    return receiptPage(letter, delivery.to.name, found?.received)
  }

  app.get('/n/:token', { schema }, async ({ params }, reply) =>
    html(reply, await shown(await links.resolve(params.token, clock.now())))
  )

  app.post('/n/:token', { schema }, async ({ params }, reply) => {
    const found = await links.resolve(params.token, clock.now())
    const { to } = found.delivery
    const by = { id: `link:${to.person ?? recipientKey(to)}`.slice(0, 200), name: to.name, role: 'recipient' }
    await receiveLetter({ records, tell }, found.letter, [found.delivery], { by, at: clock.now() })
    return html(reply, await shown(found))
  })
}

const html = (reply: FastifyReply, page: string) =>
  reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(page)

const FAILED: Said = { zh: '暂时无法签收，请稍后再试。', en: 'It failed; try again in a moment.' }

const REFUSALS: Record<string, Said> = {
  LINK_INVALID: {
    zh: '链接无效或不完整。请从收到的消息中重新打开。',
    en: 'The link is not valid, or was cut. Open it again from the message.'
  },
  LINK_EXPIRED: {
    zh: '链接已过期。请登录系统签收，或请发件单位重发。',
    en: 'The link has expired. Sign in, or ask for the letter to be sent again.'
  }
}

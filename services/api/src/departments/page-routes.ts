import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { bounceDispatch, returnDispatch, signDispatch } from '@huiyin/domain/cases/commands.ts'
import { dispatchOver } from '@huiyin/domain/cases/refusals.ts'
import type { Command } from '@huiyin/domain/commands.ts'
import { decide } from '@huiyin/domain/decide.ts'
import { HuiyinError, linkExpired } from '@huiyin/domain/errors.ts'
import { act } from '@huiyin/ports/act.ts'
import { openDispatchLinks } from '@huiyin/ports/dispatch-links.ts'
import type { Logger } from '@huiyin/ports/logger.ts'
import { ATTACHMENT_LIMITS, type Attachment } from '@huiyin/schemas/attachment.ts'
import type { FastifyError, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { keepUploads, taken } from '../attachments/keep.ts'
import { type Form, readForm, takeForms } from '../attachments/multipart.ts'
import { attachmentNotFound } from '../attachments/routes.ts'
import { attachmentOn, sendFile } from '../attachments/views.ts'
import { errorFacts } from '../log.ts'
import type { ApiPorts } from '../ports.ts'
import { problemOf } from '../problem.ts'
import { type Behind, behind, isWith, opens, shownOf, showsFile } from './case-shown.ts'
import { fontsIn } from './fonts.ts'
import type { Said } from './html.ts'
import { casePage, FONTS, type Forms, sayingPage, type Telling } from './page.ts'
import { PAGE_POLICY } from './page-style.ts'
import { doneTelling, FAILED, fileRefused, LACKS, NOT_YET, overTelling, REFUSALS, REVOKED } from './page-words.ts'
import { wrongTokens } from './wrong-tokens.ts'

export type DepartmentPageOptions = ApiPorts & { logger: Logger; webRoot?: string | undefined }

const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) })
const ByFile = Type.Object({ ...ByToken.properties, attachment: Type.String({ maxLength: 100 }) })
const Act = Type.Union([Type.Literal('sign'), Type.Literal('return'), Type.Literal('bounce')])
const ByAct = Type.Object({ ...ByToken.properties, act: Act })

type Acts = 'sign' | 'return' | 'bounce'

/** What was sent is not whole: the page is shown again with it, and says what is missing. */
type Lacking = { note: Said; typed: NonNullable<Forms['typed']> }

/**
 * The page behind a department's link. Looking at it changes nothing, as mail scanners and chat programs open every
 * link; only its forms do, and each bears what was made for that link. No session is asked for: who holds the link may
 * do with that one dispatch what its department may.
 */
export const departmentPageRoutes: FastifyPluginAsyncTypebox<DepartmentPageOptions> = async (app, ports) => {
  const { records, desk, tickets, clock, logger, files } = ports
  const links = openDispatchLinks(records)
  const wrong = wrongTokens()
  const fonts = fontsIn(ports.webRoot)
  const link = fonts === undefined ? '' : `<link rel="stylesheet" href="${fonts}">\n`
  const html = (reply: FastifyReply, page: string) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY)
      .send(page.replace(FONTS, link))
  const saying = (reply: FastifyReply, telling: Telling) => html(reply, sayingPage(telling))
  await takeForms(app)

  app.addHook('onSend', async (_, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer'
    })
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { status, code } = problemOf(error, request.id)
    const facts = { request: request.id, route: request.routeOptions.url, code }
    if (status >= 500) logger.error({ ...facts, error: errorFacts(error) }, 'a department’s link failed')
    else logger.warn(facts, 'a department’s link was refused')
    const many = code === 'LINK_INVALID' && wrong.counted(request.ip, clock.now())
    if (many) return saying(reply.code(429), REFUSALS.TOO_MANY_REQUESTS!)
    return saying(reply.code(status), REFUSALS[code] ?? FAILED)
  })

  /** What the link leads to. Throws LINK_INVALID, LINK_EXPIRED; answers by itself for what is not to be seen. */
  async function found(token: string, reply: FastifyReply): Promise<Behind | undefined> {
    const of = await behind(ports, await links.resolve(token))
    const { endedAt } = of.link
    if (endedAt !== undefined) return void saying(reply.code(410), REVOKED)
    if (!opens(of, clock.now())) throw linkExpired()
    if ((of.dispatch.leavesAt ?? 0) > clock.now()) return void saying(reply.code(425), NOT_YET)
    return of
  }

  const showing = async (of: Behind, token: string, more: Partial<Lacking> = {}) => {
    const form = (act: Acts) => links.form({ token, act })
    const [sign, returned, bounce] = await Promise.all([form('sign'), form('return'), form('bounce')])
    const forms = { base: `/d/${token}`, tokens: { sign, return: returned, bounce }, ...more }
    return casePage(await shownOf(ports, of), forms)
  }

  app.get('/d/:token', { schema: { hide: true, params: ByToken } }, async ({ params: { token } }, reply) => {
    const of = await found(token, reply)
    if (!of) return reply
    return html(reply, isWith(of) || of.dispatch.result ? await showing(of, token) : sayingPage(overTelling(of)))
  })

  app.get(
    '/d/:token/files/:attachment',
    { schema: { hide: true, params: ByFile } },
    async ({ params: { token, attachment } }, reply) => {
      const of = await found(token, reply)
      if (!of) return reply
      const file = await attachmentOn(records, of.ticket, attachment)
      if (!file || !showsFile(of, file) || (!isWith(of) && !of.dispatch.result))
        throw attachmentNotFound(attachment, of.ticket.number)
      return sendFile(ports, reply, file, { masks: !isWith(of) })
    }
  )

  app.post('/d/:token/:act', { schema: { hide: true, params: ByAct } }, async (request, reply) => {
    const { token, act: what } = request.params
    const of = await found(token, reply)
    if (!of) return reply
    const form = await readForm(request, files, {
      files: what === 'return' ? ATTACHMENT_LIMITS.withResult : 0,
      fields: 5
    })
    try {
      const once = await links.sent(form.fields.get('form') ?? '', { token, act: what })
      const id = `link:${of.link.id}:${once}`
      if (form.refused) throw form.refused
      const lacking = lacksIn(form, what, of)
      if (lacking) return html(reply.code(422), await showing(of, token, lacking))
      if (!isWith(of) && !of.ticket.commands.some(one => one.id === id)) throw dispatchOver(of.dispatch)
      await done(of, what, id, form)
      const after = await behind(ports, { ticket: of.ticket.id, dispatch: of.dispatch.id, link: of.link.id })
      return saying(reply, doneTelling(what, await shownOf(ports, after), `/d/${token}`))
    } catch (error) {
      const note = noteOf(error)
      if (!note) throw error
      return html(reply.code(422), await showing(of, token, { note, typed: typedIn(form, what) }))
    } finally {
      await form.discard()
    }
  })

  async function done({ ticket, dispatch, actor }: Behind, what: Acts, id: string, form: Form): Promise<void> {
    const by = { actor, id, dispatch: dispatch.id }
    const does = (command: Command) => act(desk, ticket.id, command)
    const said = (name: string) => trimmed(form, name)
    if (what === 'sign') await does(signDispatch(by))
    else if (what === 'bounce')
      await does(bounceDispatch({ ...by, grounds: said('grounds'), proposes: said('proposes') }))
    else {
      const of = { ticket: ticket.id, dispatch: dispatch.id, key: id, by: actor }
      const returning = (files: readonly Attachment[]) => {
        const attachments = files.map(({ id, bytes }) => ({ id, bytes }))
        return returnDispatch({ ...by, text: said('text'), ...(attachments.length > 0 && { attachments }) })
      }
      const kept = await keepUploads(ports, form.uploads, of, files => {
        decide(ticket, returning(files), { id: ticket.id, now: clock.now(), rules: desk.rules(), asking: true })
      })
      await does(returning(kept))
      await taken(ports, kept)
    }
    await tickets.refresh()
  }
}

const trimmed = ({ fields }: Pick<Form, 'fields'>, name: string) =>
  (fields.get(name) ?? '').replaceAll('\r\n', '\n').trim()

function typedIn(form: Pick<Form, 'fields'>, act: Acts): NonNullable<Forms['typed']> {
  if (act !== 'bounce') return { text: trimmed(form, 'text') }
  return { grounds: trimmed(form, 'grounds'), proposes: trimmed(form, 'proposes'), open: 'bounce' }
}

const isSaid = (text: string) => text.length >= 5 && text.length <= 2000

function lacksIn(form: Form, act: Acts, { dispatch }: Behind): Lacking | undefined {
  const typed = typedIn(form, act)
  const { text = '', grounds = '', proposes = '' } = typed
  if (act === 'return' && !isSaid(text)) return { note: LACKS.text, typed }
  if (act === 'bounce' && !isSaid(grounds)) return { note: LACKS.grounds, typed }
  const names = proposes !== '' && proposes.length <= 100 && proposes !== dispatch.department
  return act === 'bounce' && !names ? { note: LACKS.proposes, typed } : undefined
}

/** What somebody can mend in the form; undefined for what they cannot. */
function noteOf(error: unknown): Said | undefined {
  if (error instanceof HuiyinError && error.code === 'TOO_MANY') return LACKS.total
  if (error instanceof HuiyinError && error.code === 'ATTACHMENT_REFUSED')
    return 'zh' in error ? fileRefused(String(error.zh), error.message) : LACKS.total
  const { code } = error as { code?: string }
  return code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT' ? LACKS.files : undefined
}

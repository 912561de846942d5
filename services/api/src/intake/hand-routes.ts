import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ofAccount } from '@huiyin/domain/roles/belonging.ts'
import { HandComment, HandTaken } from '@huiyin/schemas/api-intake.ts'
import { Type } from 'typebox'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { ById } from '../queries.ts'
import { checkOn } from '../scope.ts'
import { authorOf } from '../sign-in/guard.ts'
import { personTeller } from '../sign-in/tell.ts'
import { accountOf, handObservation } from './hand.ts'
import { ofComment } from './of-comment.ts'
import { keepScreenshot, readScreenshot, screenshotOf } from './screenshots.ts'

const BODY_LIMIT = 4 * 1024 * 1024
const tags = ['comments']
const Picture = Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'PNG, JPEG or WebP' })

/** Comments that people add where no interface gives them to us, with what they saw. */
export const handRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { intake, append, clock, events } = ports
  const tell = personTeller(events, clock)
  app.post(
    '/comments',
    {
      config: { action: 'comment.add' },
      bodyLimit: BODY_LIMIT,
      schema: {
        tags,
        summary: 'Add a comment by hand; adding it twice adds it once',
        body: HandComment,
        response: { 202: HandTaken, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const by = authorOf(request)
      const { body } = request
      checkOn(request, ofAccount(body))
      const now = clock.now()
      const of = { platform: body.platform, account: body.account }
      const observation = handObservation(body, accountOf(intake, body), now)
      const { id, key, publishedAt } = observation
      if (body.screenshot !== undefined)
        await keepScreenshot(ports, id, readScreenshot(body.screenshot), { by, at: now, publishedAt, of })
      await tell(by.id, { type: 'comment.added', by, data: { comment: id } })
      await append([observation]) // evidence first: no comment of this kind stands without it
      return reply.code(202).send({ id, key, screenshot: body.screenshot !== undefined })
    }
  )

  app.get(
    '/comments/screenshots/:id',
    {
      config: { action: 'personal.read' },
      schema: {
        tags,
        summary: 'Show the screenshot of a comment, by its id',
        params: ById,
        response: { 200: Picture, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const { id } = request.params
      const { type, bytes, note, comment } = await screenshotOf(ports, id)
      checkOn(request, comment ? await ofComment(ports, comment) : note.of ? ofAccount(note.of) : { account: '' })
      reply.headers({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'content-disposition': `inline; filename="screenshot.${type.replace('image/', '')}"`
      })
      return reply.type(type).send(bytes)
    }
  )
}

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IntakeBody, IntakeTaken } from '@huiyin/schemas/api-intake.ts'
import { Type } from 'typebox'
import { signatureInvalid } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { asSent, outside, takeRaw } from './outside.ts'
import { readComments } from './signed-comments.ts'

const BODY_LIMIT = 8 * 1024 * 1024

/** Comments that another program sends, signed with the secret of an account of platform `other`. */
export const signedRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, { intake, append, clock }) => {
  takeRaw(app)
  app.post(
    '/intake/:account',
    {
      ...outside,
      bodyLimit: BODY_LIMIT,
      schema: {
        tags: ['intake'],
        summary: 'Send comments of a platform that has no connection of its own; signed, not signed in',
        security: [],
        params: Type.Object({ account: Type.String({ minLength: 1, maxLength: 200 }) }),
        headers: Type.Object({
          'x-huiyin-timestamp': Type.Optional(Type.String({ description: 'Seconds or milliseconds since 1970' })),
          'x-huiyin-signature': Type.Optional(
            Type.String({ description: 'sha256= and HMAC-SHA256 (hex) over timestamp, full stop and body' })
          )
        }),
        body: IntakeBody,
        response: { 202: IntakeTaken, ...REFUSALS }
      }
    },
    async (request, reply) => {
      const now = clock.now()
      const sent = asSent(request)
      const account = intake.readSigned(request.params.account, sent, now)
      if (!account) throw signatureInvalid()
      const { observations, refused } = readComments(sent.raw, account, now)
      if (observations.length > 0) await append(observations)
      return reply.code(202).send({ taken: observations.length, refused })
    }
  )
}

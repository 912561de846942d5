import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toObservation } from '@huiyin/domain/to-observation.ts'
import type { CallbackPlatform, CallbackReading } from '@huiyin/ports/intake.ts'
import { raiseItem } from '@huiyin/ports/items.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { intakeInvalid, signatureInvalid } from '../errors.ts'
import type { ApiPorts } from '../ports.ts'
import { asSent, outside, takeRaw } from './outside.ts'
import { hint, keepPost } from './posts.ts'

const BODY_LIMIT = 1024 * 1024

const ByCallback = Type.Object({
  platform: Type.Union([Type.Literal('wechat'), Type.Literal('douyin'), Type.Literal('kuaishou')]),
  account: Type.String({ minLength: 1, maxLength: 200 })
})
const Query = Type.Record(Type.String(), Type.String({ maxLength: 2000 }))

type Called = { platform: CallbackPlatform; id: string }

/** What the platforms themselves tell us. Each is answered once what came is kept, or it would not come again. */
export const callbackRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  takeRaw(app)
  const { intake, clock } = ports
  const schema = { hide: true, params: ByCallback, querystring: Query } as const

  const answer = async (called: Called, request: FastifyRequest, reply: FastifyReply) => {
    const reading = readingOf(() => intake.readCallback(called.platform, called.id, asSent(request)))
    if (!reading) throw signatureInvalid()
    await keep(ports, called, reading, clock.now())
    return reply.type(reading.answer.type).send(reading.answer.body)
  }
  app.get('/callbacks/:platform/:account', { ...outside, schema }, (request, reply) =>
    answer({ platform: request.params.platform, id: request.params.account }, request, reply)
  )
  app.post(
    '/callbacks/:platform/:account',
    { ...outside, bodyLimit: BODY_LIMIT, schema: { ...schema, body: Type.Unknown() } },
    (request, reply) => answer({ platform: request.params.platform, id: request.params.account }, request, reply)
  )
}

function readingOf(read: () => CallbackReading | undefined): CallbackReading | undefined {
  try {
    return read()
  } catch (error) {
    throw error instanceof TypeError ? intakeInvalid(error.message) : error
  }
}

async function keep(ports: ApiPorts, called: Called, reading: CallbackReading, now: number): Promise<void> {
  const { intake, records, append } = ports
  const { platform } = called
  const { comments, posts, hints, unauthorised } = reading
  const account = intake.account(platform, called.id)
  if (account && comments.length > 0) {
    const seen = { account, observedAt: now, term: 0, source: 'webhook' } as const
    await append(comments.map(comment => toObservation(comment, seen)))
  }
  for (const native of account ? posts : []) {
    await keepPost(records, { account: called, native, source: 'poll', now })
    await hint(records, called, native.id, now)
  }
  for (const { account: id, post } of hints) await hint(records, { platform, id }, post, now)
  for (const id of unauthorised) {
    const facts = { code: 'UNAUTHORISED' }
    await raiseItem(records, { kind: 'account.authorise', platform, account: id, facts }, now)
  }
}

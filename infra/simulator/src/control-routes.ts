import type { FastifyInstance } from 'fastify'
import type { CitizenComment, Control } from './control.ts'
import type { FaultOrder } from './faults.ts'
import type { PlatformKind } from './things.ts'

type Where = { platform: PlatformKind; account: string }
type WhichComment = Where & { post: string; comment: string }

/** The same as `Control`, over HTTP, for a person with curl or another process. Answers 400 with a sentence. */
export function controlRoutes(app: FastifyInstance, control: Control): void {
  const ask = <Q>(path: string, answer: (query: Q) => unknown) =>
    app.get(`/control/${path}`, async request => answer(request.query as Q))
  const tell = <B>(path: string, act: (body: B) => unknown) =>
    app.post(`/control/${path}`, async request => act(parse(request.body) as B) ?? { ok: true })

  app.setErrorHandler((error, _request, reply) =>
    error instanceof RangeError ? reply.code(400).send({ error: error.message }) : reply.send(error)
  )

  ask('people', () => control.people)
  ask('posts', control.posts)
  tell('posts', control.publishPost)

  ask('comments', control.standing)
  tell<CitizenComment>('comments', control.postComment)
  tell('comments/answer', control.answerByHand)
  tell('comments/delete', control.deleteComment)
  tell('comments/hide', control.hideComment)
  tell<WhichComment & { likes: number }>('comments/like', ({ likes, ...comment }) =>
    control.likeComment(comment, likes)
  )

  tell<FaultOrder & { platform: PlatformKind | 'webhook' }>('faults', ({ platform, ...fault }) => {
    if (!['wechat', 'weibo', 'webhook'].includes(platform)) {
      throw new RangeError(`platform must be wechat, weibo or webhook; got ${JSON.stringify(platform)}`)
    }
    control.fail(platform, fault)
  })
  tell('faults/heal', control.heal)

  tell<Where>('tokens/expire', control.expireToken)
  tell<Where>('tokens/revoke', control.revokeToken)
  tell<{ account: string }>('tokens/authorise', ({ account }) => control.authorise(account))

  ask('webhooks', control.webhooks)
  tell('webhooks/forget', control.forgetWebhooks)
}

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body || '{}'))
  } catch {
    throw new RangeError('The body must be JSON')
  }
}

import type { FastifyInstance } from 'fastify'
import {
  type CitizenComment,
  type Control,
  type Counts,
  KINDS,
  type Where,
  type WhichComment,
  type WhichPost
} from './control.ts'
import type { FaultOrder } from './faults.ts'
import type { Office, PlatformKind } from './things.ts'
import type { Crowd } from './viral.ts'
import type { World } from './world.ts'

/** The same as `Control`, over HTTP, for a person with curl or another process. Answers 400 with a sentence. */
export function controlRoutes(app: FastifyInstance, control: Control, world: World): void {
  const offices = world.offices.map(({ platform, id, name }: Office) => ({ platform, id, name }))
  const ask = <Q>(path: string, answer: (query: Q) => unknown) =>
    app.get(`/control/${path}`, async request => answer(request.query as Q))
  const tell = <B>(path: string, act: (body: B) => unknown) =>
    app.post(`/control/${path}`, async request => (await act(parse(request.body) as B)) ?? { ok: true })

  app.setErrorHandler((error, _request, reply) =>
    error instanceof RangeError ? reply.code(400).send({ error: error.message }) : reply.send(error)
  )

  ask('offices', () => offices)
  ask('people', () => control.people)
  ask('quotas', control.quotas)

  ask('posts', control.posts)
  tell('posts', control.publishPost)
  tell<WhichPost & { title: string }>('posts/edit', ({ title, ...post }) => control.editPost(post, title))
  tell<WhichPost & { pinned: boolean }>('posts/pin', ({ pinned, ...post }) => control.pinPost(post, pinned))
  tell<WhichPost & { gone?: boolean }>('posts/take-down', ({ gone, ...post }) => control.takeDown(post, gone))
  tell<WhichPost & Counts>('posts/counts', ({ reads, likes, reposts, ...post }) =>
    control.setCounts(post, given({ reads, likes, reposts }))
  )
  tell<WhichPost & Crowd>('posts/viral', ({ comments, minutes, texts, ...post }) =>
    control.goViral(post, { comments, minutes, ...(texts && { texts }) })
  )

  ask('comments', control.standing)
  tell<CitizenComment>('comments', control.postComment)
  tell('comments/name-office', control.nameOffice)
  tell('comments/answer', control.answerByHand)
  tell<WhichComment & { text: string }>('comments/edit', ({ text, ...comment }) => control.editComment(comment, text))
  tell<WhichComment & { pinned: boolean }>('comments/pin', ({ pinned, ...comment }) =>
    control.pinComment(comment, pinned)
  )
  tell('comments/delete', control.deleteComment)
  tell('comments/hide', control.hideComment)
  tell('comments/show', control.showComment)
  tell<WhichComment & { likes: number }>('comments/like', ({ likes, ...comment }) =>
    control.likeComment(comment, likes)
  )

  tell<FaultOrder & { platform: PlatformKind | 'webhook' }>('faults', ({ platform, ...fault }) => {
    if (![...KINDS, 'webhook'].includes(platform)) {
      throw new RangeError(`platform must be ${KINDS.join(', ')} or webhook; got ${JSON.stringify(platform)}`)
    }
    control.fail(platform, fault)
  })
  tell('faults/heal', control.heal)

  tell<Where>('tokens/expire', control.expireToken)
  tell<Where>('tokens/revoke', control.revokeToken)
  tell<{ account: string; platform?: PlatformKind }>('tokens/authorise', ({ account, platform = 'weibo' }) =>
    control.authorise({ platform, account })
  )
  tell<{ account: string; out: boolean }>('shut-out', ({ account, out }) => control.shutOut(account, out))
  tell('messages', control.privateMessage)

  ask('webhooks', control.webhooks)
  tell('webhooks/forget', control.forgetWebhooks)
}

const given = (counts: Record<keyof Counts, number | undefined>): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== undefined))

function parse(body: unknown): unknown {
  try {
    return JSON.parse(String(body || '{}'))
  } catch {
    throw new RangeError('The body must be JSON')
  }
}

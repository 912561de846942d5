import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ofAccount } from '@huiyin/domain/roles/belonging.ts'
import { subjectOf, teller } from '@huiyin/ports/tell.ts'
import { HandPost, PostRow, PostRows } from '@huiyin/schemas/api-intake.ts'
import { Instant, PlatformName } from '@huiyin/schemas/names.ts'
import { Type } from 'typebox'
import type { ApiPorts } from '../ports.ts'
import { REFUSALS } from '../problem.ts'
import { DEFAULT_PAGE, PageQuery } from '../queries.ts'
import { accountsFor, checkOn } from '../scope.ts'
import { actorOf, authorOf } from '../sign-in/guard.ts'
import { accountOf, checkTime, postOf } from './hand.ts'
import { listPosts, rowsOf } from './post-list.ts'
import { hint, keepPost } from './posts.ts'

const tags = ['posts']

const PostQuery = Type.Object(
  {
    platform: Type.Optional(PlatformName),
    account: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    ...PageQuery.properties
  },
  { additionalProperties: false }
)

/** What the office published, how much of what was said there we hold, and posts that people name. */
export const postRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { intake, records, clock, events } = ports
  const tell = teller(events, clock)
  app.get(
    '/posts',
    {
      config: { action: 'post.read' },
      schema: {
        tags,
        summary: 'List posts, the newest first, with their numbers and what is missing of their comments',
        querystring: PostQuery,
        response: { 200: PostRows, ...REFUSALS }
      }
    },
    async request => {
      const { atMost = DEFAULT_PAGE, ...query } = request.query
      const of = accountsFor(ports, actorOf(request), 'post.read')
      const { posts, ...page } = await listPosts(records, { atMost, ...query, ...(of && { of }) })
      return { rows: await rowsOf(ports, posts), ...page, now: clock.now() }
    }
  )

  app.post(
    '/posts',
    {
      config: { action: 'post.add' },
      schema: {
        tags,
        summary: 'Name a post, so that its comments are read at once',
        body: HandPost,
        response: { 200: PostRow, ...REFUSALS }
      }
    },
    async request => {
      const { body } = request
      checkOn(request, ofAccount(body))
      const { title, link, publishedAt } = body
      const now = clock.now()
      checkTime(publishedAt, now)
      const account = accountOf(intake, body)
      const id = postOf(body)
      const native = {
        id,
        ...(title !== undefined && { title }),
        ...(link !== undefined && { link }),
        ...(publishedAt !== undefined && { publishedAt })
      }
      await tell(subjectOf('post', id), { type: 'post.added', by: authorOf(request), data: { account: body.account } })
      const post = await keepPost(records, { account, native, source: 'hand', now })
      if (body.post !== undefined) await hint(records, account, id, now) // by an address alone nothing can be asked
      await records.refresh()
      const [row] = await rowsOf(ports, [post])
      return row!
    }
  )
}

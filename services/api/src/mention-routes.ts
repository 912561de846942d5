import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { MentionRow } from '@huiyin/schemas/api.ts'
import { MentionList, MentionsRead, MentionsReadBody } from '@huiyin/schemas/api.ts'
import { markRead, mentionsOf } from './mentions.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { actorOf } from './sign-in/guard.ts'

const tags = ['me']
const own = { config: { action: 'session.own' } } as const

/** Where one was named. */
export const mentionRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  app.get(
    '/me/mentions',
    {
      ...own,
      schema: {
        tags,
        summary: 'List the notes in which one was named, the newest first',
        response: { 200: MentionList, ...REFUSALS }
      }
    },
    async request => {
      const rows = await mentionsOf(ports, actorOf(request))
      return { rows, unread: unreadIn(rows), now: ports.clock.now() }
    }
  )

  app.post(
    '/me/mentions/read',
    {
      ...own,
      schema: {
        tags,
        summary: 'Say that one has read them; all where none are named',
        body: MentionsReadBody,
        response: { 200: MentionsRead, ...REFUSALS }
      }
    },
    async request => {
      const actor = actorOf(request)
      await markRead(ports, actor.id, request.body.ids)
      return { unread: unreadIn(await mentionsOf(ports, actor)) }
    }
  )
}

const unreadIn = (rows: readonly MentionRow[]) => rows.filter(({ read }) => !read).length

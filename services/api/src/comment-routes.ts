import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ticketId } from '@huiyin/domain/ids.ts'
import { ofAccount } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { CommentFilter } from '@huiyin/ports/comments.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { CommentList, type CommentRow } from '@huiyin/schemas/api.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Static } from 'typebox'
import { masked, refuseSearching } from './masking.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { CommentQuery, DEFAULT_PAGE } from './queries.ts'
import { accountsFor } from './scope.ts'
import { actorOf } from './sign-in/guard.ts'
import { commentRow } from './views.ts'

const tags = ['comments']

/** The search over everything that was said. */
export const commentRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  app.get(
    '/comments',
    {
      config: { action: 'comment.read', costs: 'search' },
      schema: {
        tags,
        summary: 'Search comments',
        querystring: CommentQuery,
        response: { 200: CommentList, ...REFUSALS }
      }
    },
    async request => {
      const { query } = request
      refuseSearching(actorOf(request), query.q)
      const of = accountsFor(ports, actorOf(request), 'comment.read')
      const { sort = 'newest', atMost = DEFAULT_PAGE, after } = query
      const page = await ports.comments.search({
        ...filterOf(query),
        ...(of && { of }),
        sort,
        atMost,
        ...(after && { after })
      })
      const rows = await rowsOf(ports, page.rows)
      return { ...page, rows: rows.map(toldTo(actorOf(request))), now: ports.clock.now() }
    }
  )
}

function filterOf(query: Static<typeof CommentQuery>): CommentFilter {
  const { q, from, to, sort, atMost, after, ...filter } = query
  return {
    ...filter,
    ...(q && { text: q }),
    ...(from !== undefined && { publishedFrom: from }),
    ...(to !== undefined && { publishedTo: to })
  }
}

const toldTo = (actor: Actor) => (row: CommentRow) =>
  mayDo(actor, 'personal.read', ofAccount(row)) ? row : masked(row)

async function rowsOf({ tickets, accounts }: ApiPorts, comments: readonly StoredComment[]): Promise<CommentRow[]> {
  const ids = [...new Set(comments.filter(({ ours }) => !ours).map(ticketId))]
  const found = await tickets.getMany(ids)
  const there = new Set(ids.filter((_, i) => found[i]))
  return comments.map(comment => {
    const id = ticketId(comment)
    const ticket = !comment.ours && there.has(id) ? id : undefined
    return commentRow(comment, accounts(comment.platform, comment.account), ticket)
  })
}

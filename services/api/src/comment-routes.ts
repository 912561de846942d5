import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ticketId } from '@huiyin/domain/ids.ts'
import { ofAccount } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import type { CommentFilter } from '@huiyin/ports/comments.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import { CommentList, type CommentRow } from '@huiyin/schemas/api.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Static } from 'typebox'
import { masked } from './masking.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { CommentQuery, DEFAULT_PAGE } from './queries.ts'
import { accountsFor } from './scope.ts'
import { actorOf } from './sign-in/guard.ts'
import { commentRow } from './views.ts'
import { whereOf } from './where-of.ts'

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
      const of = accountsFor(ports, actorOf(request), 'comment.read')
      const { sort = 'newest', atMost = DEFAULT_PAGE, after } = query
      const { where } = await whereOf(ports, 'comments', query.q, actorOf(request))
      const page = await ports.comments.search({
        ...filterOf(query, where),
        ...(of && { of }),
        sort,
        atMost,
        ...(after && { after })
      })
      const rows = await commentRows(ports, page.rows)
      return { ...page, rows: rows.map(commentTold(actorOf(request))), now: ports.clock.now() }
    }
  )
}

function filterOf(query: Static<typeof CommentQuery>, where?: Query): CommentFilter {
  const { q, from, to, sort, atMost, after, ...filter } = query
  return {
    ...filter,
    ...(where && { where }),
    ...(from !== undefined && { publishedFrom: from }),
    ...(to !== undefined && { publishedTo: to })
  }
}

/** As somebody may read it. */
export const commentTold = (actor: Actor) => (row: CommentRow) =>
  mayDo(actor, 'personal.read', ofAccount(row)) ? row : masked(row)

/** With the ticket of each, where it has one; not yet as somebody may read it. */
export async function commentRows(
  { tickets, accounts }: ApiPorts,
  comments: readonly StoredComment[]
): Promise<CommentRow[]> {
  const ids = [...new Set(comments.filter(({ ours }) => !ours).map(ticketId))]
  const found = await tickets.getMany(ids)
  const there = new Set(ids.filter((_, i) => found[i]))
  return comments.map(comment => {
    const id = ticketId(comment)
    const ticket = !comment.ours && there.has(id) ? id : undefined
    return commentRow(comment, accounts(comment.platform, comment.account), ticket)
  })
}

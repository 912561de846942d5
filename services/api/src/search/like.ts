import { HuiyinError } from '@huiyin/domain/errors.ts'
import { ofAccount, ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { checkMay } from '@huiyin/domain/roles/check-may.ts'
import { type Findable, findableComment, findablePost, findableTicket } from '@huiyin/domain/search/findable.ts'
import { likeThis } from '@huiyin/domain/search/like-this.ts'
import type { Searched } from '@huiyin/domain/search/query.ts'
import { synonymsFor } from '@huiyin/ports/understood-search.ts'
import type { SearchRow } from '@huiyin/schemas/api-search.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { FastifyRequest } from 'fastify'
import { invalidRequest } from '../errors.ts'
import { ticketOf } from '../linked.ts'
import type { ApiPorts } from '../ports.ts'
import { actorOf } from '../sign-in/guard.ts'
import { scopeFor } from './scope.ts'
import { searchPage } from './search.ts'

interface Of {
  what: Searched
  id: string
  /** Of a comment: its publishedAt, UTC in ms. */
  at?: number
  atMost: number
}

/**
 * The nearest to a thing of what who asks may see, itself left out. Throws TICKET_NOT_FOUND, COMMENT_NOT_FOUND,
 * SEARCH_NOT_FOUND (of a post), NOT_ALLOWED where they may not see the thing.
 */
export async function likeOf(ports: ApiPorts, request: FastifyRequest, { atMost, ...of }: Of) {
  const actor = actorOf(request)
  const scope = scopeFor(ports, actor, of.what)
  const where = likeThis(await findableFor(ports, request, of), {
    cut: ports.cut,
    synonyms: await synonymsFor(ports.records)
  })
  if (where === undefined) return { rows: [], words: [] }
  const { rows } = await searchPage(ports, actor, {
    what: of.what,
    where,
    scope,
    sort: 'relevance',
    atMost: atMost + 1
  })
  const words = (where.type === 'some' ? where.of : [where]).flatMap(part =>
    part.type === 'says' ? [part.phrases[0]!.tokens.join('')] : []
  )
  return { rows: rows.filter(row => idOf(row) !== of.id).slice(0, atMost), words }
}

const idOf = ({ ticket, comment, post }: SearchRow) => (ticket ?? comment ?? post)?.id

async function findableFor(
  ports: ApiPorts,
  request: FastifyRequest,
  { what, id, at }: Omit<Of, 'atMost'>
): Promise<Findable> {
  const actor = actorOf(request)
  if (what === 'tickets') {
    const ticket = await ticketOf(ports.tickets, id)
    checkMay(actor, 'ticket.read', ofTicket(ticket))
    return findableTicket(ticket)
  }
  if (what === 'posts') {
    const found = await ports.records.get<Post>('post', id)
    if (!found) throw new HuiyinError('SEARCH_NOT_FOUND', `There is no post "${id}"; list the posts again`)
    checkMay(actor, 'post.read', ofAccount(found.document.value))
    return findablePost(found.document.value)
  }
  if (at === undefined) throw invalidRequest('query/at', `"at" must be the publishedAt of the comment; it was missing`)
  const [found] = await ports.comments.getMany([{ id, publishedAt: at }])
  if (!found)
    throw new HuiyinError('COMMENT_NOT_FOUND', `There is no comment "${id}" of that time; search for it again`)
  checkMay(actor, 'comment.read', ofAccount(found.document))
  return findableComment(found.document)
}

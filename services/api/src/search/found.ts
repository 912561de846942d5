import { maskPersonal } from '@huiyin/domain/reply-check/mask-personal.ts'
import { ofAccount } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { commentTexts, ticketTexts } from '@huiyin/domain/search/findable.ts'
import type { Query } from '@huiyin/domain/search/query.ts'
import { snippetsOf } from '@huiyin/domain/search/snippets.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { SearchRow } from '@huiyin/schemas/api-search.ts'
import type { StoredComment } from '@huiyin/schemas/comment.ts'
import type { Post } from '@huiyin/schemas/post.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { commentRows, commentTold } from '../comment-routes.ts'
import { rowsOf as postRows } from '../intake/post-list.ts'
import { readsPlainly, toldOf } from '../masking.ts'
import type { ApiPorts } from '../ports.ts'
import { ticketRow } from '../views.ts'

/** What was found, as a person may read it: masked first, then cut and marked, so that no mark shows what is hidden. */

const pieces = (query: Query, texts: readonly string[], plainly: boolean) =>
  snippetsOf(query, plainly ? texts : texts.map(maskPersonal))

export function ticketsFound(ports: ApiPorts, actor: Actor, query: Query, tickets: readonly Ticket[]): SearchRow[] {
  const now = ports.clock.now()
  return tickets.map(ticket => ({
    ticket: toldOf(ticketRow(ticket, ports.accounts(ticket.platform, ticket.account), now), ticket, actor),
    snippets: pieces(query, ticketTexts(ticket), readsPlainly(actor, ticket))
  }))
}

export async function commentsFound(
  ports: ApiPorts,
  actor: Actor,
  query: Query,
  comments: readonly StoredComment[]
): Promise<SearchRow[]> {
  const rows = (await commentRows(ports, comments)).map(commentTold(actor))
  return rows.map((comment, i) => {
    const found = comments[i]!
    const texts = found.state === 'erased' ? [] : commentTexts(found)
    return { comment, snippets: pieces(query, texts, mayDo(actor, 'personal.read', ofAccount(found))) }
  })
}

export async function postsFound(ports: ApiPorts, query: Query, posts: readonly Post[]): Promise<SearchRow[]> {
  const rows = await postRows(ports, posts)
  return rows.map(post => ({ post, snippets: pieces(query, post.title === undefined ? [] : [post.title], true) }))
}

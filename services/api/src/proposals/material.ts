import { hideCitizen } from '@huiyin/domain/proposals/hide-citizen.ts'
import { chooseSources, type Source } from '@huiyin/domain/proposals/sources.ts'
import { ofTicketNow } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { findableTicket } from '@huiyin/domain/search/findable.ts'
import { likeThis } from '@huiyin/domain/search/like-this.ts'
import { synonymsFor } from '@huiyin/ports/understood-search.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { ReplyKind, Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from '../ports.ts'
import { scopeFor } from '../search/scope.ts'
import { fits, type Known } from '../template-values.ts'
import { allTemplates, isUsed } from '../templates.ts'

const MOST_SAID = 5
const MOST_SIMILAR = 20
/** What stands in the place of a name says nothing of the matter. */
const HIDDEN = /〔[^〔〕]{0,20}〕/g

/** What leaves the house about a ticket: the citizen's words without what says who they are, and what was approved. */
export interface Material {
  said: string[]
  sources: Source[]
}

interface Of {
  ticket: Ticket
  kind: ReplyKind
  known: Known
  actor: Actor
}

export async function materialFor(ports: ApiPorts, { ticket, kind, known, actor }: Of): Promise<Material> {
  const { records, clock, cut } = ports
  const said = await saidOn(ports, ticket, known.phones)
  const [all, now] = [await allTemplates(records), clock.now()]
  const templates = all
    .map(({ template }) => template)
    .filter(template => isUsed(all, template, now) && fits(template, ticket))
  const similar = await similarTo(ports, { ticket, said, actor })
  return {
    said,
    sources: chooseSources({ said: said.join('\n'), kind, templates, similar, phones: known.phones, cut })
  }
}

/** What waits for an answer, else what the citizen said last. */
async function saidOn({ comments }: ApiPorts, ticket: Ticket, phones: readonly string[]): Promise<string[]> {
  const owed = ticket.owed.slice(-MOST_SAID).map(({ comment, publishedAt }) => ({ id: comment, publishedAt }))
  const found = (await comments.getMany(owed)).flatMap(one => (one?.document.state === 'visible' ? [one.document] : []))
  const names = [ticket.citizen.name, ...found.map(({ author }) => author.name)].filter(name => name !== undefined)
  const turns = ticket.turns.filter(({ by, deleted }) => by === 'citizen' && !deleted).slice(-MOST_SAID)
  const texts = found.length > 0 ? found.map(({ text }) => text) : turns.map(({ excerpt }) => excerpt)
  return texts.map(text => hideCitizen(text, { names, phones }))
}

type Like = { ticket: Ticket; said: readonly string[]; actor: Actor }

/** The nearest of those that who asks may read, as they stand now. */
async function similarTo(ports: ApiPorts, { ticket, said, actor }: Like): Promise<Ticket[]> {
  const { tickets, records, cut, clock } = ports
  const texts = said.map(text => text.replaceAll(HIDDEN, ' '))
  const where = likeThis({ ...findableTicket(ticket), texts }, { cut, synonyms: await synonymsFor(records) })
  if (!where) return []
  const { rows } = await tickets.search({
    ...scopeFor(ports, actor, 'tickets'),
    ...{ where, sort: 'relevance', atMost: MOST_SIMILAR, ranking: { cut, asOf: clock.now() } }
  })
  const others = rows.map(({ id }) => id).filter(id => id !== ticket.id)
  const found = await tickets.getMany(others)
  return found.flatMap(one => (one && mayDo(actor, 'ticket.read', ofTicketNow(one.document)) ? [one.document] : []))
}

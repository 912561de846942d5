import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { assign, note, tag, unassign } from '@huiyin/domain/work/commands.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { AssignBody, NoteBody, TagList, TagsBody, UnassignBody } from '@huiyin/schemas/api.ts'
import type { Assignee, Ticket } from '@huiyin/schemas/ticket.ts'
import { acting, by, KeyOnly, ANSWERS as response } from './acting.ts'
import { invalidRequest } from './errors.ts'
import { namedBy, tellNamed } from './mentions.ts'
import { keepNote, noteId } from './notes.ts'
import type { ApiPorts } from './ports.ts'
import { REFUSALS } from './problem.ts'
import { ById } from './queries.ts'
import { ticketFor } from './scope.ts'
import { activePerson } from './sign-in/people.ts'
import { knownTags, noteTags } from './tag-words.ts'

const tags = ['work']

/** Who has a ticket in hand, what it is called inside the house, and what people tell each other about it. */
export const workRoutes: FastifyPluginAsyncTypebox<ApiPorts> = async (app, ports) => {
  const { records, tickets, clock } = ports
  const acted = acting(ports)

  app.post(
    '/tickets/:id/assign',
    {
      config: { action: 'ticket.assign' },
      schema: { tags, summary: 'Say who has it in hand', params: ById, headers: KeyOnly, body: AssignBody, response }
    },
    async (request, reply) => {
      const { params, body } = request
      const ticket = await ticketFor(tickets, request, params.id)
      const to = await assignee(records, body.to, ticket)
      const from = body.from === undefined ? {} : { from: body.from }
      return acted(params.id, assign({ ...by(request), to, ...from }), reply)
    }
  )

  app.post(
    '/tickets/:id/unassign',
    {
      config: { action: 'ticket.assign' },
      schema: {
        tags,
        summary: 'Say that nobody has it in hand any more',
        params: ById,
        headers: KeyOnly,
        body: UnassignBody,
        response
      }
    },
    async (request, reply) => acted(request.params.id, unassign({ ...by(request), ...request.body }), reply)
  )

  app.post(
    '/tickets/:id/tags',
    {
      config: { action: 'ticket.tag' },
      schema: { tags, summary: 'Add and take away tags', params: ById, headers: KeyOnly, body: TagsBody, response }
    },
    async (request, reply) => {
      const { params, body } = request
      if (!body.add?.length && !body.remove?.length)
        throw invalidRequest('body', 'body needs a tag in add or in remove')
      const view = await acted(params.id, tag({ ...by(request), ...body }), reply)
      await noteTags(records, body.add ?? [])
      return view
    }
  )

  app.get(
    '/tags',
    {
      config: { action: 'ticket.tag' },
      schema: { tags, summary: 'List the words that were ever used as tags', response: { 200: TagList, ...REFUSALS } }
    },
    async () => ({ tags: await knownTags(records) })
  )

  app.post(
    '/tickets/:id/notes',
    {
      config: { action: 'ticket.note' },
      schema: {
        tags,
        summary: 'Write a note inside the house; who is named in `mentions` is told',
        params: ById,
        headers: KeyOnly,
        body: NoteBody,
        response
      }
    },
    async (request, reply) => {
      const { params, body } = request
      const ticket = await ticketFor(tickets, request, params.id)
      const { text, mentions = [], shared = false } = body
      const author = by(request)
      const named = await namedBy(records, mentions, { ticket, author: author.actor, shared })
      const id = noteId(ticket.id, author)
      const kept = { ticket: ticket.id, text, by: author.actor, at: clock.now(), mentions: named, shared }
      const standing = await keepNote(records, id, kept)
      const view = await acted(params.id, note({ ...author, note: id, mentions, ...(shared && { shared }) }), reply)
      await tellNamed(records, id, standing)
      return view
    }
  )
}

/** Throws INVALID_REQUEST for somebody who cannot sign in, or does not work on this ticket. */
async function assignee(records: Records, id: string, ticket: Ticket): Promise<Assignee> {
  const person = await activePerson(records, id)
  if (!person || !mayDo(person, 'ticket.assign', ofTicket(ticket)))
    throw invalidRequest(
      'body/to',
      `Expected somebody of the office who can sign in and cares for this account; "${id}" does not`
    )
  return { id, name: person.name }
}

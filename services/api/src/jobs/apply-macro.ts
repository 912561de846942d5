import { assigneesIn, type Taken } from '@huiyin/domain/bulk/steps.ts'
import { keyReused } from '@huiyin/domain/errors.ts'
import { publishBehind } from '@huiyin/ports/act.ts'
import { activePeople } from '@huiyin/ports/active-people.ts'
import { tagOf } from '@huiyin/ports/rule-records.ts'
import { takeEach } from '@huiyin/ports/take-each.ts'
import type { MacroApplied } from '@huiyin/schemas/api-jobs.ts'
import type { Macro } from '@huiyin/schemas/bulk.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import type { FastifyRequest } from 'fastify'
import type { ApiPorts } from '../ports.ts'
import { actorOf } from '../sign-in/guard.ts'
import { noteTags } from '../tag-words.ts'
import { replyWriter } from './macro-reply.ts'

type Applying = { macro: Macro; key: string; seen: number; from?: string | undefined }

/**
 * Takes a macro's steps on one ticket, each an act of its own under an id that follows from the key, until one is
 * refused. Throws KEY_REUSED where another macro was used under the key.
 */
export async function applyMacro(
  ports: ApiPorts,
  request: FastifyRequest,
  ticket: Ticket,
  { macro: { steps }, key, seen, from }: Applying
): Promise<MacroApplied> {
  const { records, desk, tickets } = ports
  const tag = tagOf(steps)
  const idOf = (step: number) => `macro:${key}:${step}:${tag}`
  const other = ticket.commands.some(({ id }) => id.startsWith(`macro:${key}:`) && !id.endsWith(`:${tag}`))
  if (other) throw keyReused()
  const people = await activePeople(records, assigneesIn(steps))
  const write = await replyWriter(ports, ticket)
  const taking = { steps, actor: actorOf(request), saw: { seen, assigned: from }, idOf, people, write }
  const taken = (await takeEach(desk, [{ id: ticket.id, taking }])).get(ticket.id)!
  if (taken.events.length > 0) publishBehind(desk, taken.ticket)
  await tickets.refresh()
  await noteTags(
    records,
    steps.slice(0, taken.done).flatMap(step => (step.type === 'tag' ? (step.add ?? []) : []))
  )
  return appliedOf(steps, taken)
}

function appliedOf(steps: Macro['steps'], { ticket, done, refused }: Taken): MacroApplied {
  const { lastTurn } = ticket
  if (!refused) return { done: steps, lastTurn }
  const { step, error } = refused
  const { code, message } = error
  return { done: steps.slice(0, done), refused: { step, what: steps[step]!, code, message }, lastTurn }
}

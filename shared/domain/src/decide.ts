import { createHash } from 'node:crypto'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Policy } from '@huiyin/schemas/policy.ts'
import { LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'
import { arrive } from './arrive.ts'
import { nextDueAt, noteTold } from './clocks.ts'
import { dismissTicket, reopenTicket } from './closing.ts'
import type { Act, Command } from './commands.ts'
import { correct } from './correct.ts'
import { type Draft, tell } from './draft.ts'
import { keyReused, somebodyWasFaster, ticketClosed, ticketNotFound, tooMuchUnpublished } from './errors.ts'
import { openTicket } from './opening.ts'
import { approve, claim, replyNews } from './replies.ts'
import { opensTicket } from './review.ts'

/** The ticket after a command, and the events that the command caused; the same ticket and none when it changed nothing. */
export type Decision = { ticket: Ticket | undefined; events: HouseEvent[] }

/** What a decision looks at beside the ticket: the instant, and the rules in force. */
export type Circumstances = { id: string; now: number; policy: Policy }

/**
 * The one place where tickets change. Pure: the same ticket, command, instant and rules give the same decision.
 * News is never refused; an act or a claim throws a HuiyinError with what its author must know.
 */
export function decide(ticket: Ticket | undefined, command: Command, { id, now, policy }: Circumstances): Decision {
  const start = ticket ?? opened(id, command, policy)
  if (!start) {
    if (isAct(command) || command.type === 'reply.sending') throw ticketNotFound(id)
    return { ticket: undefined, events: [] }
  }
  if (isAct(command) && wasTaken(start, command)) return { ticket: start, events: [] }
  const draft: Draft = { ticket: { ...start }, events: [], actor: command.actor, now, policy }
  apply(draft, command)
  if (isAct(command)) remember(draft.ticket, command)
  return changed(draft, start, command) ? { ticket: settled(draft), events: draft.events } : { ticket, events: [] }
}

const isAct = (command: Command): command is Act => 'id' in command

/** What may change without an event. */
const changed = ({ ticket, events }: Draft, start: Ticket, command: Command) =>
  events.length > 0 ||
  isAct(command) ||
  ticket.met !== start.met ||
  ticket.scores !== start.scores ||
  ticket.lookBackAt !== start.lookBackAt ||
  ticket.unpublished !== start.unpublished

const opened = (id: string, command: Command, policy: Policy) =>
  command.type === 'comment.arrived' && opensTicket(command.observation, command.classification, policy)
    ? openTicket(id, command.observation, command.classification!)
    : undefined

function apply(draft: Draft, command: Command): void {
  switch (command.type) {
    case 'comment.arrived':
      return arrive(draft, command)
    case 'looked.back':
      delete draft.ticket.lookBackAt
      return
    case 'clock.told':
      return noteTold(draft, command)
    case 'published':
      return forget(draft.ticket, command.through)
    case 'reply.sending':
      return claim(draft, command)
    case 'reply.approve':
      return approve(unseen(draft, command), command)
    case 'dismiss':
      return dismissTicket(unseen(draft, command), command.reason)
    case 'reopen':
      return reopenTicket(unseen(draft, command), command.reason)
    case 'acknowledge':
      return acknowledgeTicket(draft)
    case 'correct':
      return correct(draft, command)
    default:
      return replyNews(draft, command)
  }
}

function forget(ticket: Ticket, through: number): void {
  ticket.unpublished = ticket.unpublished.filter(({ n }) => n > through)
  if (ticket.unpublished.length === 0) delete ticket.unpublishedSince
}

/** The same command again has its answer already; the same key for another one is a mistake of the caller. */
function wasTaken({ commands, number, unpublished }: Ticket, act: Act): boolean {
  const before = commands.find(({ id }) => id === act.id)
  if (before && before.digest !== bodyOf(act)) throw keyReused()
  if (!before && unpublished.length >= LIMITS.unpublished) throw tooMuchUnpublished(number)
  return before !== undefined
}

const bodyOf = ({ actor, ...act }: Act) =>
  createHash('sha256')
    .update(JSON.stringify([actor.id, act]))
    .digest('base64url')
    .slice(0, 16)

function remember(ticket: Ticket, act: Act): void {
  ticket.commands = [...ticket.commands, { id: act.id, digest: bodyOf(act) }].slice(-LIMITS.commands)
}

/** Refuses an act whose author did not see the last turn. */
function unseen(draft: Draft, { seen }: { seen: number }): Draft {
  const { lastTurn, lastTurnBy } = draft.ticket
  if (seen !== lastTurn) throw somebodyWasFaster(lastTurnBy?.name ?? '?')
  return draft
}

function acknowledgeTicket(draft: Draft): void {
  const { ticket, actor, now, policy } = draft
  if (ticket.status !== 'open') throw ticketClosed(ticket.number)
  const until = now + policy.acknowledgeFor[ticket.urgent ? 'urgent' : 'normal']
  ticket.acknowledged = { by: actor, at: now, until }
  tell(draft, 'ticket.acknowledged', { until })
}

/** The instants by which work is found follow from the ticket. */
function settled({ ticket, policy, now }: Draft): Ticket {
  const due = nextDueAt(ticket, policy.warnBefore, now)
  if (due === undefined) delete ticket.nextDueAt
  else ticket.nextDueAt = due
  return ticket
}

import { createHash } from 'node:crypto'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { Policy, Rules } from '@huiyin/schemas/policy.ts'
import { LIMITS, type Ticket } from '@huiyin/schemas/ticket.ts'
import { acknowledgeTicket } from './acknowledge.ts'
import { arrive } from './arrive.ts'
import { applyCase } from './cases/apply.ts'
import type { CaseAct } from './cases/commands.ts'
import { checkOffice } from './cases/who.ts'
import { noteClimbed } from './climbing.ts'
import { pauseClock, resumeClock } from './clocks/pause.ts'
import { takeRules } from './clocks/repromise.ts'
import { nextDueAt, noteTold } from './clocks/telling.ts'
import { dismissTicket, reopenTicket } from './closing.ts'
import type { Act, Command } from './commands.ts'
import { correct } from './correct.ts'
import { type Draft, unseen } from './draft.ts'
import { eraseFromTicket } from './erasure/erase-from-ticket.ts'
import { keyReused, ticketNotFound, tooMuchUnpublished } from './errors.ts'
import { applyLink } from './links/apply.ts'
import type { LinkCommand } from './links/commands.ts'
import { applyModeration, isOfModeration } from './moderation/apply.ts'
import type { ModerationClaim, ModerationCommand } from './moderation/commands.ts'
import { openTicket } from './opening.ts'
import { applyReply } from './replies/apply.ts'
import type { ReplyClaim, ReplyCommand } from './replies/commands.ts'
import { nextSendAt, waitForAccount } from './replies/waiting.ts'
import { opensTicket } from './review.ts'
import { policyAt } from './rules.ts'
import { countSimilar } from './similar.ts'
import { forgetUndo, keepUndo, undoAct } from './undo/undo.ts'
import { waive } from './waive.ts'
import { applyWork, isOfWork } from './work/apply.ts'
import type { WorkCommand } from './work/commands.ts'

/** The ticket after a command, and the events that the command caused; the same ticket and none when it changed nothing. */
export type Decision = { ticket: Ticket | undefined; events: HouseEvent[] }

/** What a decision looks at beside the ticket: the instant, and the rules in force. */
type Circumstances = {
  id: string
  now: number
  rules: Rules
  /** It is only asked what would happen: nothing is kept by which it could be taken back. */
  asking?: boolean
}

/**
 * The one place where tickets change. Pure: the same ticket, command, instant and rules give the same decision.
 * News is never refused; an act or a claim throws a HuiyinError with what its author must know.
 */
export function decide(
  ticket: Ticket | undefined,
  command: Command,
  { id, now, rules, asking = false }: Circumstances
): Decision {
  const policy = policyAt(rules, now)
  const start = ticket ?? opened(id, command, policy, now)
  if (!start) {
    if (isAct(command) || CLAIMS.has(command.type)) throw ticketNotFound(id)
    return { ticket: undefined, events: [] }
  }
  if (isAct(command) && wasTaken(start, command)) return { ticket: start, events: [] }
  const draft: Draft = {
    ticket: { ...start },
    events: [],
    actor: command.actor,
    now,
    waits: isAct(command),
    rules,
    policy
  }
  apply(draft, command)
  if (draft.events.some(plans)) takeRules(draft) // rules that came after its start, before we knew of it
  if (isAct(command)) {
    remember(draft, command)
    if (!asking) keepUndo(draft, command, start)
  }
  return changed(draft, start, command) ? { ticket: settled(draft), events: draft.events } : { ticket, events: [] }
}

/** Claims are refused where there is nothing to claim. */
const CLAIMS: ReadonlySet<string> = new Set<ReplyClaim['type'] | ModerationClaim['type']>([
  'reply.sending',
  'moderation.sending'
])

const plans = ({ type }: HouseEvent) => type === 'clock.started' || type === 'clock.moved'

const isAct = (command: Command): command is Act => 'id' in command

/** What may change without an event. */
const changed = ({ ticket, events }: Draft, start: Ticket, command: Command) =>
  events.length > 0 ||
  isAct(command) ||
  ticket.met !== start.met ||
  ticket.scores !== start.scores ||
  ticket.lookBackAt !== start.lookBackAt ||
  ticket.climbAt !== start.climbAt ||
  ticket.exhausted !== start.exhausted ||
  ticket.clocks !== start.clocks ||
  ticket.heard !== start.heard ||
  ticket.replies !== start.replies ||
  ticket.moderation !== start.moderation ||
  ticket.unpublished !== start.unpublished

const opened = (id: string, command: Command, policy: Policy, now: number) =>
  command.type === 'comment.arrived' && opensTicket(command.observation, command.classification, policy)
    ? openTicket(id, command.observation, command.classification!, now)
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
    case 'alert.told':
      return noteClimbed(draft, command)
    case 'rules.changed':
      return takeRules(draft)
    case 'pause':
      return pauseClock(draft, command)
    case 'resume':
      return resumeClock(draft, command)
    case 'responder.waits':
      return waitForAccount(draft, command)
    case 'similar.counted':
      return countSimilar(draft, command)
    case 'words.erased':
      return eraseFromTicket(draft, command)
    case 'published':
      return forget(draft.ticket, command.through)
    case 'dismiss':
      return dismissTicket(byOffice(draft, command), command.reason)
    case 'reopen':
      return reopenTicket(byOffice(draft, command), command.reason)
    case 'waive':
      return waive(byOffice(draft, command), command)
    case 'acknowledge':
      return acknowledgeTicket(draft)
    case 'correct':
      return correct(draft, command)
    case 'undo':
      return undoAct(draft, command)
    default:
      return applyPart(draft, command)
  }
}

/** Whether a case is done is said by the county office, who has seen the last turn. Throws NOT_ALLOWED, SOMEBODY_WAS_FASTER. */
function byOffice(draft: Draft, { type, seen }: { type: string; seen: number }): Draft {
  checkOffice(draft.actor, `${type} it`)
  return unseen(draft, { seen })
}

type Part = ReplyCommand | CaseAct | LinkCommand | ModerationCommand | WorkCommand

function applyPart(draft: Draft, command: Part): void {
  if (isOfWork(command)) return applyWork(draft, command)
  if (isOfReplies(command)) return applyReply(draft, command)
  if (isOfLinks(command)) return applyLink(draft, command)
  if (isOfModeration(command)) return applyModeration(draft, command)
  return applyCase(draft, command)
}

const isOfReplies = (command: { type: string }): command is ReplyCommand => command.type.startsWith('reply.')

const LINKS: ReadonlySet<string> = new Set<LinkCommand['type']>([
  'merge',
  'split',
  'relate',
  'unrelate',
  'ticket.absorbed',
  'ticket.parted',
  'ticket.related',
  'ticket.unrelated',
  'elder.replied'
])
const isOfLinks = (command: { type: string }): command is LinkCommand => LINKS.has(command.type)

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

function remember({ ticket, events, now }: Draft, act: Act): void {
  ticket.commands = [...ticket.commands, { id: act.id, digest: bodyOf(act) }].slice(-LIMITS.commands)
  const [first] = events
  const { id, name, role } = act.actor
  if (!first || role === 'system') return
  const others = (ticket.lastActs ?? []).filter(({ by }) => by.id !== id)
  ticket.lastActs = [...others, { by: { id, name }, at: now, n: first.n, type: first.type }].slice(-LIMITS.lastActs)
}

/** The instants by which work is found follow from the ticket. */
function settled(draft: Draft): Ticket {
  const { ticket, now } = draft
  forgetUndo(draft)
  const due = nextDueAt(ticket, now)
  if (due === undefined) delete ticket.nextDueAt
  else ticket.nextDueAt = due
  const send = nextSendAt(ticket, now)
  if (send === undefined) delete ticket.nextSendAt
  else ticket.nextSendAt = send
  return ticket
}

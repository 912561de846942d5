import type { Command } from '@huiyin/domain/commands.ts'
import { type ErrorCode, HuiyinError } from '@huiyin/domain/errors.ts'
import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { LastAct, Ticket } from '@huiyin/schemas/ticket.ts'
import type { ApiPorts } from './ports.ts'
import { isConflict } from './problem.ts'

/** Whose act came first where one's own is refused by what stands there now: `type` is the event of it. */
export type Winner = { name: string; type: HouseEvent['type']; at: number }

/** Who does not say what they saw has hardly looked at something older, in ms. */
const LOOKED_FOR = 60_000

/** Refused by a rule or by the time, whoever did something meanwhile. */
const NOBODYS: ReadonlySet<string> = new Set<ErrorCode>([
  ...(['UNDO_TOO_LATE', 'TOO_LATE', 'BOUNCE_TOO_LATE', 'BOUNCE_FINAL', 'INTERIM_REPLY_NEEDED'] as const),
  ...(['EXCEPTION_NEEDED', 'PAUSE_NOT_ALLOWED', 'PLATFORM_CANNOT', 'NOT_THE_YOUNGER'] as const)
])

const IN_HAND: ReadonlySet<string> = new Set<Command['type']>(['assign', 'unassign'])

type Refused = { id: string; me: string; command: Command; now: number }

/** The error with the last other person who acted since, where it is a conflict and there is one. */
export async function withWinner(tickets: ApiPorts['tickets'], error: unknown, of: Refused) {
  if (!(error instanceof HuiyinError) || !isConflict(error) || NOBODYS.has(error.code)) return error
  const ticket = (await tickets.get(of.id))?.document
  const winner = ticket && winnerOf(ticket, of, error)
  return winner ? Object.assign(error, { winner }) : error
}

function winnerOf(ticket: Ticket, { me, command, now }: Refused, { code }: HuiyinError): Winner | undefined {
  if (code === 'SOMEBODY_WAS_FASTER' && IN_HAND.has(command.type)) return giverOf(ticket)
  const seen = 'seen' in command ? command.seen : undefined
  const isSince = ({ n, at }: LastAct) => (seen === undefined ? at >= now - LOOKED_FOR : n > seen)
  const last = ticket.lastActs?.findLast(act => act.by.id !== me && isSince(act))
  return last && { name: last.by.name, type: last.type, at: last.at }
}

/** Who said who has it in hand; undefined where a rule did. */
const giverOf = ({ assigned }: Ticket): Winner | undefined =>
  assigned && assigned.how !== 'rule' ? { name: assigned.by.name, type: 'ticket.assigned', at: assigned.at } : undefined

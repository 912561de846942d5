import { decide } from '@huiyin/domain/decide.ts'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import { ofTicket } from '@huiyin/domain/roles/belonging.ts'
import { mayDo } from '@huiyin/domain/roles/may-do.ts'
import { UNDO_WITHIN } from '@huiyin/domain/undo/undo.ts'
import type { Actor } from '@huiyin/schemas/actor.ts'
import type { TicketView } from '@huiyin/schemas/api.ts'
import type { Rules } from '@huiyin/schemas/policy.ts'
import type { Ticket } from '@huiyin/schemas/ticket.ts'
import { ASKING_KEY } from './asking-key.ts'

type Asker = { actor: Actor; rules: Rules; now: number }

/** The newest act that this person may take back now; the domain itself is asked. */
export function undoView(ticket: Ticket, { actor, rules, now }: Asker): TicketView['undo'] {
  if (!ticket.undo || !mayDo(actor, 'ticket.undo', ofTicket(ticket))) return
  const isUndone = ({ of }: { of: string }) => {
    const command = { type: 'undo', actor, id: ASKING_KEY, of } as const
    try {
      return decide(ticket, command, { id: ticket.id, now, rules, asking: true }).events.length > 0
    } catch (error) {
      if (error instanceof HuiyinError) return false
      throw error
    }
  }
  const found = ticket.undo.findLast(one => one.by.id === actor.id && !one.undone && isUndone(one))
  return found && { of: found.of, type: found.type, until: found.at + UNDO_WITHIN }
}

/** When the first thing leaves that can be held back until then; undefined: nothing waits. */
export function leavesFirst({ replies, dispatches }: Ticket, now: number): number | undefined {
  const waiting = [
    ...replies.flatMap(({ state, leavesAt }) => (state === 'approved' ? (leavesAt ?? []) : [])),
    ...dispatches.flatMap(({ endedAt, leavesAt }) => (endedAt === undefined ? (leavesAt ?? []) : []))
  ].filter(at => at > now)
  return waiting.length > 0 ? Math.min(...waiting) : undefined
}

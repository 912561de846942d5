import type { Clock, Ticket, Need as WrittenNeed } from '@huiyin/schemas/ticket.ts'
import { dispatchTold } from '../cases/told-department.ts'
import { needKey } from '../needs.ts'
import type { End, EscalationHistory, Told, Trigger, Worsening } from './trigger.ts'

/** A trigger with its key on the ticket, and what worsened and ended it. */
export type Need = { key: string; trigger: Trigger; worsened: Worsening[]; ended: End[] }

/**
 * All that ladders are climbed for: clocks that are breached, those that were late before we could know (told once,
 * with the gap that hid them, R30), and what was written down when it happened.
 */
export function needsOf(ticket: Ticket): Need[] {
  const clocks = ticket.clocks.flatMap(clock => clockNeed(ticket, clock) ?? [])
  return [...clocks, ...(ticket.needs ?? []).map(need => writtenNeed(ticket, need))]
}

/** What has happened to a need until now. */
export function historyOf({ told = [], held = [] }: Ticket, { key, worsened, ended }: Need): EscalationHistory {
  const rungs: Told[] = told.filter(({ need }) => need === key)
  return { told: rungs, acknowledged: held, worsened, ended }
}

const about = ({ id, department, risk }: Ticket) => ({
  ticket: id,
  level: risk.level,
  ...(department !== undefined && { department })
})

function clockNeed(ticket: Ticket, clock: Clock): Need | undefined {
  const { id: subject, kind, stage, dueSetBy: event, dueAt, bornLate, breachedAt } = clock
  const urgent = clock.breachedUrgent ?? clock.urgent
  const late = bornLate && (kind === 'first' || kind === 'next')
  if (!late && breachedAt === undefined) return
  const department = ticket.dispatches.find(({ id }) => id === clock.dispatch)?.department
  const trigger: Trigger = {
    ...about(ticket),
    ...(department !== undefined && { department }),
    subject,
    event,
    kind: kind === 'leg' && stage === 'sign' ? 'unsigned-dispatch' : 'breached',
    at: dueAt,
    urgent,
    ...(clock.heldUntil !== undefined && { heldUntil: clock.heldUntil }),
    ...(late && { foundLate: { from: clock.startedAt, to: clock.detectedAt ?? dueAt, why: 'collector' } })
  }
  return { key: needKey(trigger), trigger, worsened: [], ended: endsOf(clock) }
}

const endsOf = ({ stoppedAt, outcome }: Clock): End[] => {
  if (stoppedAt === undefined) return []
  if (outcome === 'superseded' || outcome === 'merged') return [{ at: stoppedAt, why: outcome }]
  return [{ at: stoppedAt, why: outcome === 'cancelled' ? 'closed' : 'replied' }]
}

function writtenNeed(ticket: Ticket, need: WrittenNeed): Need {
  const { subject, event, kind, at, urgent, level, fromRung, worsened, ended } = need
  const owner = ticket.supervised?.find(({ id }) => id === subject)?.owner
  const { department = owner, assisting } = dispatchTold(ticket, subject) ?? {}
  const trigger: Trigger = {
    ...about(ticket),
    ...(department !== undefined && { department }),
    ...(assisting && { assisting }),
    ...{ subject, event, kind, at, urgent, level },
    ...(fromRung !== undefined && { fromRung })
  }
  return { key: needKey(need), trigger, worsened, ended: ended ? [ended as End] : [] }
}

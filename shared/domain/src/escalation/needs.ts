import type { HouseEvent } from '@huiyin/schemas/event.ts'
import type { RiskLevel } from '@huiyin/schemas/names.ts'
import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import type { WarnPoints } from '../clocks.ts'
import { isGraver } from '../risk-levels.ts'
import type { End, Gap, Trigger, Worsening } from './trigger.ts'

/** A trigger with what worsened and ended it; told rows and acknowledgements make it a history. */
export type Need = { trigger: Trigger; worsened: Worsening[]; ended: End[] }

type Of = Pick<Ticket, 'id' | 'urgent' | 'risk' | 'department'>

const triggerOf = (
  { id, risk, department }: Of,
  of: Pick<Trigger, 'subject' | 'event' | 'kind' | 'at' | 'urgent'> & Partial<Trigger>
): Trigger => ({ ticket: id, level: risk.level, ...(department !== undefined && { department }), ...of })

const endsOf = ({ stoppedAt, outcome }: Clock): End[] =>
  stoppedAt === undefined ? [] : [{ at: stoppedAt, why: outcome === 'cancelled' ? 'closed' : 'replied' }]

/**
 * What the clocks of a ticket need: warnings from the first warn point to the due time (R29), then the breach. One
 * that was late before we could know is told once, with the gap that hid it (R30); one raised too late is no breach
 * (R21). `gapOf` names the gap.
 */
export function clockNeeds(ticket: Ticket, warnBefore: WarnPoints, gapOf: (clock: Clock) => Gap): Need[] {
  return ticket.clocks
    .filter(({ lateUpgrade }) => !lateUpgrade)
    .flatMap(clock => {
      const { id: subject, dueSetBy: event, dueAt, urgent } = clock
      const breach = triggerOf(ticket, { subject, event, kind: 'breached', at: dueAt, urgent })
      if (clock.bornLate) {
        return [{ trigger: { ...breach, foundLate: gapOf(clock) }, worsened: [], ended: endsOf(clock) }]
      }
      const at = dueAt - Math.max(0, ...(urgent ? warnBefore.urgent : warnBefore.normal))
      const approach = triggerOf(ticket, { subject, event, kind: 'approaching', at, urgent })
      const breached: End = { at: dueAt, why: 'superseded' }
      return [
        { trigger: approach, worsened: [], ended: [...endsOf(clock), breached] },
        { trigger: breach, worsened: [], ended: endsOf(clock) }
      ]
    })
}

/** What became urgent is told at once, from the event that made it so; what was found too late is not (R30). */
export function urgentNeeds(ticket: Ticket, events: readonly HouseEvent[]): Need[] {
  return inOrder(events)
    .filter(
      ({ type, data }) =>
        (type === 'clock.started' && data.urgent === true && data.bornLate !== true) ||
        (type === 'clock.moved' && data.why === 'urgent')
    )
    .map(({ n, at, data }) => {
      const clock = ticket.clocks.find(({ id }) => id === data.clock)
      const of = { subject: String(data.clock), event: n, kind: 'urgent', at, urgent: true } as const
      return { trigger: triggerOf(ticket, of), worsened: [], ended: clock ? endsOf(clock) : [] }
    })
}

/**
 * Risk that rose to `from` or above. One need is open at a time: rising further worsens it (R38), falling below `from`
 * ends it (R39). `ended` takes what else ends it, such as a reply.
 */
export function riskNeeds(ticket: Of, events: readonly HouseEvent[], from: RiskLevel = 'orange'): Need[] {
  const needs: Need[] = []
  let open: Need | undefined
  let worst: RiskLevel = 'blue'
  for (const { n, at, data } of inOrder(events).filter(isScored)) {
    const level = data.level as RiskLevel
    const high = !isGraver(from, level)
    if (open && !high) {
      open.ended.push({ at, why: 'calm' })
      open = undefined
    } else if (!open && high) {
      const of = { subject: 'risk', event: n, kind: 'risk-rose', at, urgent: ticket.urgent, level } as const
      open = { trigger: triggerOf(ticket, of), worsened: [], ended: [] }
      needs.push(open)
      worst = level
    } else if (open && isGraver(level, worst)) {
      open.worsened.push({ at, level })
      worst = level
    }
  }
  return needs
}

/** From the so-manieth reopening on, each begins one rung up (R20). */
export function reopenedNeeds(ticket: Of, events: readonly HouseEvent[], often: number): Need[] {
  const reopened = inOrder(events).filter(({ type }) => type === 'ticket.reopened')
  const closed = inOrder(events).filter(({ type }) => type === 'ticket.dismissed' || type === 'turn.office')
  return reopened.slice(often - 1).map(({ n, at }) => {
    const over = closed.find(event => event.n > n)
    const of = {
      subject: 'reopened',
      event: n,
      kind: 'reopened-often',
      at,
      urgent: ticket.urgent,
      fromRung: 1
    } as const
    const ended: End[] = over ? [{ at: over.at, why: over.type === 'turn.office' ? 'replied' : 'closed' }] : []
    return { trigger: triggerOf(ticket, of), worsened: [], ended }
  })
}

const isScored = ({ type, data }: HouseEvent) =>
  (type === 'ticket.opened' || type === 'ticket.scored') && typeof data.level === 'string'

const inOrder = (events: readonly HouseEvent[]) =>
  [...new Map(events.map(event => [event.n, event])).values()].sort((a, b) => a.n - b.n)

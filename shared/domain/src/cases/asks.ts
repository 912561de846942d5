import type { Ask } from '@huiyin/schemas/ticket.ts'
import { extendClose } from '../clocks/close.ts'
import { lowerClocks } from '../clocks/lower.ts'
import { cycleOf } from '../current-cycle.ts'
import { closeCase } from '../cycle.ts'
import { type Draft, tell } from '../draft.ts'
import { endNeeds } from '../needs.ts'
import { asKnown, scoresOf } from '../risk-scores.ts'
import type { CaseActOf } from './commands.ts'
import { checkGoesOn, idBy, withdrawActive } from './dispatch.ts'
import { activeDispatch, departmentsOf } from './dispatch-state.ts'
import { checkExtension, checkInTime, runningResult } from './extension.ts'
import * as refusals from './refusals.ts'

/**
 * What one person asks and another decides: more time for the result (R25), that it is not urgent (R21), closing
 * without a result. An ask stands for the cycle in which it was made.
 */

const MOST = 20

/**
 * Throws ASK_OPEN while the same waits for a decision, TICKET_CLOSED; NOT_URGENT where nothing can be lowered; and of
 * more time CLOCK_NOT_RUNNING, TOO_LATE, TOO_MANY, INTERIM_REPLY_NEEDED, UNTIL_NOT_ALLOWED.
 */
export function askFor(draft: Draft, act: CaseActOf<'ask'>): void {
  const { ticket, actor, now } = draft
  const { kind, reason, until } = act
  checkGoesOn(ticket)
  const open = ofCycle(draft).find(one => one.kind === kind && !one.decided)
  if (open) throw refusals.askOpen(open.by.name)
  if (kind === 'extend') checkExtension(draft, until, grantedBefore(draft))
  if (kind === 'lower' && !ticket.urgent) throw refusals.notUrgent(ticket.number)
  const made: Ask = {
    id: idBy(draft, act),
    kind,
    cycle: cycleOf(ticket).n,
    by: actor,
    at: now,
    reason,
    ...(kind === 'extend' && until !== undefined && { until })
  }
  ticket.asks = [...roomAmong(draft), made]
  tell(draft, 'ticket.asked', { ask: made.id, kind, ...(made.until !== undefined && { until: made.until }) })
}

const ofCycle = ({ ticket }: Draft) => (ticket.asks ?? []).filter(({ cycle = 1 }) => cycle === cycleOf(ticket).n)

const grantedBefore = (draft: Draft) =>
  ofCycle(draft).some(({ kind, decided }) => kind === 'extend' && decided?.granted)

/** What was decided makes room, but not the extension that is granted once only. */
function roomAmong(draft: Draft): readonly Ask[] {
  const { asks = [] } = draft.ticket
  if (asks.length < MOST) return asks
  const counts = ofCycle(draft).filter(({ kind, decided }) => !decided || (kind === 'extend' && decided.granted))
  const spare = asks.find(one => !counts.includes(one))
  if (!spare) throw refusals.tooMany('asks', MOST)
  return asks.filter(one => one !== spare)
}

/**
 * Grants or refuses what another person asked, and does what is granted.
 * Throws SECOND_PERSON_NEEDED, OUTSIDER_NEEDED, ASK_NOT_FOUND, ASK_DECIDED; and when it is granted TOO_LATE,
 * CLOCK_NOT_RUNNING or ANSWER_OWED.
 */
export function decideOnAsk(draft: Draft, { ask: id, granted }: CaseActOf<'ask.decide'>): void {
  const { ticket, actor, now } = draft
  const asked = undecided(draft, id)
  checkDecides(draft, asked)
  ticket.asks = ticket.asks?.map(one => (one.id === id ? { ...one, decided: { by: actor, at: now, granted } } : one))
  tell(draft, 'ticket.decided', { ask: id, kind: asked.kind, granted })
  if (!granted) return
  if (asked.kind === 'extend') extend(draft, asked)
  else if (asked.kind === 'lower') lower(draft)
  else closeWithoutResult(draft)
}

function undecided(draft: Draft, id: string): Ask {
  const { ticket } = draft
  const asked = ticket.asks?.find(one => one.id === id)
  if (!asked) throw refusals.askNotFound(id, ticket.number)
  if (asked.decided)
    throw refusals.askDecided(`${asked.decided.by.name} has ${asked.decided.granted ? 'granted' : 'refused'} it`)
  if (!ofCycle(draft).includes(asked)) throw refusals.askDecided('the case was closed and reopened since')
  checkGoesOn(ticket)
  return asked
}

/** Neither who asked nor anybody of the departments that it is for. */
function checkDecides({ ticket, actor }: Draft, { by }: Ask): void {
  if (actor.id === by.id) throw refusals.secondPersonNeeded(by.name)
  const active = activeDispatch(ticket)
  const inside = [by.department, ticket.department, ...(active ? departmentsOf(active) : [])]
  if (actor.department && inside.includes(actor.department)) throw refusals.outsiderNeeded(actor.department)
}

/** R25: the first due time is still reported. */
function extend(draft: Draft, { until }: Ask): void {
  const clock = runningResult(draft)
  checkInTime(draft, clock, 'Granting longer time')
  if (until !== undefined) extendClose(draft, until)
}

/** R21: what a person knew when they said so does not raise it again; only what is worse does. */
function lower(draft: Draft): void {
  const { ticket, actor, now } = draft
  ticket.urgent = false
  ticket.corrected = { ...ticket.corrected, urgent: false, by: actor, at: now }
  ticket.scores = asKnown(scoresOf(ticket))
  lowerClocks(draft)
  endNeeds(draft, 'calm', need => need.kind === 'urgent')
}

function closeWithoutResult(draft: Draft): void {
  const { ticket, now } = draft
  if (ticket.owed.length > 0) throw refusals.answerOwed(ticket.number)
  withdrawActive(draft, 'closed')
  closeCase(draft, 'without-result', now)
}

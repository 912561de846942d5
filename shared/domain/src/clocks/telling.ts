import type { Clock, Ticket } from '@huiyin/schemas/ticket.ts'
import { type Draft, tell } from '../draft.ts'
import { wake } from '../needs.ts'
import { replaceClock, runningClocks } from './running.ts'

/** What of a running clock has to be told at an instant: the nearest warn point passed, or the breach. */
export type Owing = { clock: Clock; kind: 'warn' | 'breach'; point: number }

/** Between a reply sent and its confirmation no breach is told for so long. */
const UNCONFIRMED = 10 * 60_000

/** What has to be told first, of the clock that is due first. */
export function alertOwed(ticket: Ticket, now: number): Owing | undefined {
  const owing = runningClocks(ticket).flatMap(clock => owingOf(ticket, clock, now) ?? [])
  return owing.toSorted((a, b) => a.clock.dueAt - b.clock.dueAt)[0]
}

/** Of a dispatch nobody is told while it can be withdrawn unseen. */
function toldFrom({ dispatches }: Ticket, { kind, dispatch }: Clock): number {
  return kind === 'leg' ? (dispatches.find(({ id }) => id === dispatch)?.leavesAt ?? 0) : 0
}

function owingOf(ticket: Ticket, clock: Clock, now: number): Owing | undefined {
  if (now < toldFrom(ticket, clock)) return
  if (clock.bornLate || clock.breachedAt !== undefined) return
  if (clock.lateUpgrade) return clock.warned.includes(0) ? undefined : { clock, kind: 'warn', point: 0 } // R21: act now, no breach
  if (now >= breachTold(ticket, clock)) return { clock, kind: 'breach', point: 0 }
  const nearest = pointsOf(clock).findLast(point => now >= clock.dueAt - point && now < clock.dueAt)
  return nearest === undefined || clock.warned.includes(nearest) ? undefined : { clock, kind: 'warn', point: nearest }
}

/** When a breach is told: at the due time, or later while a reply that left in time waits for its confirmation. */
function breachTold({ replies }: Ticket, { kind, dueAt }: Clock): number {
  if (kind === 'leg') return dueAt
  const left = replies.flatMap(({ state, sentAt, attested }) =>
    state === 'sent' && sentAt !== undefined ? [sentAt] : state === 'attesting' && attested ? [attested.at] : []
  )
  const inTime = left.filter(at => at <= dueAt)
  return Math.max(dueAt, ...inTime.map(at => at + UNCONFIRMED))
}

const pointsOf = ({ warnBefore }: Clock) => warnBefore.toSorted((a, b) => b - a)

/** Notes that an alert row stands for this; every point before it is passed over with it. */
export function noteTold(
  draft: Draft,
  told: { clock: string; dueSetBy: number; kind: 'warn' | 'breach'; point: number }
): void {
  const clock = runningClocks(draft.ticket).find(({ id }) => id === told.clock)
  if (clock?.dueSetBy !== told.dueSetBy) return
  if (told.kind === 'breach') return noteBreach(draft, clock)
  if (clock.warned.includes(told.point)) return
  tell(draft, 'clock.warned', { clock: clock.id, point: told.point })
  const passed = pointsOf(clock).filter(point => point > told.point)
  replaceClock(draft, { ...clock, warned: [...new Set([...clock.warned, ...passed, told.point])] })
}

function noteBreach(draft: Draft, clock: Clock): void {
  if (clock.breachedAt !== undefined) return
  tell(draft, 'clock.breached', { clock: clock.id, dueAt: clock.dueAt })
  const { dueAt: breachedAt, urgent: breachedUrgent } = clock
  const heldUntil = breachTold(draft.ticket, clock)
  const held = heldUntil > breachedAt ? { heldUntil } : {}
  const breach = { breachedAt, breachedUrgent, ...held, detectedAt: draft.now, outcome: 'missed_open' } as const
  replaceClock(draft, { ...clock, ...breach })
  wake(draft.ticket, draft.now)
}

/** When the alerter has to look at the ticket again; undefined when nothing will come. */
export function nextDueAt(ticket: Ticket, now: number): number | undefined {
  const next = Math.min(ticket.climbAt ?? Infinity, ...runningClocks(ticket).map(clock => nextOf(ticket, clock, now)))
  return Number.isFinite(next) ? next : undefined
}

function nextOf(ticket: Ticket, clock: Clock, at: number): number {
  const now = Math.max(at, toldFrom(ticket, clock))
  if (clock.bornLate || clock.breachedAt !== undefined) return Infinity
  if (owingOf(ticket, clock, now)) return now
  if (clock.lateUpgrade) return Infinity
  const ahead = pointsOf(clock)
    .filter(point => !clock.warned.includes(point))
    .map(point => clock.dueAt - point)
    .filter(at => at > now)
  return Math.min(...ahead, breachTold(ticket, clock))
}
